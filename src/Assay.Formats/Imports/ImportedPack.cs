using System.Globalization;
using System.Text;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Registers;

namespace Assay.Formats.Imports;

/// <summary>The pack that rows are imported into: what it holds before, and how it is written.</summary>
internal sealed class ImportedPack(ImportPlan plan, string format)
{
    /// <summary>From so many rows on a pack is kept as a register, where nobody says otherwise: people do not read so many, and CSV would be read at each start.</summary>
    public const long MostCsvRows = 200_000;

    private const string Links = "links";

    private readonly PackFiles? _before = File.Exists(Path.Combine(plan.Pack, PackFiles.DescriptorName)) ? PackFiles.FromFolder(plan.Pack) : null;

    /// <summary>Refuses a pack that was made by hand or imported from another format: one who stands in both under two ids would be counted twice.</summary>
    /// <exception cref="ImportException">It is one.</exception>
    public void RequireOwn()
    {
        if (_before is null) return;
        var imported = PackDescriptor.Read(_before, []).Imported;
        if (imported == format) return;
        throw new ImportException($"{plan.Pack} was {(imported.Length == 0 ? "made by hand" : $"imported from {imported}")}; import {format} into a pack of its own: what stands in both is read as one") { IsOfPack = true };
    }

    /// <summary>The ids of the entities of the packs that it may build on, with the pack of each.</summary>
    public IReadOnlyDictionary<string, string> KnownEntities()
    {
        var name = NameOf(plan.Pack);
        var known = EvidencePack.LoadAll(plan.Known);
        return known.HeldEntities.Where(entity => entity.Place.Pack != name).ToDictionary(entity => entity.EntityId.Value, entity => entity.Place.Pack, StringComparer.Ordinal);
    }

    /// <summary>The rows that it holds already.</summary>
    public IEnumerable<ImportedRow> RowsBefore()
    {
        foreach (var table in TableFormat.All)
        {
            if (_before?[table.File] is not { } bytes || (plan.Replaces && table.Name != Links)) continue;
            foreach (var row in CsvText.Rows(bytes))
                if (row.Cells.Length == table.Columns.Length) yield return new ImportedRow(table, row.Cells, $"{plan.Pack}/{table.File}", row.Line, $"{plan.Pack}/{table.File}:{row.Line}");
        }
        if (_before?.Register is not { } path || plan.Replaces) yield break;
        foreach (var row in Register.Open(path, new RegisterOwner(_before, PackDescriptor.Read(_before, []), new StatementIds())).Written()) yield return row with { Before = path };
    }

    /// <summary>Writes the pack: all of it or nothing.</summary>
    /// <param name="merge">The rows.</param>
    /// <param name="known">The entities of the packs that it may build on.</param>
    /// <param name="rows">About how many rows there are.</param>
    /// <param name="report">Takes what is found wrong while rows are written.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>How many rows each table has.</returns>
    public IReadOnlyList<(string Table, long Rows)> Write(RowMerge merge, IReadOnlyDictionary<string, string> known, long rows, Action<Problem> report, CancellationToken cancellation)
    {
        var buildsOn = new HashSet<string>(StringComparer.Ordinal);
        var all = Cited(merge.Rows(id => known.TryGetValue(id, out var pack) && (buildsOn.Add(pack) || true)), merge);
        return plan.AsRegister ?? (rows > MostCsvRows || (_before?.Register is not null && !plan.Replaces))
            ? WriteRegister(all, buildsOn, report, cancellation)
            : WriteTables(all, buildsOn, cancellation);
    }

    // The rows, those of the entities that none defines, which are known once all others were taken, and the sources that any of them cites.
    private IEnumerable<ImportedRow> Cited(IEnumerable<ImportedRow> rows, RowMerge merge)
    {
        var spare = new Dictionary<string, ImportedRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Table.Name == "sources" && !merge.IsCited(row.Cells[0])) spare.Add(row.Cells[0], row);
            else yield return row;
        }
        foreach (var (id, sources) in merge.Undefined)
        {
            // What only a link names is cited from nowhere.
            string[] cited = sources.Length > 0 ? sources : [plan.Files[0].SourceId];
            foreach (var source in cited)
                if (spare.Remove(source, out var row)) yield return row;
            yield return Undefined.Row(id, cited);
        }
    }

    private List<(string Table, long Rows)> WriteTables(IEnumerable<ImportedRow> all, HashSet<string> buildsOn, CancellationToken cancellation)
    {
        var tables = TableFormat.All.ToDictionary(table => table.Name, _ => new List<ImportedRow>(), StringComparer.Ordinal);
        foreach (var row in all) tables[row.Table.Name].Add(row);
        cancellation.ThrowIfCancellationRequested();
        WriteFiles(TableFormat.All.Where(table => tables[table.Name].Count > 0).ToDictionary(table => table, table => CsvOf(table, tables[table.Name])), buildsOn, hasRegister: false);
        if (_before?.Register is { } register) File.Delete(register);
        return [.. TableFormat.All.Select(table => (table.Name, (long)tables[table.Name].Count)).Where(table => table.Item2 > 0)];
    }

    private List<(string Table, long Rows)> WriteRegister(IEnumerable<ImportedRow> all, HashSet<string> buildsOn, Action<Problem> report, CancellationToken cancellation)
    {
        // People decide on links: they stay where people can read them.
        var links = new List<ImportedRow>();
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        using var writer = new RegisterWriter(plan.Pack);
        foreach (var row in all)
        {
            counts[row.Table.Name] = counts.GetValueOrDefault(row.Table.Name) + 1;
            if (row.Table.Name == Links) links.Add(row);
            else foreach (var problem in writer.Add(row)) report(problem);
        }
        writer.Finish(cancellation);
        var table = TableFormat.Find(Links)!;
        WriteFiles(links.Count == 0 ? [] : new Dictionary<TableFormat, byte[]> { [table] = CsvOf(table, links) }, buildsOn, hasRegister: true);
        return [.. TableFormat.All.Where(format => counts.ContainsKey(format.Name)).Select(format => (format.Name, counts[format.Name]))];
    }

    private void WriteFiles(Dictionary<TableFormat, byte[]> tables, HashSet<string> buildsOn, bool hasRegister)
    {
        var before = _before ?? PackFiles.InFolder(plan.Pack, []);
        var files = tables.ToDictionary(table => table.Key.File, table => table.Value, StringComparer.Ordinal);
        // A table that has no rows any more keeps its header.
        foreach (var name in before.Names())
            if (!files.ContainsKey(name) && TableFormat.Find(Path.GetFileNameWithoutExtension(name)) is { } empty) files[name] = CsvOf(empty, []);
        files[PackFiles.DescriptorName] = Descriptor(tables.Keys, buildsOn, hasRegister);
        FilesTogether.Write(before, files.Where(file => before[file.Key] is not { } old || !old.AsSpan().SequenceEqual(file.Value)).ToDictionary());
    }

    private static byte[] CsvOf(TableFormat table, List<ImportedRow> rows)
    {
        var text = new StringBuilder().Append(CsvText.Line(table.Columns)).Append('\n');
        foreach (var row in rows.Order(RowOrder.By(table))) text.Append(CsvText.Line(row.Cells)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private byte[] Descriptor(IEnumerable<TableFormat> tables, HashSet<string> buildsOn, bool hasRegister)
    {
        var before = _before is null ? new PackDescriptor() : PackDescriptor.Read(_before, []);
        var descriptor = _before?[PackFiles.DescriptorName] ?? DescriptorText.Of(NameOf(plan.Pack), plan.Title.Length > 0 ? plan.Title : NameOf(plan.Pack),
            plan.Today.ToString("yyyy.M.d", CultureInfo.InvariantCulture), [], [], format);
        foreach (var table in PackTable.All.Where(table => tables.Contains(table.Format) && !before.Resources.Any(resource => resource.Name == table.Name))) descriptor = DescriptorText.With(descriptor, table);
        descriptor = DescriptorText.WithRegister(descriptor, hasRegister);
        return DescriptorText.BuildingOn(descriptor, buildsOn.Where(pack => !before.BuildsOn.Contains(pack)));
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
}
