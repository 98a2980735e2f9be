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
            var isPlain = context.Request.Path.Value is "/healthz" or "/readyz" && context.Response.StatusCode < 400;
            var milliseconds = Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 1).ToString(CultureInfo.InvariantCulture);
            if (isPlain) Quiet(context.Request.Method, FailureAnswers.PathOf(context), context.Response.StatusCode, milliseconds);
            else Line(context.Request.Method, FailureAnswers.PathOf(context), context.Response.StatusCode, milliseconds, Client.Shortened(context));
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Milliseconds} ms {Client}")]
    private partial void Line(string method, string path, int status, string milliseconds, string client);

    [LoggerMessage(EventId = 11, Level = LogLevel.Debug, Message = "{Method} {Path} {Status} {Milliseconds} ms")]
    private partial void Quiet(string method, string path, int status, string milliseconds);
}
