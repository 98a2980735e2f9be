using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Assay.Web.Articles;

/// <summary>A page as it is sent: its bytes plain and packed, and headers made once.</summary>
internal sealed class CachedPage
{
    private const int LeastPacked = 1024;

    private readonly byte[] _plain;
    private readonly byte[]? _gzip;
    private readonly byte[]? _brotli;
    private readonly StringValues _tag;

    public CachedPage(byte[] html, string language, string stamp, long made)
    {
        (_plain, Stamp, Made, Language) = (html, stamp, made, language);
        _tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(html))[..24]}\"";
        if (html.Length < LeastPacked) return;
        _gzip = Packed(html, inner => new GZipStream(inner, CompressionLevel.Optimal));
        // Quality 5 of 11: nearly as small as the best, and made in milliseconds.
        _brotli = Packed(html, inner => new BrotliStream(inner, new BrotliCompressionOptions { Quality = 5 }));
    }

    /// <summary>What it was made of.</summary>
    public string Stamp { get; }

    /// <summary>When, as a timestamp of the clock.</summary>
    public long Made { get; }

    /// <summary>The language of the interface.</summary>
    public StringValues Language { get; }

    /// <summary>When it was last sent, as a timestamp of the clock.</summary>
    public long Used;

    /// <summary>How much memory it takes, in bytes, about.</summary>
    public long Size => 512L + _plain.Length + (_gzip?.Length ?? 0) + (_brotli?.Length ?? 0);

    /// <summary>Sends it, or that the visitor has it.</summary>
    public Task SendAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        headers.ETag = _tag;
        headers.CacheControl = Cached;
        headers.Vary = Varies;
        headers.ContentLanguage = Language;
        if (Matches(request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var bytes = _plain;
        var accepted = request.Headers.AcceptEncoding;
        if (_brotli is not null && Accepts(accepted, "br")) (bytes, headers.ContentEncoding) = (_brotli, Brotli);
        else if (_gzip is not null && Accepts(accepted, "gzip")) (bytes, headers.ContentEncoding) = (_gzip, Gzip);
        headers.ContentType = Html;
        headers.ContentLength = bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static readonly StringValues Html = "text/html; charset=utf-8";
    private static readonly StringValues Brotli = "br";
    private static readonly StringValues Gzip = "gzip";
    // Anybody may keep it, and asks each time whether it still holds: the answer is a line.
    private static readonly StringValues Cached = "public, no-cache";
    private static readonly StringValues Varies = "Accept-Language, Accept-Encoding, Cookie";

    private bool Matches(StringValues known)
    {
        if (known.Count == 0) return false;
        foreach (var value in known)
            if (value is "*" || value?.Contains(_tag.ToString(), StringComparison.Ordinal) == true) return true;
        return false;
    }

    // "br;q=0" refuses it; any other weight takes it.
    private static bool Accepts(StringValues accepted, string coding)
    {
        foreach (var value in accepted)
        {
            if (value is null) continue;
            var at = value.IndexOf(coding, StringComparison.OrdinalIgnoreCase);
            if (at < 0) continue;
            var rest = value.AsSpan(at + coding.Length);
            if (rest is [';', 'q', '=', '0', ..] && (rest.Length == 4 || rest[4] == ',' || rest[4..].StartsWith(".0"))) continue;
            return true;
        }
        return false;
    }

    private static byte[] Packed(byte[] bytes, Func<Stream, Stream> pack)
    {
        using var packed = new MemoryStream();
        using (var stream = pack(packed)) stream.Write(bytes);
        return packed.ToArray();
    }
}
