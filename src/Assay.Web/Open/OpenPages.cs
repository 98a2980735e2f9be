using Assay.Web.Articles;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Assay.Formats.Publications;
using Assay.Web.Operations;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Open;

/// <summary>
/// The one way in which pages come in other formats: the same address with an ending. Each page says in its <c>Link</c> header which it has; who accepts
/// no page is sent on to the ending, so every address has one content and caches can't mix them up.
/// </summary>
internal sealed partial class OpenPages
{
    /// <summary>The address under which the endings of <c>/</c> stand.</summary>
    public const string Home = "/index";

    private readonly Dictionary<string, ImmutableArray<OpenForm>> _forms = new(StringComparer.Ordinal);

    /// <summary>Maps the formats of the pages under a pattern.</summary>
    /// <param name="app">The application.</param>
    /// <param name="pattern">The pattern of the pages' addresses.</param>
    /// <param name="name">What stands there, for the description of the interface.</param>
    /// <param name="find">The content; null: nothing has this address.</param>
    /// <param name="representations">How it is written.</param>
    public static void Map<TModel>(IEndpointRouteBuilder app, string pattern, string name, Func<HttpContext, Task<TModel?>> find, params ImmutableArray<Representation<TModel>> representations) where TModel : class
    {
        app.ServiceProvider.GetRequiredService<OpenPages>()._forms[Key(pattern)] = [.. representations.Select(each => each.Form)];
        foreach (var (form, write) in representations)
        {
            MapFile(app, (pattern == "/" ? Home : pattern) + form.Ending, form.Type, $"{name} as {form.PlainType}.",
                async context => await find(context) is { } model ? await write(model, context) : null);
        }
    }

    /// <summary>Maps one file.</summary>
    public static RouteHandlerBuilder MapFile(IEndpointRouteBuilder app, string pattern, string type, string summary, Func<HttpContext, Task<ReadOnlyMemory<byte>?>> read) =>
        Described(app.MapGet(pattern, (Delegate)(async (HttpContext context) => OpenFile.Or404(await read(context), type))), type, summary);

    /// <summary>Describes a route that programs use.</summary>
    public static RouteHandlerBuilder Described(RouteHandlerBuilder route, string type, string summary) =>
        route.WithMetadata(new ForPrograms()).WithSummary(summary).WithTags("Open formats").Produces(StatusCodes.Status200OK, contentType: type.Split(';')[0]).Produces(StatusCodes.Status404NotFound, contentType: Failure.Type);

    /// <summary>The site as this request reaches it.</summary>
    public static Site SiteOf(HttpContext context) => context.RequestServices.GetRequiredService<Frames>().SiteOf(context);

    /// <summary>The formats that the page which was asked for has beside HTML: media type and path.</summary>
    public ImmutableArray<(string Type, string Path)> Of(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } pattern } || !_forms.TryGetValue(Key(pattern), out var forms)) return [];
        var path = context.Request.Path.ToUriComponent().TrimEnd('/');
        var query = AlternateQuery(context.Request);
        return [.. forms.Select(form => (form.PlainType, (path.Length == 0 ? Home : path) + form.Ending + query))];
    }

    // A search's words belong to its address; what else a visitor sends along does not.
    private static string AlternateQuery(HttpRequest request)
    {
        var kept = PageCache.QueryOf(request);
        return request.Query["q"].ToString() is { Length: > 0 } words ? $"{(kept.Length > 0 ? $"{kept}&" : "?")}q={Uri.EscapeDataString(words)}" : kept;
    }

    /// <summary>Tells which other formats a page has; sends on who accepts one of them and no page.</summary>
    public Task OfferAsync(HttpContext context, RequestDelegate next)
    {
        var formats = Of(context);
        if (formats.IsEmpty) return next(context);
        if (Wanted(context, formats) is { } path)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers.Vary = "Accept";
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
        context.Response.Headers.Link = string.Join(", ", formats.Select(format => $"<{format.Path}>; rel=\"alternate\"; type=\"{format.Type}\""));
        return next(context);
    }

    /// <summary>Whether a visitor takes a page, as far as a look at the header tells; whoever says nothing of it does.</summary>
    public static bool TakesPage(HttpContext context)
    {
        var accepted = context.Request.Headers.Accept;
        return accepted.Count == 0 || accepted.ToString() is var line && (line.Contains("text/", StringComparison.OrdinalIgnoreCase) && !line.Contains("text/csv", StringComparison.OrdinalIgnoreCase) || line.Contains("*/*", StringComparison.Ordinal));
    }

    private static string? Wanted(HttpContext context, ImmutableArray<(string Type, string Path)> formats)
    {
        if (context.Request.Headers.Accept.Count == 0) return null;
        var accepted = context.Request.GetTypedHeaders().Accept;
        if (accepted.Count == 0 || accepted.Any(type => type.MatchesAllTypes || type.MediaType.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.MediaType.StartsWith("text/*", StringComparison.OrdinalIgnoreCase))) return null;
        return accepted.OrderByDescending(type => type.Quality ?? 1).SelectMany(type => formats.Where(format => type.MediaType.Equals(format.Type, StringComparison.OrdinalIgnoreCase) && type.Quality != 0)).Select(format => format.Path).FirstOrDefault();
    }

    // Two patterns are of the same pages if they differ in the names and kinds of their parameters only.
    private static string Key(string pattern) => Parameter().Replace(pattern.TrimEnd('/'), "{}");

    [GeneratedRegex(@"\{(?:[^{}]|\{[^}]*\})*\}")]
    private static partial Regex Parameter();
}
