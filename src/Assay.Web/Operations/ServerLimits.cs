using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Assay.Web.Operations;

/// <summary>How much, how fast and from whom the server takes.</summary>
internal static class ServerLimits
{
    /// <summary>The most bytes of an article with its form.</summary>
    public const long MostUpload = 10 * 1024 * 1024 + 64 * 1024;

    /// <summary>The most bytes of any other request.</summary>
    public const long MostForm = 1024 * 1024;

    private const int MostHeaders = 64;
    private const int MostHeaderBytes = 16 * 1024;
    private const int LeastBytesASecond = 240;

    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        var limits = server.Limits;
        limits.MaxRequestBodySize = MostForm;
        (limits.MaxRequestHeaderCount, limits.MaxRequestHeadersTotalSize, limits.MaxRequestLineSize) = (MostHeaders, MostHeaderBytes, MostHeaderBytes / 2);
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesASecond, TimeSpan.FromSeconds(5));
        limits.MinResponseDataRate = new MinDataRate(LeastBytesASecond, TimeSpan.FromSeconds(5));
    }

    public static void Set(FormOptions forms)
    {
        // The server's own limit comes first; these only must not be lower. The field that holds an article's text is as long as an article.
        (forms.MultipartBodyLengthLimit, forms.BufferBodyLengthLimit, forms.ValueLengthLimit) = (MostUpload, MostUpload, (int)MostUpload);
        (forms.ValueCountLimit, forms.KeyLengthLimit, forms.MultipartHeadersLengthLimit) = (512, 256, 8 * 1024);
    }

    /// <summary>Articles come to the desk, where editors are; everywhere else forms are small. It runs before anything reads the request.</summary>
    public static Task AllowUploadsAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern } && pattern.StartsWith("/desk", StringComparison.Ordinal)
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostUpload;
        return next(context);
    }

    /// <summary>Takes what these proxies say of their clients: address and scheme. Nobody else is believed.</summary>
    public static ForwardedHeadersOptions Forwarded(IReadOnlyList<string> proxies)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (proxy.Contains('/', StringComparison.Ordinal)) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
        return options;
    }

    /// <summary>Whether it names a proxy: an address, or a network as <c>10.0.0.0/8</c>.</summary>
    public static bool IsProxy(string proxy) => proxy.Contains('/', StringComparison.Ordinal) ? System.Net.IPNetwork.TryParse(proxy, out _) : IPAddress.TryParse(proxy, out _);
}
