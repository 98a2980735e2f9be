using System.Collections.Immutable;
using System.Globalization;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Storage.Drafts;

namespace Assay.Publishing.Desk;

/// <summary>What each edit of a draft changed, field by field, in the order in which they were made.</summary>
public static class EditHistory
{
    /// <summary>The lines, the oldest first. Takings back are told on the line of what they took back.</summary>
    public static ImmutableArray<HistoryLine> Of(Draft draft, DraftEdits edits, CheckedArticle article)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(article);
        var evidence = article.Evidence;
        var forms = Beginning(article);
        var before = new Dictionary<long, (string Claim, ClaimForm? Form)>();
        var lines = ImmutableArray.CreateBuilder<HistoryLine>();
        foreach (var edit in draft.Edits)
        {
            if (edit.Kind == "undo")
            {
                if (long.TryParse(edit.Content, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && before.TryGetValue(number, out var was)) Set(was.Claim, was.Form);
                continue;
            }
            var made = edits.All.First(one => one.Edit.Number == edit.Number);
            var claim = DraftEdits.ClaimsOf(edit).FirstOrDefault() ?? "";
            var then = forms.GetValueOrDefault(claim);
            before[edit.Number] = (claim, then);
            var now = FormOf(made.Correction);
            lines.Add(new HistoryLine(made, then is not null && now is not null ? FormDifference.Between(then, now, evidence) : [], made.Correction is Correction.Drop drop ? drop.Reason : "", edits.CanUndo(made, article)));
            Set(claim, now ?? then);
        }
        return lines.ToImmutable();

        void Set(string claim, ClaimForm? form)
        {
            if (form is not null) forms[claim] = form;
        }
    }

    private static Dictionary<string, ClaimForm> Beginning(CheckedArticle article) => article.Findings.Select(finding => finding.Claim).Concat(article.Dropped.Select(gone => gone.Claim))
        .SelectMany(claim => claim.Correction is { } corrected ? corrected.Before : [claim])
        .DistinctBy(claim => claim.Id).ToDictionary(claim => claim.Id, claim => ClaimForm.Of(claim, article.Evidence));

    private static ClaimForm? FormOf(Correction correction) => correction switch
    {
        Correction.Change change => change.Form,
        Correction.Merge merge => merge.Form,
        Correction.Split split => split.Parts.IsEmpty ? null : split.Parts[0].Form,
        Correction.Add add => add.Claim.Form,
        _ => null,
    };
}
