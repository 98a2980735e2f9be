namespace Assay.Benchmarks;

/// <summary>What is measured of ownership, as it stands in the tables; our processes and those beside them name their figures so.</summary>
internal static class OwnershipRows
{
    public const string Repeat = "repeat answer, value on 2 % of entities";
    public const string Totals = "totals by country of an answer";
    public const string Eight = "eight vectors in one pass";
    public const string Everywhere = "repeat answer, value everywhere";
    public const string Prepared = "resolved stakes → answer, value everywhere";
    public const string First = "resolved stakes → country table, first answer of a process";
    public const string Control = "all control pairs, made ready before";
    public const string Ready = "graph → all control pairs";
    public const string AllControl = "resolved stakes → all control pairs, first answer of a process";
    public const string Csv = "CSV → country table, whole process";
    public const string Snapshot = "snapshot → country table, whole process";

    /// <summary>Their order in the tables.</summary>
    public static readonly string[] All = [Repeat, Everywhere, Eight, Totals, First, Prepared, Control, Ready, AllControl, Csv, Snapshot];

    /// <summary>The most memory a process had, MB; stands in a table of its own.</summary>
    public const string Memory = "memory";
}
