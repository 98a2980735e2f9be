using System.Text;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Rules;

namespace Assay.Formats.Mappings;

/// <summary>Reads a translation of values, with the file beside the mapping that it may stand in.</summary>
internal static class TranslationPart
{
    public static ValueTranslation Read(string name, RuleNode node, Func<string, string?> beside)
    {
        MappingParts.Allow(node, "values", "file", "otherwise");
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!node.IsMap) node.Report("map", "no map", "'values' or 'file'", "write 'values:' and below it 'theirs: ours' lines");
        else if (node["values"] is null && node["file"] is null) node.Report("missing-key", "neither 'values' nor 'file'", "one of them", "add the values");
        foreach (var (key, value) in node.IsMap ? node["values"]?.Entries() ?? [] : []) values[key.Trim()] = value.Text();
        if (node.IsMap && node["file"] is { } file && file.Text() is { Length: > 0 } path)
        {
            if (Path.IsPathRooted(path) || path.Split('/', '\\').Contains("..")) file.Report("outside", $"'{path}'", "a file beside the mapping", "put it there");
            else if (beside(path) is { } text) ReadFile(file, path, text, values);
            else file.Report("missing-file", $"'{path}', which is not there", "a CSV file with two columns beside the mapping", "put it there, or correct the name");
        }
        return new ValueTranslation(name, values, node.IsMap && node["otherwise"] is { } otherwise ? otherwise.OneOf<Untranslated>() : Untranslated.Refuse);
    }

    private static void ReadFile(RuleNode node, string path, string text, Dictionary<string, string> values)
    {
        try
        {
            var rows = CsvText.Rows(Encoding.UTF8.GetBytes(text));
            foreach (var row in rows)
            {
                if (row.Cells.Length != 2) node.Report("field-count", $"{row.Cells.Length} cells in {path}:{row.Line}", "two: theirs and ours", "correct the line");
                else values.TryAdd(row.Cells[0].Trim(), row.Cells[1].Trim());
            }
            if (rows.Count == 0) node.Report("empty-file", $"{path} without a line below its header", "lines with two cells", "fill it in");
        }
        catch (Sylvan.Data.Csv.CsvFormatException)
        {
            node.Report("bad-quote", $"{path} with a quote that is never closed", "CSV", "close the quote");
        }
    }
}
