using System.Text;
using Assay.Evidence;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Registers;
using Sylvan.Data.Csv;

namespace Assay.Tests.Registers;

/// <summary>A folder of packs for the time of a test.</summary>
internal sealed class RegisterFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assay-register-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a pack of CSV tables.</summary>
    public string Csv(string name, IEnumerable<(string Table, string[] Cells)> rows, params string[] buildsOn)
    {
        var folder = Begin(name, buildsOn);
        foreach (var table in rows.GroupBy(row => row.Table))
            File.WriteAllText(System.IO.Path.Combine(folder, table.Key + ".csv"), string.Concat(table.Select(row => row.Cells).Prepend([.. TableFormat.Find(table.Key)!.Columns]).Select(cells => PackTable.Line(cells) + "\n")));
        return folder;
    }

    /// <summary>Writes the same pack as a register: each row at the place it has as CSV.</summary>
    public string Register(string name, IEnumerable<(string Table, string[] Cells)> rows, params string[] buildsOn)
    {
        var folder = Begin(name, buildsOn);
        Write(folder, rows);
        return folder;
    }

    /// <summary>Writes a register into a folder.</summary>
    public static RegisterSize Write(string folder, IEnumerable<(string Table, string[] Cells)> rows, CancellationToken cancellation = default)
    {
        using var writer = new RegisterWriter(folder);
        var lines = new Dictionary<string, int>();
        foreach (var (table, cells) in rows)
        {
            var line = lines[table] = lines.GetValueOrDefault(table, 1) + 1;
            var problems = writer.Add(new ImportedRow(TableFormat.Find(table)!, cells, table + ".csv", line));
            if (problems.Count > 0) throw new InvalidOperationException(problems[0].ToString());
        }
        return writer.Finish(cancellation);
    }

    /// <summary>The rows of a pack of CSV tables.</summary>
    public static IEnumerable<(string Table, string[] Cells)> RowsOf(string folder)
    {
        foreach (var table in TableFormat.All)
        {
            var file = System.IO.Path.Combine(folder, table.File);
            if (!File.Exists(file)) continue;
            using var csv = CsvDataReader.Create(new StreamReader(file, Encoding.UTF8), new CsvDataReaderOptions { HasHeaders = true });
            while (csv.Read()) yield return (table.Name, [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Begin(string name, string[] buildsOn)
    {
        var folder = this[name];
        Directory.CreateDirectory(folder);
        File.WriteAllText(System.IO.Path.Combine(folder, "datapackage.json"),
            $$"""{"name":"{{System.IO.Path.GetFileName(name)}}","title":"A pack","version":"1","assay":{"format":"1","buildsOn":[{{string.Join(',', buildsOn.Select(on => $"\"{on}\""))}}]},"resources":[]}""");
        return folder;
    }
}
