using System.Net;
using System.Security.Claims;
using Assay.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Accounts;

/// <summary>
/// Makes the first visitor of a workbench without accounts its editor, if they come from this machine itself: over loopback, under a loopback
/// name (a page elsewhere that lets its own name point here is not that), past no proxy, and not sent by a page of another site.
/// </summary>
internal sealed class FirstVisitor(Store store, WorkbenchOptions options)
{
    public const string ClaimType = "first-visitor";
    public const string ClaimValue = "yes";

    // What a proxy adds: through one, everybody comes from this machine.
    private static readonly string[] ProxyHeaders = ["X-Forwarded-For", "X-Original-For", "X-Original-Host", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via", "CF-Connecting-IP", "True-Client-IP"];

    private int _taken;

    /// <summary>Signs the visitor in as the editor if they may be; else says why not.</summary>
    public async Task<FirstVisit> TryAsync(HttpContext context)
    {
        if (await store.Accounts.AnyAsync(context.RequestAborted)) return FirstVisit.HasAccounts;
        // Whoever names a public address or a proxy opens it to others; a plain proxy speaks HTTP/1.0 and leaves no other trace.
        if (options.BaseAddress.Length > 0 || options.Proxies.Count > 0 || HttpProtocol.IsHttp10(context.Request.Protocol) || !IsFromHere(context)) return FirstVisit.FromElsewhere;
        if (Interlocked.Exchange(ref _taken, 1) != 0) return FirstVisit.Taken;
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, "editor"), new(ClaimTypes.Role, Roles.Editor), new(ClaimType, ClaimValue)], CookieAuthenticationDefaults.AuthenticationScheme);
        context.User = new ClaimsPrincipal(identity);
        await context.SignInAsync(context.User);
        return FirstVisit.SignedIn;
    }

    /// <summary>Lets the next visitor from this machine be the first: the one that was has signed out.</summary>
    public void Leave() => Volatile.Write(ref _taken, 0);

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && context.Connection.LocalIpAddress is { } local && IPAddress.IsLoopback(local)
        && (context.Request.Host.Host is "localhost" or "[::1]" || IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host))
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey)
        // A browser says whether a page of another site has sent it here; typing the address is "none".
        && context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin";
}

/// <summary>What came of a first visit.</summary>
internal enum FirstVisit
{
    /// <summary>The visitor is the editor now.</summary>
    SignedIn,
    /// <summary>There are accounts: they sign in.</summary>
    HasAccounts,
    /// <summary>There are none, but the visitor does not come from this machine.</summary>
    FromElsewhere,
    /// <summary>Another visitor is the editor already.</summary>
    Taken,
}
