using System.Security.Cryptography;
using Assay.Web.Operations;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Open;

/// <summary>Answers with a file: the same bytes for everybody, told by their hash, so that whoever has them is not sent them again.</summary>
internal sealed class OpenFile(ReadOnlyMemory<byte> bytes, string type) : IResult
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..32]}\"";
        response.Headers.ETag = tag;
        if (response.Headers.CacheControl.Count == 0) response.Headers.CacheControl = "public, max-age=60";
        if (request.Headers.IfNoneMatch.Any(known => known is not null && known.Split(',').Any(one => one.Trim() is "*" || one.Trim() == tag || one.Trim() == $"W/{tag}")))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = type;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>The file, or that there is none.</summary>
    public static IResult Or404(ReadOnlyMemory<byte>? bytes, string type) => bytes is { } file ? new OpenFile(file, type) : Failure.NotFound;
}
