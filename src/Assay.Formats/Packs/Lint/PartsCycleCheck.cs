using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>Nothing is a part of itself, nor of one of its own parts.</summary>
internal static class PartsCycleCheck
{
    public static void Run(LintedPack pack)
    {
        var wholesOf = pack.Everywhere.OfType<Part>().ToLookup(row => (row.Subject, row.Indicator, row.Period), row => row.Whole);
        foreach (var row in pack.Rows.OfType<Part>().Where(row => Reaches(row.Whole, row.Subject, row, [])))
            pack.Report(row, "part", "parts-cycle", $"'{row.Subject}' as a part of '{row.Whole}', which is a part of it", "parts that are smaller than their whole", "take out the row that stands the wrong way round");

        // Whether an entity is the other, or part of what is.
        bool Reaches(EntityId from, EntityId to, Part row, HashSet<EntityId> seen) =>
            from == to || (seen.Add(from) && wholesOf[(from, row.Indicator, row.Period)].Any(whole => Reaches(whole, to, row, seen)));
    }
}
