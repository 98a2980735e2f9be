using System.Net;
using System.Security.Claims;
using Assay.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Accounts;

/// <summary>
/// Makes the first visitor of a workbench without accounts its editor, if they come from this machine itself: over loopback, under a loopback
/// name (a page elsewhere that lets its own name point here is not that) and past no proxy.
/// </summary>
internal sealed class FirstVisitor(Store store)
{
    public const string ClaimType = "first-visitor";
    public const string ClaimValue = "yes";

    private int _taken;

    /// <summary>Signs the visitor in as the editor if they may be; says whether it did.</summary>
    public async Task<bool> TryAsync(HttpContext context)
    {
        if (!IsFromHere(context) || Volatile.Read(ref _taken) != 0 || await store.Accounts.AnyAsync(context.RequestAborted)) return false;
        if (Interlocked.Exchange(ref _taken, 1) != 0) return false;
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, "editor"), new(ClaimTypes.Role, Roles.Editor), new(ClaimType, ClaimValue)], CookieAuthenticationDefaults.AuthenticationScheme);
        context.User = new ClaimsPrincipal(identity);
        await context.SignInAsync(context.User);
        return true;
    }

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (context.Request.Host.Host is "localhost" or "[::1]" || IPAddress.TryParse(context.Request.Host.Host, out var host) && IPAddress.IsLoopback(host))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("X-Original-For") && !context.Request.Headers.ContainsKey("Forwarded") && !context.Request.Headers.ContainsKey("Via");
}
