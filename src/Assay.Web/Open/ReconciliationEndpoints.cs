using System.Globalization;
using Assay.Formats.Reconciliation;
using Assay.Publishing.Embed;
using Assay.Publishing.Site;
using Assay.Web.Operations;
using Assay.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Open;

/// <summary>
/// The Entity Reconciliation API over the record, so that OpenRefine and its like can tell which entity a name in a table means. It reads no cookie, so any
/// site may call it.
/// </summary>
internal static class ReconciliationEndpoints
{
    private const string Path = "/reconcile";

    public static void Map(IEndpointRouteBuilder app)
    {
        Add(app.MapGet(Path, (HttpContext context, Reconcilers services) => Answer(context, services, context.Request.Query["queries"], context.Request.Query["extend"])), "What the service offers, or the answer to queries.");
        Add(app.MapPost(Path, PostAsync), "The answer to queries, or the values of properties.");
        Add(app.MapGet($"{Path}/suggest/entity", (string? prefix, int? cursor, HttpContext context, Reconcilers services) => Json(Service(context, services).SuggestEntities(prefix ?? "", cursor ?? 0))), "Entities that a text may become.");
        Add(app.MapGet($"{Path}/suggest/type", (string? prefix) => Json(ReconciliationService.SuggestTypes(prefix ?? ""))), "Types that a text may become.");
        Add(app.MapGet($"{Path}/suggest/property", (string? prefix) => Json(ReconciliationService.SuggestProperties(prefix ?? ""))), "Properties that a text may become.");
        Add(app.MapGet($"{Path}/properties", (string? type, int? limit) => Json(ReconciliationService.ProposeProperties(type ?? "", limit))), "Properties that entities of a type can have.");
        app.MapGet($"{Path}/preview", Preview).ExcludeFromDescription();
        app.MapMethods(Path + "/{**rest}", ["OPTIONS"], (HttpContext context) =>
        {
            Open(context);
            context.Response.Headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
            context.Response.Headers.AccessControlAllowHeaders = "Content-Type";
            context.Response.Headers.AccessControlMaxAge = TimeSpan.FromDays(1).TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return TypedResults.NoContent();
        }).ExcludeFromDescription();
    }

    private static void Add(RouteHandlerBuilder route, string summary) => OpenPages.Described(route, OpenForm.Json.Type, summary).AddEndpointFilter((context, next) =>
    {
        Open(context.HttpContext);
        return next(context);
    });

    private static void Open(HttpContext context) => context.Response.Headers.AccessControlAllowOrigin = "*";

    private static async Task<IResult> PostAsync(HttpContext context, Reconcilers services)
    {
        if (!context.Request.HasFormContentType) return Failure.Of(StatusCodes.Status415UnsupportedMediaType);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Answer(context, services, form["queries"], form["extend"]);
    }

    private static IResult Answer(HttpContext context, Reconcilers services, string? queries, string? extend)
    {
        var service = Service(context, services);
        if (queries is null && extend is null) return Json(service.Manifest());
        var reply = queries is not null ? service.Answer(queries) : service.Extend(extend!);
        return reply.IsAnswered ? Json(reply.Json) : new Failure(StatusCodes.Status400BadRequest, "query", "This query can't be read", [.. reply.Problems.Take(10).Select(problem => $"{problem}.")]);
    }

    private static IResult Preview(string? id, HttpContext context, Reconcilers services, Frames frames)
    {
        if (Service(context, services).Preview(id ?? "") is not { } preview) return Failure.NotFound;
        SecurityHeaders.LetFrame(context);
        return new HtmlPage(SitePages.Render<EntityPreviewCard, EntityPreview>(new EntityPreview(preview.Name, preview.Description, preview.Address.AbsoluteUri, preview.Facts), frames.Common(context)));
    }

    private static ReconciliationService Service(HttpContext context, Reconcilers services) => services.For(OpenPages.SiteOf(context));

    private static OpenFile Json(ReadOnlyMemory<byte> bytes) => new(bytes, OpenForm.Json.Type);
}
