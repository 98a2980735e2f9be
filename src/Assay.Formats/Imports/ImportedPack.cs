using System.Globalization;
using System.Text;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Imports;

/// <summary>The pack that rows are imported into: what it holds before, and how it is written.</summary>
internal sealed class ImportedPack(ImportPlan plan, string format)
{
    private readonly PackFiles? _before = File.Exists(Path.Combine(plan.Pack, PackFiles.DescriptorName)) ? PackFiles.FromFolder(plan.Pack) : null;

    /// <summary>Refuses a pack that was made by hand or imported from another format: one who stands in both under two ids would be counted twice.</summary>
    /// <exception cref="ImportException">It is one.</exception>
    public void RequireOwn()
    {
        if (_before is null) return;
        var imported = PackDescriptor.Read(_before, []).Imported;
        if (imported == format) return;
        throw new ImportException($"{plan.Pack} was {(imported.Length == 0 ? "made by hand" : $"imported from {imported}")}; import {format} into a pack of its own: what stands in both is joined by links, not by ids");
    }

    /// <summary>The ids of the entities of the packs that it may build on, with the pack of each.</summary>
    public IReadOnlyDictionary<string, string> KnownEntities()
    {
        var name = NameOf(plan.Pack);
        var known = EvidencePack.LoadAll(plan.Known);
        return known.Entities.Where(entity => entity.Place.Pack != name).ToDictionary(entity => entity.EntityId.Value, entity => entity.Place.Pack, StringComparer.Ordinal);
    }

    /// <summary>The rows that it holds already.</summary>
    public IEnumerable<ImportedRow> RowsBefore() =>
        from table in TableFormat.All
        where _before?[table.File] is not null && (!plan.Replaces || table.Name == "links")
        from row in CsvText.Rows(_before![table.File]!)
        where row.Cells.Length == table.Columns.Length
        select new ImportedRow(table, row.Cells, $"{plan.Pack}/{table.File}", row.Line);

    /// <summary>Writes the pack: all of it or nothing.</summary>
    /// <returns>How many rows each table has.</returns>
    public IReadOnlyList<(string Table, long Rows)> Write(RowMerge merge, IReadOnlyDictionary<string, string> known, CancellationToken cancellation)
    {
        var buildsOn = new HashSet<string>(StringComparer.Ordinal);
        var tables = TableFormat.All.ToDictionary(table => table.Name, _ => new List<ImportedRow>(), StringComparer.Ordinal);
        foreach (var row in merge.Rows(id => known.TryGetValue(id, out var pack) && (buildsOn.Add(pack) || true))) tables[row.Table.Name].Add(row);
        foreach (var (id, sources) in merge.Undefined) tables["entities"].Add(Undefined.Row(id, sources));
        var cited = tables.Values.SelectMany(rows => rows).SelectMany(row => row.Table.Columns.IndexOf("sources") is >= 0 and var at ? row.Cells[at].Split('|') : []).ToHashSet(StringComparer.Ordinal);
        tables["sources"].RemoveAll(row => !cited.Contains(row.Cells[0]));
        cancellation.ThrowIfCancellationRequested();
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var table in TableFormat.All)
        {
            if (tables[table.Name] is not { Count: > 0 } rows) continue;
            files[table.File] = CsvOf(table, rows);
        }
        files[PackFiles.DescriptorName] = Descriptor(TableFormat.All.Where(table => files.ContainsKey(table.File)), buildsOn);
        var before = _before ?? PackFiles.InFolder(plan.Pack, []);
        // A table that has no rows any more keeps its header.
        foreach (var name in before.Names())
            if (!files.ContainsKey(name) && TableFormat.Find(Path.GetFileNameWithoutExtension(name)) is { } empty) files[name] = CsvOf(empty, []);
        FilesTogether.Write(before, files.Where(file => before[file.Key] is not { } old || !old.AsSpan().SequenceEqual(file.Value)).ToDictionary());
        return [.. TableFormat.All.Where(table => tables[table.Name].Count > 0).Select(table => (table.Name, (long)tables[table.Name].Count))];
    }

    private static byte[] CsvOf(TableFormat table, List<ImportedRow> rows)
    {
        var text = new StringBuilder().Append(CsvText.Line(table.Columns)).Append('\n');
        foreach (var row in rows.Order(RowOrder.By(table))) text.Append(CsvText.Line(row.Cells)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private byte[] Descriptor(IEnumerable<TableFormat> tables, IEnumerable<string> buildsOn)
    {
        if (_before?[PackFiles.DescriptorName] is not { } descriptor)
            return DescriptorText.Of(NameOf(plan.Pack), plan.Title.Length > 0 ? plan.Title : NameOf(plan.Pack), plan.Today.ToString("yyyy.M.d", CultureInfo.InvariantCulture), buildsOn.Order(StringComparer.Ordinal), tables, format);
        var known = PackDescriptor.Read(_before, []);
        foreach (var table in tables.Where(table => !known.Resources.Any(resource => resource.Name == table.Name))) descriptor = DescriptorText.With(descriptor, PackTable.All.Single(other => other.Name == table.Name));
        return DescriptorText.BuildingOn(descriptor, buildsOn.Where(pack => !known.BuildsOn.Contains(pack)));
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
