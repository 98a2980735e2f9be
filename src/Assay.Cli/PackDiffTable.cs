using Assay.Findings;
using Assay.Formats.Packs.Diff;

namespace Assay.Cli;

/// <summary>Prints what is not the same in two versions of a pack for people.</summary>
internal static class PackDiffTable
{
    public static void Write(TextWriter output, IReadOnlyList<RowChange> changes, IReadOnlyList<VerdictChange> verdicts, int articles)
    {
        if (changes.Count == 0) output.WriteLine("no row differs");
        foreach (var table in changes.GroupBy(change => change.Table.Name))
        {
            output.WriteLine($"{table.Key}: {string.Join(", ", Enum.GetValues<RowFate>().Select(fate => (fate, Count: table.Count(change => change.Fate == fate))).Where(pair => pair.Count > 0).Select(pair => $"{pair.Count} {Name(pair.fate)}"))}");
            foreach (var change in table) Write(output, change);
        }
        if (articles == 0) return;
        output.WriteLine();
        if (verdicts.Count == 0) output.WriteLine(articles == 1 ? "no verdict of the article changes" : $"no verdict of the {articles} articles changes");
        foreach (var article in verdicts.GroupBy(change => change.Article))
        {
            output.WriteLine($"{article.Key}: {article.Count()} verdict{(article.Count() == 1 ? "" : "s")} changed");
            foreach (var change in article) Write(output, change);
        }
    }

    /// <summary>What became of a row, in a word.</summary>
    public static string Name(RowFate fate) => fate.ToString().ToLowerInvariant();

    /// <summary>A row's sign in lists.</summary>
    private static char Sign(RowFate fate) => fate switch { RowFate.Added => '+', RowFate.Removed => '-', _ => '~' };

    private static void Write(TextWriter output, RowChange change)
    {
        output.WriteLine($"  {Sign(change.Fate)} {change.Id}");
        foreach (var (column, before, after) in change.Cells)
            output.WriteLine(change.Fate == RowFate.Changed ? $"      {column}: {Shown(before)} → {Shown(after)}" : $"      {column}: {(change.Fate == RowFate.Added ? after : before)}");
    }

    private static void Write(TextWriter output, VerdictChange change)
    {
        output.WriteLine($"  {change.Claimed.Claim.Id} \"{change.Claimed.Claim.Quote}\"");
        output.WriteLine($"      {VerdictOf(change.Before)} → {VerdictOf(change.After)}");
        output.WriteLine(change.Rows.Count == 0
            ? "      no changed row is cited: a name or an alias that changed makes the claim read otherwise"
            : $"      rows: {string.Join(", ", change.Rows.Select(row => $"{Sign(row.Fate)} {row.Id}"))}");
    }

    private static string Shown(string cell) => cell.Length == 0 ? "(empty)" : cell;

    private static string VerdictOf(Finding? finding) => finding?.Verdict switch
    {
        null => "(not found)",
        Verdict.NotEnoughEvidence => "Not Enough Evidence",
        Verdict.ConflictingEvidence => "Conflicting Evidence",
        var verdict => verdict.Value.ToString(),
    };
}
