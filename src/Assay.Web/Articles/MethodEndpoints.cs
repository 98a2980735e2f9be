using Assay.Publishing.Site;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Articles;

/// <summary>How verdicts are made, and who answers for them.</summary>
internal static class MethodEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        ArticleEndpoints.Page(app, "/method", (context, site) => Task.FromResult<string?>(SitePages.Render<MethodPage, AboutText>(site.Options.About, site.Frames.Common(context))));
}
