using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Assay.Web.Pages;

/// <summary>
/// What every answer says of what its page may do: load only from this site, run no script but the site's own, be framed by nobody. Cards for other
/// sites (<see cref="LetFrame"/>) may be framed, and run nothing. What is made for one visitor is kept by no cache.
/// </summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private const string FramedPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
    private const string Forever = "max-age=31536000";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = Forever;
        context.Response.OnStarting(KeepPrivate, context);
        return next(context);
    }

    /// <summary>Lets any site show this answer in a frame; it then runs no script and sends no form.</summary>
    public static void LetFrame(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = FramedPolicy;
        context.Response.Headers.Remove("Cross-Origin-Opener-Policy");
    }

    private static Task KeepPrivate(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var isOwn = headers.ContainsKey(HeaderNames.SetCookie) || (context.Request.Path.StartsWithSegments("/desk", StringComparison.Ordinal));
        if (isOwn) headers.CacheControl = "private, no-store";
        else if (headers.CacheControl.Count == 0) headers.CacheControl = "no-cache";
        return Task.CompletedTask;
    }
}
