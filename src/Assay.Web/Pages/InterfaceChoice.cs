using System.Collections.Concurrent;
using Assay.Publishing.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Pages;

/// <summary>Which language a visitor's pages are in: asked for in the address, chosen before, preferred by the browser; else English.</summary>
internal static class InterfaceChoice
{
    private const string Cookie = "lang";
    private const int MostKept = 512;

    // What browsers send is nearly always one of a few lines.
    private static readonly ConcurrentDictionary<string, string> Preferred = new(StringComparer.Ordinal);

    /// <summary>Lets a visitor choose: a page without script that keeps the choice in a cookie and goes back.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/language/{language}", (string language, string? back, HttpContext context) =>
    {
        if (InterfaceLanguage.Has(language))
            context.Response.Cookies.Append(Cookie, language, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        return Results.LocalRedirect(back is ['/', ..] and not ['/', '/' or '\\', ..] && !back.Any(char.IsControl) ? Escaped(back) : "/");
    });

    /// <summary>The language for a request.</summary>
    public static string Of(HttpContext context)
    {
        var request = context.Request;
        if (request.QueryString.HasValue && Known(request.Query["lang"].ToString()) is { } asked) return asked;
        if (request.Headers.Cookie.Count > 0 && Known(request.Cookies[Cookie]) is { } chosen) return chosen;
        var line = request.Headers.AcceptLanguage;
        if (line.Count == 0) return InterfaceLanguage.Default;
        var words = line.ToString();
        if (Preferred.TryGetValue(words, out var known)) return known;
        var first = Read(request) ?? InterfaceLanguage.Default;
        if (Preferred.Count < MostKept) Preferred.TryAdd(words, first);
        return first;
    }

    private static string? Read(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage.Where(language => language.Quality is null or > 0).OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.ToString()).Select(value => Known(value.Split('-')[0].ToLowerInvariant())).FirstOrDefault(value => value is not null);

    // One string a language, whatever the visitor sent.
    private static string? Known(string? language)
    {
        foreach (var one in InterfaceLanguage.All)
            if (one == language) return one;
        return null;
    }

    private static string Escaped(string path) => path.All(char.IsAscii) ? path : new Uri($"http://x{path}").PathAndQuery is ['/', not ('/' or '\\'), ..] and var escaped ? escaped : "/";
}
