using System.Text;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Pages;

/// <summary>Answers with a page.</summary>
internal sealed class HtmlPage(string html, int status = StatusCodes.Status200OK) : IResult
{
    public const string Type = "text/html; charset=utf-8";

    public Task ExecuteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Type;
        var bytes = Encoding.UTF8.GetBytes(html);
        context.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
