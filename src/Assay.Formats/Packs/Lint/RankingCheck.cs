using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>On a list, figures fall as ranks rise.</summary>
internal static class RankingCheck
{
    public static void Run(LintedPack pack)
    {
        foreach (var list in pack.Everywhere.OfType<Ranking>().GroupBy(r => r.List))
        {
            Ranking[] rows = [.. list.OrderBy(r => r.Rank)];
            Falling(pack, rows, "value", r => r.Value);
            Falling(pack, rows, "share_pct", r => r.SharePercent);
        }
    }

    private static void Falling(LintedPack pack, Ranking[] rows, string column, Func<Ranking, decimal?> figure)
    {
        Ranking? before = null;
        foreach (var row in rows.Where(r => figure(r) is not null))
        {
            if (before is not null && figure(row) > figure(before))
                pack.Report(row, column, "ranking-order", $"{figure(row)} at rank {row.Rank}, above {figure(before)} at rank {before.Rank}", "figures that fall as ranks rise", "correct the rank or the figure");
            before = row;
        }
    }
}
