using Assay.Findings;
using Assay.Publishing.Desk;
using Assay.Storage;
using Assay.Storage.Drafts;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Desk;

/// <summary>A draft that somebody works on: as it is kept now, checked.</summary>
/// <param name="Check">Its check, whose findings are all there.</param>
/// <param name="In">The draft with its findings.</param>
internal sealed record OpenDraft(DraftCheck Check, CheckedDraft In)
{
    public Draft Draft => In.Draft;

    public CheckedArticle Article => In.Article;

    /// <summary>The place of a claim, from 0; negative: there is none of that id.</summary>
    public int IndexOf(string claim)
    {
        for (var at = 0; at < Article.Findings.Length; at++)
            if (Article.Findings[at].Claim.Id == claim) return at;
        return -1;
    }

    public System.Collections.Immutable.ImmutableArray<HistoryLine> History => EditHistory.Of(Draft, Check.Edits, Article);
}

/// <summary>Opens drafts for work.</summary>
internal sealed class OpenDrafts(Store store, DraftChecks checks)
{
    /// <summary>A draft with its findings; null: there is none.</summary>
    /// <exception cref="CheckStoppedException">Its check did not come to its end.</exception>
    public async Task<OpenDraft?> FindAsync(string id, HttpContext context)
    {
        if (await store.Drafts.FindAsync(id, context.RequestAborted) is not { } draft) return null;
        var check = checks.Start(draft, context.User.Identity?.Name ?? "");
        var article = await check.Checked.WaitAsync(context.RequestAborted);
        return new OpenDraft(check, new CheckedDraft(draft, check.Best ?? article, check.Edits));
    }
}
