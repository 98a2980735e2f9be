using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>Every source and every proposition is used by a row.</summary>
internal static class UseCheck
{
    public static void Run(LintedPack pack)
    {
        var sources = pack.Everywhere.SelectMany(r => r.Sources).ToHashSet();
        // What a register cites would have to be read whole.
        foreach (var source in pack.Registers.IsEmpty ? pack.Sources : [])
            if (!sources.Contains(source.Source.Id))
                pack.Report("sources.csv", source.Line, "id", "unused-source", $"'{source.Source.Id}', which no row cites", "a source that is cited", "cite it or delete the row");
        var propositions = pack.Everywhere.OfType<Attribution>().Select(a => a.PropositionId).ToHashSet(StringComparer.Ordinal);
        foreach (var proposition in pack.Rows.OfType<Proposition>())
            if (!propositions.Contains(proposition.PropositionId) && pack.Registers.All(register => register.CountOf(RowKey.Attributions, proposition.PropositionId) == 0))
                pack.Report(proposition, "id", "unused-proposition", $"'{proposition.PropositionId}', which nobody asserts or denies", "a row of attributions.csv", "add who says it or delete the row");
    }
}
