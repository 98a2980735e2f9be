using System.Collections.Immutable;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Publishing.Desk;
using Assay.Storage.Published;

namespace Assay.Web.Desk;

/// <summary>What differs in the verdicts of a draft from those of a published version, and why: what editors corrected, which rows came and went, other rules, another date.</summary>
internal static class VersionComparison
{
    private const int MostReasons = 3;

    /// <summary>The verdicts that differ, in the order of the article; those that are gone at the end.</summary>
    /// <param name="before">The version.</param>
    /// <param name="document">Its document; null: it is not there, so that no rows can be compared.</param>
    /// <param name="now">The draft as checked now.</param>
    public static ImmutableArray<ChangedClaim> Changes(PublishedVersion before, byte[]? document, OpenDraft now)
    {
        var cited = document is null ? [] : CitedRows.Of(document);
        var left = before.Findings.ToList();
        var changes = ImmutableArray.CreateBuilder<ChangedClaim>();
        foreach (var finding in now.Article.Findings)
        {
            var old = left.Find(one => one.Claim == finding.Claim.Id && one.Quote == finding.Claim.Quote) ?? left.Find(one => one.Quote == finding.Claim.Quote && one.Kind == finding.Claim.Kind.ToString()) ?? left.Find(one => one.Claim == finding.Claim.Id);
            if (old is not null) left.Remove(old);
            if (old?.Verdict != finding.Verdict.ToString())
                changes.Add(new ChangedClaim(finding.Claim.Id, finding.Claim.Quote, old?.Verdict ?? "", finding.Verdict.ToString(), Why(before, old is null ? null : cited.GetValueOrDefault(old.Claim), finding, now)));
        }
        foreach (var gone in left) changes.Add(new ChangedClaim(gone.Claim, gone.Quote, gone.Verdict, "", WhyGone(before, gone, now)));
        return changes.ToImmutable();
    }

    private static string Why(PublishedVersion before, HashSet<string>? cited, Finding finding, OpenDraft now)
    {
        var reasons = new List<string>();
        foreach (var line in Since(before, now).Where(line => finding.Claim.Correction?.By.Contains(now.Check.Edits.All.IndexOf(line.Edit)) == true))
            reasons.Add($"{line.Edit.Edit.MadeBy} {How(line.Edit.Correction)}{(line.Differences.IsEmpty ? "" : $" ({string.Join("; ", line.Differences)})")}");
        if (cited is not null) reasons.AddRange(Rows(cited, finding, now.Article.Evidence));
        if (reasons.Count == 0 && before.AsOf != (now.Article.AsOf?.ToString() ?? "")) reasons.Add($"the article's date is taken as {now.Article.AsOf?.ToString() ?? "not known"}, before as {(before.AsOf.Length > 0 ? before.AsOf : "not known")}");
        if (reasons.Count == 0 && before.RulesSha256 != now.Check.Record.Rules.Sha256) reasons.Add("the rules are others");
        if (reasons.Count == 0 && cited is not null) reasons.Add("rows that it rests on say something else now");
        return string.Join("; ", reasons.Take(MostReasons));
    }

    private static string WhyGone(PublishedVersion before, PublishedFinding gone, OpenDraft now)
    {
        foreach (var dropped in now.Article.Dropped.Where(dropped => dropped.Claim.Id == gone.Claim))
            return dropped.Into.Length > 0 ? $"it went into {dropped.Into}" : $"{now.Check.Edits.All[dropped.By].Edit.MadeBy} dropped it: {dropped.Reason}";
        return before.RulesSha256 != now.Check.Record.Rules.Sha256 ? "the rules are others" : "";
    }

    private static IEnumerable<HistoryLine> Since(PublishedVersion before, OpenDraft now) => now.History.Where(line => line.Edit.Undo is null && line.Edit.Edit.Made > before.Published);

    private static string How(Correction correction) => correction switch
    {
        Correction.Add => "added it",
        Correction.Split => "split it",
        Correction.Merge => "merged it",
        _ => "corrected it",
    };

    private static IEnumerable<string> Rows(HashSet<string> cited, Finding finding, EvidenceSnapshot evidence)
    {
        var now = finding.Rows.DistinctBy(row => row.Id).ToList();
        var ids = now.Select(row => row.Id.Value).ToHashSet();
        var added = now.Where(row => !cited.Contains(row.Id.Value) && row is not Entity).Select(row => $"rests on: {RowText.Of(row, evidence)}");
        var gone = cited.Where(id => !ids.Contains(id)).Order(StringComparer.Ordinal).Select(id => evidence.Statement(new StatementId(id)) is { } row
            ? row is Entity ? "" : $"no longer counts: {RowText.Of(row, evidence)}"
            : $"no longer in the record: {id}");
        return added.Take(2).Concat(gone.Where(text => text.Length > 0).Take(2));
    }
}
