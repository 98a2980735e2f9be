using Assay.Web.Operations;
using Microsoft.AspNetCore.Routing;

namespace Assay.Web.Open;

/// <summary>Everything that is offered to programs, other sites and search engines.</summary>
internal static class OpenEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Health.Map(app);
        ArticleForms.Map(app);
        RecordForms.Map(app);
        FeedEndpoints.Map(app);
        EmbedEndpoints.Map(app);
        IndexEndpoints.Map(app);
        ReconciliationEndpoints.Map(app);
        OpenDescription.Map(app);
    }
}
