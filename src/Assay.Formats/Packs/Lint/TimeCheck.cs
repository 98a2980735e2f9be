using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>Spans end after they begin; one stake hands over to the next without gap or overlap.</summary>
internal static class TimeCheck
{
    public static void Run(LintedPack pack)
    {
        foreach (var row in pack.Rows) Order(pack, row);
        foreach (var series in pack.Everywhere.OfType<Stake>().Where(s => s.StakeStatus != RowStatus.Planned).GroupBy(s => (s.Owner, s.Asset, s.Interest, LintedPack.TellingOf(s))))
            HandOver(pack, [.. series.OrderBy(s => s.Validity.From?.First ?? DateOnly.MinValue)]);
    }

    private static void Order(LintedPack pack, Statement row)
    {
        switch (row)
        {
            case Domicile r: Exclusive(pack, r, r.Validity); break;
            case Stake r: Exclusive(pack, r, r.Validity); break;
            case OtherInterest r: Exclusive(pack, r, r.Validity); break;
            case DisclosureException r: Exclusive(pack, r, r.Validity); break;
            case Operation r: Exclusive(pack, r, r.Validity); break;
            case Regime r: Exclusive(pack, r, r.Validity); break;
            case Membership r: Exclusive(pack, r, r.Validity); break;
            case Position r: Exclusive(pack, r, r.Validity); break;
            case Completeness r: Exclusive(pack, r, new Validity(r.From, r.To, null)); break;
            case Event { From: { } from, To: { } to } r when to.Last < from.First: Report(pack, r, "to", from, to, "on or after"); break;
            case Agreement { Ended: { } ended } r when (r.Signed ?? r.InForce) is { } signed && ended.Last < signed.First: Report(pack, r, "ended", signed, ended, "on or after"); break;
        }
    }

    private static void Exclusive(LintedPack pack, Statement row, Validity validity)
    {
        if (validity is { From: { } from, To: { } to } && to.First <= from.First) Report(pack, row, "to", from, to, "after");
    }

    private static void Report(LintedPack pack, Statement row, string column, PartialDate from, PartialDate to, string relation) =>
        pack.Report(row, column, "from-after-to", $"{to}", $"a date {relation} {from}", "correct one of the two dates");

    private static void HandOver(LintedPack pack, Stake[] series)
    {
        for (var i = 1; i < series.Length; i++)
        {
            var (before, after) = (series[i - 1], series[i]);
            if ((before.Validity.To, after.Validity.From) is not ({ } to, { } from) || to == from) continue;
            if (to.Days.Contains(from.Days) || from.Days.Contains(to.Days))
                pack.Report(after, "from", "hand-over", $"'{from}' where the row before ends on '{to}'", "one date, written alike", "write both as precisely as the better source");
            else if (from.First < to.First && before.StakeStatus == after.StakeStatus)
                pack.Report(after, "from", "stake-overlap", $"'{from}', while the row before runs to '{to}'", "one stake of an owner at a time", "end the earlier row where the later begins");
        }
    }
}
