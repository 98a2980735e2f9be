using System.Text;
using Assay.Formats.Imports;
using Assay.Formats.Mappings.Tables;

namespace Assay.Formats.Mappings;

/// <summary>
/// Writes a first mapping for a person to correct: what the columns of tables seem to hold, by their names and their first values. What was read off is told
/// in comments, with how sure it is.
/// </summary>
public static class MappingGuess
{
    /// <summary>So many rows of each table are looked at.</summary>
    private const int SampledRows = 500;

    /// <summary>A mapping for some files, as YAML that the mapping reader accepts; empty where they have no table that can be looked at.</summary>
    /// <param name="files">The files.</param>
    /// <param name="problems">What could not be read of them.</param>
    public static string Of(IReadOnlyList<ImportFile> files, out IReadOnlyList<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        var found = new List<Problem>();
        problems = found;
        var guesses = new List<GuessedTable>();
        foreach (var file in files)
        {
            using var tables = InputTables.Of(file, found.Add, _ => { });
            foreach (var table in tables.All)
                if (Sample(table, found) is { } sample) guesses.Add(sample);
        }
        return guesses.Count == 0 ? "" : Yaml(guesses);
    }

    private static GuessedTable? Sample(InputTable table, List<Problem> problems)
    {
        var own = new List<Problem>();
        var encoding = "";
        var (columns, rows) = Read(table, new TextDialect(), own);
        if (own.Exists(problem => problem.Code == "not-utf8"))
        {
            own.Clear();
            (encoding, (columns, rows)) = ("windows-1252", Read(table, new TextDialect { Encoding = TextEncodings.Find("windows-1252") }, own));
        }
        problems.AddRange(own);
        if (columns.Count == 0) return null;
        var missing = rows.SelectMany(row => row).Where(value => ColumnWords.Embedded.Missing.Contains(value)).Distinct().Order(StringComparer.Ordinal).ToList();
        return new GuessedTable(table, [.. columns.Select((name, i) => new GuessedColumn(name, [.. rows.Select(row => row[i]).Where(value => value.Length > 0 && !missing.Contains(value))]))], rows.Count, encoding, missing);
    }

    private static (IReadOnlyList<string> Columns, List<string[]> Rows) Read(InputTable table, TextDialect dialect, List<Problem> problems)
    {
        using var cursor = table.Open(dialect, problems.Add);
        var rows = new List<string[]>();
        var cells = new string[cursor.Columns.Count];
        while (rows.Count < SampledRows && cells.Length > 0 && cursor.TryNext(cells)) rows.Add([.. cells]);
        return (cursor.Columns, rows);
    }

    private static string Yaml(List<GuessedTable> tables)
    {
        var text = new StringBuilder();
        text.Append($$"""
            # A first mapping, made of the names and the first {{SampledRows}} rows of each table. Correct it, then:
            #   assay import table --map THIS.yaml --check
            # docs/formats/tables.md describes every key.
            mapping: {{MappingFile.KnownForm}}

            # Where the tables are from. Who published them is not in them: fill it in, or remove 'sources' to cite the file itself.
            # sources:
            #   - { id: register, publisher: Who published it, title: What it is called, date: "2025-01-31", url: "https://…", kind: primary }

            """.ReplaceLineEndings("\n"));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var name = Packs.Writing.Slugs.Of(table.Table.Name) is { Length: > 0 } slug ? slug : "table";
            table.Name = Packs.Writing.Slugs.Free(name, names.Contains);
            names.Add(table.Name);
        }
        text.Append("\ninputs:\n");
        foreach (var table in tables) table.WriteInput(text, isAlone: tables.Count == 1);
        text.Append("\nrows:\n");
        foreach (var table in tables) table.WriteRows(text);
        return text.ToString();
    }
}
