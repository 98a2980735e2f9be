using System.Collections.Immutable;
using System.Globalization;
using Assay.Claims.Corrections;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Storage.Drafts;

namespace Assay.Publishing.Desk;

/// <summary>An edit of a claim, with what became of it.</summary>
/// <param name="Edit">The edit as kept.</param>
/// <param name="Correction">What it corrects.</param>
/// <param name="Undo">The edit that took it back; null: it stands.</param>
public sealed record DraftEdit(Edit Edit, Correction Correction, Edit? Undo);

/// <summary>
/// The edits of a draft as corrections. One that was taken back leaves its place in the list, so that the numbers of claims that came after it do
/// not move.
/// </summary>
public sealed class DraftEdits
{
    private DraftEdits(ImmutableArray<DraftEdit> all) => All = all;

    /// <summary>All but those that take others back, in order: their places are those of <see cref="Corrections"/>.</summary>
    public ImmutableArray<DraftEdit> All { get; }

    /// <summary>What a check is given: in place of one that was taken back, one that cannot be applied.</summary>
    public ImmutableArray<Correction> Corrections => [.. All.Select(edit => edit.Undo is null ? edit.Correction : Nothing(edit.Correction))];

    /// <summary>The edits as corrections.</summary>
    /// <exception cref="Formats.InvalidDataFileException">The content of one is no correction.</exception>
    public static DraftEdits Of(ImmutableArray<Edit> edits)
    {
        var undone = edits.Where(edit => edit.Kind == "undo").ToLookup(edit => edit.Content);
        return new DraftEdits([.. edits.Where(edit => edit.Kind != "undo")
            .Select(edit => new DraftEdit(edit, CorrectionsJson.Parse(edit.Content), undone[edit.Number.ToString(CultureInfo.InvariantCulture)].FirstOrDefault()))]);
    }

    /// <summary>The check without the complaints about corrections that were taken back.</summary>
    public ArticleCheck WithoutUndone(ArticleCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return All.All(edit => edit.Undo is null) ? check : check.WithSetAside([.. check.Corrected.SetAside.Where(aside => All[aside.At].Undo is null)]);
    }

    /// <summary>The edits that had a hand in a claim, by its id, the first first.</summary>
    public ImmutableArray<DraftEdit> Of(string claim, CheckedArticle article) => [.. All.Where((edit, at) => Touched(at, article).Contains(claim))];

    /// <summary>Whether an edit can be taken back: no later one that stands builds on its claims.</summary>
    public bool CanUndo(DraftEdit edit, CheckedArticle article)
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (edit.Undo is not null) return false;
        var at = All.IndexOf(edit);
        var touched = Touched(at, article);
        return !All.Skip(at + 1).Any(later => later.Undo is null && ClaimsOf(later.Edit).Any(touched.Contains));
    }

    /// <summary>The claims that an edit is about or has made.</summary>
    public ImmutableArray<string> Touched(DraftEdit edit, CheckedArticle article)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return [.. Touched(All.IndexOf(edit), article).Order(StringComparer.Ordinal)];
    }

    /// <summary>The claims that an edit is about.</summary>
    public static IEnumerable<string> ClaimsOf(Edit edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return edit.Claim.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private HashSet<string> Touched(int at, CheckedArticle article) =>
    [
        .. ClaimsOf(All[at].Edit),
        .. article.Findings.Select(finding => finding.Claim).Concat(article.Dropped.Select(gone => gone.Claim)).Where(claim => claim.Correction?.By.Contains(at) == true).Select(claim => claim.Id),
    ];

    // A correction that is never applied but takes as many numbers for new claims as the one whose place it has.
    private static Correction Nothing(Correction correction) => correction switch
    {
        Correction.Add add => new Correction.Add(add.Claim with { At = new QuotedSpan(default, "") }),
        Correction.Split split => split with { Claim = split.Claim with { Id = "", At = new QuotedSpan(default, "") } },
        _ => new Correction.Drop(correction.Corrects[0], ""),
    };
}
