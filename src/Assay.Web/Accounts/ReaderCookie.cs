using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Accounts;

/// <summary>The signed cookie that a reader gets with their first reaction: a random number, nothing else.</summary>
internal sealed class ReaderCookie(IDataProtectionProvider protection)
{
    public const string Name = "reader";

    private readonly IDataProtector _protector = protection.CreateProtector("Assay.Reader");

    /// <summary>The reader's id; null: they have none, or the cookie is not ours.</summary>
    public string? Find(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 and < 1000 } cookie) return null;
        try
        {
            return _protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The reader's id, given them where they have none.</summary>
    public string FindOrGive(HttpContext context)
    {
        if (Find(context) is { } known) return known;
        var reader = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Name, _protector.Protect(reader), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = TimeSpan.FromDays(730),
        });
        return reader;
    }
}
