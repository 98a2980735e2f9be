using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Publishing.Site;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Operations;

/// <summary>
/// What went wrong, told to whoever asked: people get a page, programs the problem details of RFC 9457. Never more than they can act on: what happened
/// inside stands in the log, under the error's id.
/// </summary>
internal sealed class Failure(int status, string code, string title, params ImmutableArray<string> lines) : IResult
{
    /// <summary>The media type of problem details.</summary>
    public const string Type = "application/problem+json";

    private const string MissingCode = "not-found";

    private static readonly ProblemContext Shapes = new(new JsonSerializerOptions(ProblemContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The id under which the log has more; null: there is no more.</summary>
    public string? ErrorId { get; init; }

    /// <summary>There is nothing under this address.</summary>
    public static Failure NotFound { get; } = new(StatusCodes.Status404NotFound, MissingCode, "There is nothing here", "Nothing has this address. Check it, or search for what you look for.");

    public Task ExecuteAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (!Format.IsForPrograms(context)) return new HtmlPage(Page(context), status).ExecuteAsync(context);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new ProblemDocument("about:blank", title, status, string.Join(' ', lines), code, ErrorId), Shapes.ProblemDocument);
        context.Response.ContentType = Type;
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    /// <summary>The answer for a status that something set without a word.</summary>
    public static Failure Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => new Failure(status, "method", "This address does not take that", "The address exists, but not for this kind of request."),
        StatusCodes.Status408RequestTimeout => new Failure(status, "timeout", "The request took too long to arrive", "It was not read to its end. Nothing was changed; send it again."),
        StatusCodes.Status413PayloadTooLarge => new Failure(status, "too-large", "That is too large", "Articles may have up to 10 MB, forms up to 1 MB. Nothing was changed."),
        StatusCodes.Status415UnsupportedMediaType => new Failure(status, "media-type", "That format is not taken here", "Send a form, or the format that this address is documented to take."),
        StatusCodes.Status504GatewayTimeout => new Failure(status, "too-slow", "This took too long", "The work was stopped. Try again, with less at once."),
        _ => new Failure(status, "refused", ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } words ? words : "This can't be answered", "The request could not be answered as it was sent. Nothing was changed."),
    };

    private string Page(HttpContext context)
    {
        var message = code == MissingCode ? Message.NotHere(Frames.Language(context)) : new Message(title, ErrorId is null ? lines : [.. lines, $"If it happens again, tell whoever runs this site the number of the error: {ErrorId}."]);
        return SitePages.Render<MessagePage, Message>(message, context.RequestServices.GetRequiredService<Frames>().Common(context));
    }
}

/// <summary>The one shape of an error in JSON (RFC 9457). <paramref name="Code"/> tells programs which it is; <paramref name="ErrorId"/> finds it in the log.</summary>
internal sealed record ProblemDocument(string Type, string Title, int Status, string Detail, string Code, string? ErrorId);

/// <summary>How it is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class ProblemContext : JsonSerializerContext;
