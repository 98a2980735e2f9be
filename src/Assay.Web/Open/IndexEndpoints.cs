using System.Text;
using Assay.Formats.Publications;
using Assay.Formats.Records;
using Assay.Formats.Sitemaps;
using Assay.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Assay.Web.Open;

/// <summary>What search engines ask for.</summary>
internal static class IndexEndpoints
{
    private const string XmlType = "application/xml";
    private const int MostArticles = 1_000_000;

    // Forms of one visitor, and addresses that repeat what others say.
    private const string Rules = "User-agent: *\nDisallow: /desk\nDisallow: /sign-in\nDisallow: /search\nDisallow: /reconcile\nDisallow: /oembed\nDisallow: /*/react\nAllow: /\n\nSitemap: ";

    public static void Map(IEndpointRouteBuilder app)
    {
        OpenPages.MapFile(app, "/robots.txt", "text/plain; charset=utf-8", "What search engines may visit.",
            context => Task.FromResult<ReadOnlyMemory<byte>?>(Encoding.UTF8.GetBytes($"{Rules}{OpenPages.SiteOf(context).At(SitemapXml.Name).AbsoluteUri}\n")));
        OpenPages.MapFile(app, "/sitemap.xml", XmlType, "The pages for search engines.", context => FileAsync(context, SitemapXml.Name));
        OpenPages.MapFile(app, "/sitemap-{number:int}.xml", XmlType, "A part of the pages for search engines.", context => FileAsync(context, $"sitemap-{context.Request.RouteValues["number"]}.xml"));
    }

    private static async Task<ReadOnlyMemory<byte>?> FileAsync(HttpContext context, string name)
    {
        var site = OpenPages.SiteOf(context);
        var articles = await context.RequestServices.GetRequiredService<Store>().Published.ArticlesAsync(MostArticles, 0, context.RequestAborted);
        var evidence = context.RequestServices.GetRequiredService<LiveRecord>().Current.Evidence;
        context.Response.Headers.CacheControl = "public, max-age=3600";
        // Pages of what lies in registers of millions are found by links; a sitemap of them would hide the others.
        var pages = articles.Select(article => new SitemapEntry(site.Article(article.Id), article.Changed))
            .Prepend(new SitemapEntry(site.Method)).Prepend(new SitemapEntry(site.Address, articles.Count > 0 ? articles[0].Changed : null))
            .Concat(evidence.HeldEntities.Select(entity => new SitemapEntry(site.Entity(entity.EntityId.ToString()))))
            .Concat(evidence.HeldSources.Select(source => new SitemapEntry(site.Source(source.Id.ToString()))));
        return SitemapXml.Write(pages, site).FirstOrDefault(file => file.Name == name)?.Content;
    }
}
