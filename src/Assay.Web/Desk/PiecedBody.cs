using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Desk;

/// <summary>A page that is sent in pieces as they come.</summary>
internal sealed class PiecedBody(HttpContext context)
{
    /// <summary>Sends a piece with the next one.</summary>
    public ValueTask<System.IO.Pipelines.FlushResult> WriteAsync(string html)
    {
        context.Response.BodyWriter.Write(Encoding.UTF8.GetBytes(html));
        return context.Response.BodyWriter.UnflushedBytes > 64 * 1024 ? context.Response.BodyWriter.FlushAsync(context.RequestAborted) : default;
    }

    /// <summary>Sends a piece, and what was written before it, at once.</summary>
    public async Task SendAsync(string html)
    {
        context.Response.BodyWriter.Write(Encoding.UTF8.GetBytes(html));
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }
}
