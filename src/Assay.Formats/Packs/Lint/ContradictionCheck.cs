using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>Rows that cannot both be true.</summary>
internal static class ContradictionCheck
{
    // As for the sum of stakes: published percentages are rounded.
    private const decimal Least = 99m;

    public static void Run(LintedPack pack)
    {
        foreach (var stays in pack.Everywhere.OfType<Membership>().Where(IsFull).GroupBy(m => (m.Member, m.Body, LintedPack.TellingOf(m)))) Overlap(pack, [.. stays], m => m.Validity, "member", "member-twice", "one stay at a time");
        foreach (var seats in pack.Everywhere.OfType<Domicile>().GroupBy(d => (d.Firm, LintedPack.TellingOf(d)))) Overlap(pack, [.. seats], d => d.Validity, "country", "two-seats", "one seat at a time");
        foreach (var said in pack.Everywhere.OfType<Attribution>().GroupBy(a => (a.PropositionId, a.SaidBy, a.Date))) OneStance(pack, [.. said]);
        foreach (var list in pack.Everywhere.OfType<Ranking>().GroupBy(r => r.List)) OneList(pack, [.. list]);
        foreach (var figures in pack.Everywhere.OfType<Measure>().GroupBy(m => (m.Subject, m.Indicator, m.Period, m.Scope))) Limits(pack, [.. figures]);
        foreach (var whole in pack.Everywhere.OfType<Completeness>().Where(c => c is { Table: "stakes", Covers: { Low: >= 100 }, From: not null })) Whole(pack, whole);
    }

    private static bool IsFull(Membership row) => row.MembershipStatus is MembershipStatus.Member or MembershipStatus.FoundingMember;

    private static void Overlap<T>(LintedPack pack, T[] rows, Func<T, Validity> validity, string column, string code, string expected) where T : Statement
    {
        for (var i = 1; i < rows.Length; i++)
            if (Array.Find(rows[..i], other => Meet(validity(other), validity(rows[i]))) is { } before)
                pack.Report(rows[i], column, code, $"the same time as {before.Place}", expected, "end the earlier row where the later begins, or merge them");
    }

    private static bool Meet(Validity left, Validity right) => Begin(left) < End(right) && Begin(right) < End(left);

    private static DateOnly Begin(Validity span) => span.From?.First ?? DateOnly.MinValue;

    private static DateOnly End(Validity span) => span.To?.First ?? DateOnly.MaxValue;

    private static void OneStance(LintedPack pack, Attribution[] said)
    {
        if (said[0].Date is not null && Array.Find(said, a => a.Asserts != said[0].Asserts) is { } other)
            pack.Report(other, "stance", "two-stances", $"the contrary of {said[0].Place}, by the same speaker on the same day", "one stance", "correct one of the two, or the date");
    }

    private static void OneList(LintedPack pack, Ranking[] list)
    {
        if (Array.Find(list, r => r.Indicator != list[0].Indicator || r.Period != list[0].Period) is { } stray)
            pack.Report(stray, "list", "mixed-list", $"{stray.Indicator} {stray.Period} on a list of {list[0].Indicator} {list[0].Period}", "one indicator and one period a list", "name another list");
    }

    private static void Limits(LintedPack pack, Measure[] figures)
    {
        if (figures[0] is not { MeasureStatus: RowStatus.Reported, Central: { } value }) return;
        foreach (var limit in figures)
        {
            if (limit is { MeasureStatus: RowStatus.Ceiling, Central: { } most } && value > most)
                pack.Report(limit, "value", "beyond-limit", $"at most {most}, where {figures[0].Place} reports {value}", "a ceiling that is not below the figure", "correct one of the two");
            if (limit is { MeasureStatus: RowStatus.Floor, Central: { } least } && value < least)
                pack.Report(limit, "value", "beyond-limit", $"at least {least}, where {figures[0].Place} reports {value}", "a floor that is not above the figure", "correct one of the two");
        }
    }

    private static void Whole(LintedPack pack, Completeness whole)
    {
        var day = whole.From!.Value.Last;
        var sum = pack.Everywhere.OfType<Stake>()
            .Where(s => s.Asset == whole.Subject && s.Interest != Interest.Votes && s.StakeStatus != RowStatus.Planned && Begin(s.Validity) <= day && day < End(s.Validity))
            .Sum(s => s.Share.High);
        if (sum < Least)
            pack.Report(whole, "covers_min", "short-of-whole", $"{sum} % of '{whole.Subject}' on {day:O}, said to be all of it", "stakes that make up the whole", "add the stake that is missing, or say how much the rows cover");
    }
}
