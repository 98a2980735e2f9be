using System.Security.Cryptography;
using Assay.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Web.Operations;

/// <summary>Turns whatever goes wrong behind it into an answer, and what nobody foresaw into a line of the log with an id.</summary>
internal sealed partial class FailureAnswers(ILogger<FailureAnswers> log)
{
    private const int ClientClosed = 499;
    private const string StoreRetry = "5";

    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400 and not ClientClosed, ContentType: null, ContentLength: null or 0 }) await Failure.Of(context.Response.StatusCode).ExecuteAsync(context);
        }
        catch (Exception error) when (IsGone(context, error))
        {
            // Nobody waits for an answer; the log shows that the client closed the connection.
            if (!context.Response.HasStarted) context.Response.StatusCode = ClientClosed;
        }
#pragma warning disable CA1031 // The last catch of the web application: a reader gets a page, never a stack trace.
        catch (Exception error)
#pragma warning restore CA1031
        {
            await TellAsync(context, error);
        }
    }

    private async Task TellAsync(HttpContext context, Exception error)
    {
        var failure = FailureOf(context, error);
        if (context.Response.HasStarted)
        {
            // What was sent can't be taken back: a connection that breaks off says that it is not whole.
            context.Abort();
            return;
        }
        // What was set for the answer that failed must not be kept by caches or clients; the headers of every page stay.
        context.Response.Headers.Remove("ETag");
        context.Response.Headers.Remove("Content-Disposition");
        context.Response.ContentLength = null;
        context.Response.ContentType = null;
        await failure.ExecuteAsync(context);
    }

    private Failure FailureOf(HttpContext context, Exception error)
    {
        switch (error)
        {
            case BadHttpRequestException bad:
                return Failure.Of(bad.StatusCode);
            // Forms beyond a limit, or broken ones, as the framework's reader of forms tells them.
            case InvalidDataException or Microsoft.AspNetCore.Antiforgery.AntiforgeryValidationException:
                return new Failure(StatusCodes.Status400BadRequest, "form", "This form can't be read", "It was cut off, is no form, or has too many or too long fields. Nothing was changed.");
            case OperationCanceledException:
                return Failure.Of(StatusCodes.Status504GatewayTimeout);
        }
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        if (error is StoreException)
        {
            LogStore(id, context.Request.Method, PathOf(context), error.Message);
            context.Response.Headers.RetryAfter = StoreRetry;
            return new Failure(StatusCodes.Status503ServiceUnavailable, "store", "The store can't be reached at the moment", "Nothing was changed. Try again in a few seconds.") { ErrorId = id };
        }
        LogFault(id, context.Request.Method, PathOf(context), error);
        return new Failure(StatusCodes.Status500InternalServerError, "fault", "Something went wrong here", "It is a fault of the program, not yours.") { ErrorId = id };
    }

    private static bool IsGone(HttpContext context, Exception error) =>
        error is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested && context.Features.Get<Microsoft.AspNetCore.Http.Timeouts.IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested != true;

    internal static string PathOf(HttpContext context) => context.Request.Path.ToUriComponent() is var path && path.Length > 200 ? path[..200] : path;

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Error {ErrorId} at {Method} {Path}")]
    private partial void LogFault(string errorId, string method, string path, Exception error);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Error {ErrorId} at {Method} {Path}: {Reason}")]
    private partial void LogStore(string errorId, string method, string path, string reason);
}
