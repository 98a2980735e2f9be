using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>A completeness row names a table of the format, and an indicator where the table has one.</summary>
internal static class CompletenessCheck
{
    public static void Run(LintedPack pack)
    {
        foreach (var row in pack.Rows.OfType<Completeness>())
        {
            if (TableFormat.Find(row.Table) is null)
                pack.Report(row, "table", "unknown-table", $"'{row.Table}'", string.Join(", ", TableFormat.All.Select(t => t.Name)), "use the name of a table");
            if (row.Table is "measures" or "parts" or "rankings" && row.Indicator.Length == 0)
                pack.Report(row, "indicator", "no-indicator", "nothing", $"the indicator for which {row.Table} is complete", "fill it in");
        }
    }
}
