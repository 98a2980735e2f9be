using Assay.Formats.Records;
using Assay.Publishing.Desk;
using Assay.Storage;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Desk;

/// <summary>Gathers what the first page of the desk shows.</summary>
internal sealed class DeskHomes(Store store, LiveRecord record, ChangedArticles changed)
{
    private const int MostRequests = 1000;

    public async Task<DeskHome> NowAsync(HttpContext context) => new()
    {
        Drafts = await store.Drafts.AllAsync(context.RequestAborted),
        OpenRequests = (await store.Requests.AllAsync(MostRequests, context.RequestAborted)).Count(request => request.State == "open"),
        Changed = changed.Now(),
        Broken = record.Broken is { } broken ? [.. broken.Lines] : [],
    };
}
