using System.Text;
using Assay.Evidence;
using Assay.Publishing.Terminal;
using Assay.Publishing.Wording;
using Assay.Records;

namespace Assay.Web.Mcp;

/// <summary>A view of the record for a model: its tables line by line, shortened where they are long, and the sources at the end.</summary>
internal static class RecordText
{
    private const int MostRows = 30;
    private const int MostSources = 25;

    public static string Of(RecordView view)
    {
        var text = new StringBuilder().Append(view.Title).Append('\n');
        foreach (var note in view.Notes) text.Append(note).Append('\n');
        var isSilent = !view.Tables.SelectMany(table => table.Rows).Any(row => row.Cited.Any());
        if (isSilent) text.Append("The record is silent: it has no rows for this. That does not mean that there is nothing.\n");
        var sources = new List<SourceId>();
        foreach (var table in view.Tables.Where(table => table.Rows.Length > 0 || table.Notes.Length > 0)) Append(text, table, sources);
        return Append(text, sources, view.Evidence).ToString();
    }

    /// <summary>The sources as they are numbered, and the packs that hold the rows.</summary>
    public static StringBuilder Append(StringBuilder text, List<SourceId> sources, EvidenceSnapshot evidence)
    {
        text.Append($"\nEvidence: {string.Join(", ", evidence.Packs.Select(pack => $"{pack.Name} {pack.Version}"))}\n");
        text.Append(sources.Count == 0 ? "Sources: none" : "Sources:");
        foreach (var (at, id) in sources.Take(MostSources).Index()) text.Append($"\n[{at + 1}] {Terms.Source(id, evidence)}");
        if (sources.Count > MostSources) text.Append($"\n… and {sources.Count - MostSources} more, in the structured content");
        return text;
    }

    /// <summary>The numbers of some sources, which are listed where they are not yet.</summary>
    public static string Numbers(IEnumerable<Statement> rows, List<SourceId> sources)
    {
        var cited = rows.SelectMany(row => row.Sources).Distinct().ToList();
        sources.AddRange(cited.Except(sources));
        return cited.Count == 0 ? "" : $" [{SourceNumbers.Of(cited.Select(id => sources.IndexOf(id) + 1).Order())}]";
    }

    private static void Append(StringBuilder text, RecordTable table, List<SourceId> sources)
    {
        text.Append($"\n## {table.Title}\n");
        var columns = CellWords.Telling(table);
        if (table.Rows.Length > 0) text.AppendJoin(" | ", columns.Select(at => table.Columns[at].Heading)).Append('\n');
        foreach (var row in table.Rows.Take(MostRows))
        {
            text.AppendJoin(" | ", columns.Select(at => CellWords.Of(row.Cells[at])));
            var warnings = string.Join("; ", CellWords.Warnings(row));
            if (warnings.Length > 0) text.Append($" ({warnings})");
            text.Append(Numbers(row.Cited, sources)).Append('\n');
        }
        if (table.Rows.Length > MostRows) text.Append($"… and {table.Rows.Length - MostRows} more rows, in the structured content\n");
        foreach (var note in table.Notes) text.Append(note).Append('\n');
    }
}
