using Assay.Publishing.Desk;
using Assay.Publishing.Site;
using Assay.Publishing.Wording;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Assay.Web.Desk;

/// <summary>Reads the whole form before anything is done with it, and says so where it is larger than is read.</summary>
internal sealed class WholeForm(Frames frames) : IEndpointFilter
{
    /// <summary>What a form with a file may hold: more than a file may, so that one that is too large is told by its own message and the rest of the form is kept.</summary>
    public const long MostBytes = 64 * 1024 * 1024;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        try
        {
            await http.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = (int)MostBytes, MultipartBodyLengthLimit = MostBytes, ValueCountLimit = 5000, BufferBodyLengthLimit = MostBytes }, http.RequestAborted);
        }
        catch (Exception error) when (error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } || error is InvalidDataException && http.Request.ContentLength > MostBytes)
        {
            return Refused(http, "TooLargeForm", StatusCodes.Status413PayloadTooLarge);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException or InvalidOperationException)
        {
            return Refused(http, "BrokenForm", StatusCodes.Status400BadRequest);
        }
        return await next(context);
    }

    private HtmlPage Refused(HttpContext http, string key, int status)
    {
        var frame = frames.Common(http);
        var message = InterfaceLanguage.In(frame.Language, () => new Message(DeskWords.Say($"{key}Title"), [DeskWords.Say(key, MostBytes / 1024 / 1024)]));
        return new HtmlPage(SitePages.Render<MessagePage, Message>(message, frame), status);
    }
}
