using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>No whole is a part of itself, however many sums lie between.</summary>
internal static class PartsCycleCheck
{
    public static void Run(LintedPack pack)
    {
        foreach (var sums in pack.Everywhere.OfType<Part>().GroupBy(p => (p.Indicator, p.Period)))
        {
            var parts = sums.ToLookup(p => p.Whole, p => p.Subject);
            foreach (var row in sums)
                if (Reaches(row.Subject, row.Whole, parts, []))
                    pack.Report(row, "part", "parts-cycle", $"'{row.Subject}', which '{row.Whole}' is itself a part of", "sums that divide in one direction", "remove the row that leads back");
        }
    }

    private static bool Reaches(EntityId from, EntityId to, ILookup<EntityId, EntityId> parts, HashSet<EntityId> seen) =>
        from == to || (seen.Add(from) && parts[from].Any(part => Reaches(part, to, parts, seen)));
}
