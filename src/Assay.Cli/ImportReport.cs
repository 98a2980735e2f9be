using System.Globalization;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Imports;

namespace Assay.Cli;

/// <summary>Says what an import took, what it could not, and where that stands.</summary>
internal static class ImportReport
{
    private const int MostShown = 100;

    public static void Print(Terminal terminal, string pack, ImportResult result)
    {
        var output = terminal.Output;
        foreach (var problem in result.Files.SelectMany(file => file.Problems).Concat(result.Merging.Take(MostShown))) output.WriteLine(Plain(problem.ToString()));
        if (result.ProblemCount > result.Files.Sum(file => file.Problems.Count) + Math.Min(MostShown, result.Merging.Count))
            output.WriteLine($"… {Count(result.ProblemCount, "problem")} in all; the first of each file are shown");
        foreach (var file in result.Files)
            output.WriteLine(Plain($"{file.File}: {Count(file.Rows, "row")}{(file.ProblemCount > 0 ? $", {Count(file.ProblemCount, "problem")}" : "")}{(file.WasKept ? " (read by an earlier run)" : "")}"));
        foreach (var skip in result.Files.SelectMany(file => file.Skips).GroupBy(skip => skip.What).OrderByDescending(skips => skips.Sum(skip => skip.Count)).ThenBy(skips => skips.Key, StringComparer.Ordinal))
            output.WriteLine(Plain($"not taken over: {Skipped(skip)}"));
        if (!result.IsWritten)
        {
            var empty = string.Join(", ", result.Files.Where(file => file.Rows == 0).Select(file => file.File));
            output.WriteLine(Plain($"{pack}: nothing was written, for nothing could be taken from {empty}"));
            return;
        }
        if (result.Joined > 0) output.WriteLine($"{Count(result.Joined, "row")} joined with others of one fact, in the files or in the pack before");
        if (result.Undefined > 0) output.WriteLine($"{Count(result.Undefined, "entity is", "entities are")} named by rows and described by no file; {(result.Undefined == 1 ? "it" : "each")} has a row that says so");
        var (same, asks) = (result.Links.Count(link => link.Outcome == LinkOutcome.Same), result.Links.Count(link => link.Outcome == LinkOutcome.Ask));
        if (same > 0) output.WriteLine($"{Count(same, "entity is", "entities are")} read as one of another pack; assay link list {pack} shows them, assay link undo takes one back");
        if (asks > 0) output.WriteLine($"{Count(asks, "link")} to decide: assay link review {pack}");
        output.WriteLine($"{pack}: {string.Join(", ", result.Tables.Select(table => $"{table.Rows.ToString("N0", CultureInfo.InvariantCulture)} {table.Table}"))}");

        static string Skipped(IGrouping<string, ImportSkip> skip) => $"{skip.Key}: {skip.Sum(one => one.Count).ToString("N0", CultureInfo.InvariantCulture)} (first in {skip.First().File}:{skip.First().Line})";
    }

    // What stands in files of others must not steer the terminal.
    private static string Plain(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)) : text;

    private static string Count(long many, string one, string? several = null) => $"{many.ToString("N0", CultureInfo.InvariantCulture)} {(many == 1 ? one : several ?? one + "s")}";
}
