namespace Assay.Formats.Graphs;

/// <summary>The names of the sections of a graph's snapshot. What they hold is told in <c>docs/formats/graph.md</c>.</summary>
internal static class GraphSections
{
    public const string Capital = "capital";
    public const string Votes = "votes";
    public const string Countries = "countries";
    public const string Kinds = "kinds";
    public const string IdSlots = "ids.slots";
    public const string IdPlaces = "ids.places";
    public const string IdRecords = "ids.records";
    public const string ValueName = "values.name";
    public const string ValueEntities = "values.entities";
    public const string ValueAmounts = "values.amounts";
    public const string Controls = "controls";
    public const string Vetoes = "vetoes";

    public static string Starts(string graph) => $"{graph}.starts";

    public static string Owners(string graph) => $"{graph}.owners";

    public static string Low(string graph) => $"{graph}.low";

    public static string High(string graph) => $"{graph}.high";

    public static string Complete(string graph) => $"{graph}.complete";

    public static string Parallel(string graph) => $"{graph}.parallel";

    public static string Overfull(string graph) => $"{graph}.overfull";

    public static string Sums(string graph) => $"{graph}.sums";

    public static string Words(string column) => $"{column}.words";

    public static string Ends(string column) => $"{column}.ends";

    public static string Codes(string column) => $"{column}.codes";
}
