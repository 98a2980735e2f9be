using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>
/// Checks a claim about the article's "now" again at a later day and, where the verdict is another, finds the rows that made it so: those
/// of either proof to which something happened in between, and without which nothing would have changed.
/// </summary>
/// <param name="check">The finding on a claim by a record.</param>
/// <param name="evidence">The record.</param>
/// <param name="wording">The sentences.</param>
internal sealed class LaterCheck(Func<Claim, EvidenceSnapshot, Finding> check, EvidenceSnapshot evidence, Wording wording)
{
    // Each costs the answering of a question on a record of its own.
    private const int MostTried = 40;
    private const int MostNamed = 3;

    private readonly DatedChangeWords _words = new(evidence, wording);

    /// <summary>The verdict at the later day; null where it is the same, or the claim is not about "now".</summary>
    public LaterVerdict? Of(Finding then, PartialDate later)
    {
        if (then.Claim is not { Time: { IsStated: false, Days: { } now }, Stance: not Stance.Predicted } || now.Last >= later.First) return null;
        var claim = then.Claim with { Time = then.Claim.Time with { Days = later.Days, Words = wording.Say("time-later", ("day", later.ToString())) }, AsOf = later };
        var finding = check(claim, evidence);
        if (finding.Verdict == then.Verdict) return null;
        var (cause, changes) = Cause(claim, then, finding, now.Last, later.Last);
        var rows = cause is LaterCause.Alone or LaterCause.Together ? [.. changes.Select(change => change.Row)] : New(then, finding);
        if (rows.IsEmpty) cause = LaterCause.NoRow;
        return new LaterVerdict { AsOf = later, Finding = finding, Rows = rows, Cause = cause, Text = Text(finding, later, cause, changes) };
    }

    private (LaterCause Cause, ImmutableArray<DatedChange> Changes) Cause(Claim claim, Finding then, Finding finding, DateOnly after, DateOnly by)
    {
        var changes = Rows(then).Concat(Rows(finding)).DistinctBy(row => row.Id)
            .Select(row => DatedChange.Between(row, after, by)).OfType<DatedChange>().Take(MostTried).ToImmutableArray();
        var alone = changes.Where(change => IsAsBefore([change])).ToImmutableArray();
        if (!alone.IsEmpty) return (LaterCause.Alone, alone);
        if (changes.IsEmpty || !IsAsBefore(changes)) return (LaterCause.Cited, []);
        var needed = changes;
        foreach (var change in changes)
            if (IsAsBefore(needed.Remove(change))) needed = needed.Remove(change);
        return (LaterCause.Together, needed);

        bool IsAsBefore(IEnumerable<DatedChange> undone) => check(claim, DatedChange.Undo(evidence, undone)).Verdict == then.Verdict;
    }

    private static ImmutableArray<Statement> New(Finding then, Finding finding)
    {
        var known = Rows(then).Select(row => row.Id).ToHashSet();
        return [.. finding.Rows.Where(row => !known.Contains(row.Id))];
    }

    private static IEnumerable<Statement> Rows(Finding finding) => finding.Readings.SelectMany(reading => reading.Answer.Proof.AllRows());

    private string Text(Finding finding, PartialDate later, LaterCause cause, ImmutableArray<DatedChange> changes) => wording.Say("later",
        ("verdict", VerdictName(finding.Verdict)), ("day", later.ToString()),
        ("why", cause is LaterCause.Alone or LaterCause.Together ? $"{string.Join("; ", changes.Take(MostNamed).Select(_words.Of))}." : finding.Justification));

    private string VerdictName(Verdict verdict) => wording.Say(verdict switch
    {
        Verdict.Supported => "verdict-supported",
        Verdict.Refuted => "verdict-refuted",
        Verdict.ConflictingEvidence => "verdict-conflicting",
        _ => "verdict-open",
    });
}
