using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>The parts of a whole have figures of its unit, do not overlap, and add up to it.</summary>
internal static class PartsCheck
{
    private const decimal Tolerance = 0.002m;

    public static void Run(LintedPack pack)
    {
        // The first row of a key is the one that sums use.
        var figures = new Dictionary<string, Measure>(StringComparer.Ordinal);
        foreach (var measure in pack.Everywhere.OfType<Measure>()) figures.TryAdd(Key(measure.Subject, measure.Indicator, measure.Period), measure);
        foreach (var sum in pack.Rows.OfType<Part>().GroupBy(p => Key(p.Whole, p.Indicator, p.Period)))
            Check(pack, figures, figures.GetValueOrDefault(sum.Key), [.. sum]);
    }

    private static void Check(LintedPack pack, Dictionary<string, Measure> figures, Measure? whole, Part[] parts)
    {
        Overlaps(pack, parts);
        if (whole is null)
        {
            pack.Report(parts[0], "whole", "whole-without-measure", $"no figure of '{parts[0].Whole}' for {parts[0].Indicator} {parts[0].Period}", "a row of measures.csv", "add the figure of the whole");
            return;
        }
        var (total, isWhole) = (0m, true);
        foreach (var part in parts.DistinctBy(p => p.Subject))
        {
            var figure = figures.GetValueOrDefault(Key(part.Subject, part.Indicator, part.Period));
            if (figure is null)
                pack.Report(part, "part", "part-without-measure", $"no figure of '{part.Subject}' for {part.Indicator} {part.Period}", "a row of measures.csv", "add the figure of the part");
            else if (figure.Unit != whole.Unit)
                pack.Report(part, "part", "part-unit", $"'{part.Subject}' in {figure.Unit}", $"{whole.Unit}, the unit of the whole", "convert the figure");
            if (figure?.Central is { } value && figure.Unit == whole.Unit) total += value;
            else isWhole = false;
        }
        if (isWhole && whole.Central is { } expected && Math.Abs(total - expected) > Tolerance * Math.Abs(expected))
            pack.Report(parts[0], "whole", "parts-sum", $"parts that add up to {total} {whole.Unit}", $"{expected} within 0.2 %", "correct a figure, or add a residual as a part");
    }

    // A licence holder's figure contains that of its field.
    private static void Overlaps(LintedPack pack, Part[] parts)
    {
        foreach (var operation in pack.Everywhere.OfType<Operation>().Where(o => o.Role != "operator"))
            if (parts.Any(p => p.Subject == operation.Operator) && Array.Find(parts, p => p.Subject == operation.Asset) is { } asset)
                pack.Report(asset, "part", "part-twice", $"'{asset.Subject}' beside '{operation.Operator}', whose output it is", "one of the two", "keep the one that has the better figure");
    }

    private static string Key(EntityId subject, string indicator, Period period) => $"{subject}/{indicator}/{period}";
}
