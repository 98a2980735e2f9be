using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Who held how much of an asset over given days, read from the stake rows; plans are left out.</summary>
internal static class StakeRows
{
    /// <summary>Whether a row is of a share in ownership that someone has, not of votes apart from capital and not of a plan.</summary>
    public static bool IsOwned(Stake row) => row.Interest != Interest.Votes && IsHad(row);

    /// <summary>Whether a row is of votes apart from capital that someone has, and not of a plan.</summary>
    public static bool IsVoted(Stake row) => row.Interest == Interest.Votes && IsHad(row);

    /// <summary>One step an owner, in the order of the rows; owners that certainly held nothing on the days are left out.</summary>
    public static ImmutableArray<ProofStep> Held(Inquiry inquiry, EntityId asset, DayRange days) =>
    [
        .. inquiry.Evidence.StakesIn(asset).Where(IsOwned).GroupBy(row => row.Owner)
            .Select(rows => rows.Where(row => row.Validity.HoldsOn(days) != Truth.False).ToImmutableArray())
            .Where(rows => rows.Length > 0)
            .Select(rows => Step(inquiry, rows, days)),
    ];

    /// <summary>How much of an asset the rows cover over the days by the completeness rows, in percent; null where none speaks.</summary>
    public static Bounds? CoveredAtLeast(Inquiry inquiry, EntityId asset, DayRange days) => Lists(inquiry, asset, days) is { Length: > 0 } lists
        ? lists.Select(row => row.Covers!.Value).Aggregate((sum, next) => sum.Hull(next))
        : null;

    /// <summary>The completeness rows that speak of an asset's owners over the days.</summary>
    public static ImmutableArray<Completeness> Lists(Inquiry inquiry, EntityId asset, DayRange days) =>
        [.. inquiry.Evidence.Completeness("stakes", asset).Where(row => row.Covers is not null && Spans.Covers(row, days))];

    private static bool IsHad(Stake row) => row.Status is not (RowStatus.Planned or RowStatus.Forecast) && row.Share.High > 0;

    private static ProofStep Step(Inquiry inquiry, ImmutableArray<Stake> rows, DayRange days)
    {
        var share = Share(inquiry, rows, days);
        return new ProofStep
        {
            Rule = ProofRule.StakeHeld,
            Text = inquiry.Say(
                rows is [{ Validity.From: not null } one] && one.Validity.HoldsOn(days) == Truth.True ? "stake-since" : "stake",
                ("owner", inquiry.Name(rows[0].Owner)), ("asset", inquiry.Name(rows[0].Asset)), ("share", Percent(rows, share)),
                ("from", rows[0].Validity.From?.ToString() ?? ""), ("days", days.ToString())),
            Value = new StepValue.Figure(share, "%"),
            Rows = [.. rows],
            Given = new Given { Subject = rows[0].Owner, Object = rows[0].Asset, Days = days, IsShaken = inquiry.IsShaken },
        };
    }

    // Rows that hold throughout add up; of a register that was imported they may also be one fact told twice, or told anew. Where one follows
    // the other without a gap, the share lies between theirs; any other row that may have held for a part of the days adds to the upper bound alone.
    private static Bounds Share(Inquiry inquiry, ImmutableArray<Stake> rows, DayRange days)
    {
        var sure = rows.Where(row => row.Validity.HoldsOn(days) == Truth.True).ToList();
        var maybe = rows.Except(sure).ToList();
        if (sure.Count == 0 && Succeed(maybe, days)) return maybe.Select(inquiry.Share).Aggregate((sum, next) => sum.Hull(next));
        var low = sure.Exists(row => row.Place.IsImported) ? sure.Min(row => inquiry.Share(row).Low) : sure.Sum(row => inquiry.Share(row).Low);
        var high = rows.Sum(row => inquiry.Share(row).High);
        return new(Math.Min(low, 100), Math.Min(high, 100));
    }

    private static bool Succeed(List<Stake> rows, DayRange days)
    {
        if (rows.Count < 2) return false;
        var ordered = rows.OrderBy(row => row.Validity.From?.First ?? DateOnly.MinValue).ToList();
        var (first, last) = (ordered[0].Validity, ordered[^1].Validity);
        var begun = (first.From?.Last ?? first.Seen?.Last) is { } start && days.First >= start;
        var goesOn = last.To is not { } to || days.Last < to.First;
        return begun && goesOn && ordered.Zip(ordered.Skip(1)).All(pair => pair.First.Validity.To is { } end && end == pair.Second.Validity.From);
    }

    private static string Percent(ImmutableArray<Stake> rows, Bounds share) => rows is [var one] && one.Share.IsExact && share.IsExact
        ? one.Share.ToString()
        : Inquiry.Show(share);
}
