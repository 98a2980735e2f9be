using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Publishing.Site;
using Assay.Web.Articles;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Entities;

/// <summary>Entities and sources of the record, each on a page.</summary>
internal static class EntityEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ArticleEndpoints.Page(app, "/e/{id}", EntityAsync);
        ArticleEndpoints.Page(app, "/s/{id}", SourceAsync);
    }

    private static async Task<string?> EntityAsync(HttpContext context, SiteParts site)
    {
        var record = site.Record.Current;
        var id = (string)context.GetRouteValue("id")!;
        if (record.Evidence.Entity(new EntityId(id)) is not { } entity) return null;
        var asked = context.Request.Query["at"].ToString().Trim();
        var isDate = PartialDate.TryParse(asked, out var date) || asked.Length == 0;
        var when = asked.Length > 0 && isDate ? date.Days : DayRange.On(site.Today);
        var tables = EntityTables.Of(record, entity, when);
        var whole = context.Request.Query["table"].ToString();
        if (whole.Length > 0 && !tables.Any(table => table.Id == whole)) return null;
        return SitePages.Render<EntityPage, EntityFacts>(new EntityFacts
        {
            Entity = entity, Evidence = record.Evidence, When = when, Asked = asked, IsDate = isDate, Tables = tables, Whole = whole, Today = site.Today,
            Turns = EntityTurns.Of(record.Evidence, entity.EntityId, site.Today), Findings = await site.Store.Published.OnEntityAsync(id, context.RequestAborted),
        }, site.Frames.Common(context));
    }

    private static async Task<string?> SourceAsync(HttpContext context, SiteParts site)
    {
        var evidence = site.Record.Current.Evidence;
        var id = new SourceId((string)context.GetRouteValue("id")!);
        if (evidence.Source(id) is not { } source) return null;
        var page = int.TryParse(context.Request.Query["page"], out var asked) && asked is > 0 and < 100_000 ? asked : 1;
        var rows = evidence.Statements.Where(row => row.Sources.Contains(id)).ToImmutableArray();
        if (page > 1 && (page - 1) * SourceFacts.PageSize >= rows.Length) return null;
        var findings = await site.Store.Published.OnSourceAsync(id.Value, context.RequestAborted);
        return SitePages.Render<SourcePage, SourceFacts>(new SourceFacts(source, evidence, [.. rows.Skip((page - 1) * SourceFacts.PageSize).Take(SourceFacts.PageSize)], rows.Length, findings, page), site.Frames.Common(context));
    }
}
