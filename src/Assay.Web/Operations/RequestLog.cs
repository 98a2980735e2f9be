using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assay.Web.Operations;

/// <summary>
/// One line a request: method, path, status, milliseconds, the shortened address. No queries, no cookies, no names: the log holds nothing about a person.
/// </summary>
internal sealed partial class RequestLog(ILogger<RequestLog> log, TimeProvider time)
{
    public async Task WriteAsync(HttpContext context, RequestDelegate next)
    {
        var began = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Tell(context, Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Tell(HttpContext context, string milliseconds)
    {
        if (!log.IsEnabled(LogLevel.Information)) return;
        var (method, path, status, client) = (context.Request.Method, FailureAnswers.PathOf(context), context.Response.StatusCode, Client.Shortened(context));
        // Machines ask for these every few seconds.
        if (context.Request.Path.Value is "/healthz" or "/readyz" && status < 400) Quiet(method, path, status, milliseconds);
        else Line(method, path, status, milliseconds, client);
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Milliseconds} ms {Client}")]
    private partial void Line(string method, string path, int status, string milliseconds, string client);

    [LoggerMessage(EventId = 11, Level = LogLevel.Debug, Message = "{Method} {Path} {Status} {Milliseconds} ms")]
    private partial void Quiet(string method, string path, int status, string milliseconds);
}
