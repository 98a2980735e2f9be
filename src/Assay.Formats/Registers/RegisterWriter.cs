using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>
/// Writes a register: the rows of a pack that are too many for CSV. Rows come in any order of tables; within a table their order is kept.
/// <code>
/// using var writer = new RegisterWriter(folder);
/// foreach (var row in rows) problems.AddRange(writer.Add(row));
/// RegisterSize size = writer.Finish(cancellation);
/// </code>
/// Rows go to files beside the register as they come. In memory stay some twelve to thirty bytes for each different text and each row, and at most about
/// 200 MB while the indexes are sorted. The register takes the place of the one before when it is whole and on the disk: whatever happens until then
/// leaves the old one. Not safe to use from several threads at once.
/// </summary>
internal sealed class RegisterWriter : IDisposable
{
    private readonly string _folder;
    private readonly string _work;
    private readonly Dictionary<string, TableWriter> _tables = new(StringComparer.Ordinal);
    private readonly PackContent _content = new(new PackFiles("", []), new PackDescriptor(), []);
    private readonly WrittenIds _ids = new();
    private readonly TextPool _pool;
    private PartialDate? _latest;

    /// <summary>Begins a register.</summary>
    /// <param name="folder">The folder of the pack, which must exist. Besides the register itself, a folder is made there for the time of writing.</param>
    /// <exception cref="IOException">It cannot be written to.</exception>
    public RegisterWriter(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        RemoveLeftOvers(_folder);
        _work = Path.Combine(_folder, $".{RegisterFormat.FileName}.{Environment.ProcessId}");
        Directory.CreateDirectory(_work);
        _pool = new TextPool(Path.Combine(_work, "texts"));
    }

    /// <summary>How many rows there are.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row. It is read as the pack's own reader would; one that could not be read is left out.</summary>
    /// <returns>What is wrong with it, at its place in the file it came from; empty: it was added.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public IReadOnlyList<Problem> Add(in ImportedRow row)
    {
        if (!_tables.TryGetValue(row.Table.Name, out var table)) _tables[row.Table.Name] = table = new TableWriter(row.Table, _content, _ids, _work);
        var problems = table.Add(row.Cells, row.File, row.Line, _pool);
        if (problems.Count > 0)
        {
            var file = row.File;
            return [.. problems.Select(problem => problem with { File = file })];
        }
        foreach (var source in _content.Sources)
            if (source.Source.Date is { } date && (_latest is not { } latest || date > latest)) _latest = date;
        Rows++;
        return problems;
    }

    /// <summary>Writes the register in the place of the one before.</summary>
    /// <param name="cancellation">Stops the writing; the register before then stays.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public RegisterSize Finish(CancellationToken cancellation = default)
    {
        var target = Path.Combine(_folder, RegisterFormat.FileName);
        var beside = Path.Combine(_work, RegisterFormat.FileName);
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite))
        {
            Write(file, cancellation);
            file.Flush(flushToDisk: true);
        }
        if (!OperatingSystem.IsWindows() && File.Exists(target)) File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
        File.Move(beside, target, overwrite: true);
        return new RegisterSize(Rows, new FileInfo(target).Length);
    }

    /// <summary>Removes what was needed for the writing.</summary>
    public void Dispose()
    {
        foreach (var table in _tables.Values) table.Dispose();
        _pool.Dispose();
        if (Directory.Exists(_work)) Directory.Delete(_work, recursive: true);
    }

    private void Write(Stream stream, CancellationToken cancellation)
    {
        var writer = new SnapshotWriter(stream, RegisterFormat.Kind);
        var tables = TableFormat.All.Select(format => _tables.GetValueOrDefault(format.Name)).OfType<TableWriter>().Where(table => table.Rows > 0).ToList();
        var bits = RegisterFormat.LeastPieceBits;
        while (tables.Sum(table => table.Numbers) >> bits > RegisterFormat.MostPieces) bits++;
        _pool.WriteTo(writer, cancellation);
        var catalog = new RegisterCatalog(bits, _pool.Pieces, _latest?.ToString() ?? "", [.. tables.Select((table, at) => table.WriteTo(writer, at, bits, cancellation))]);
        writer.Add<byte>(RegisterFormat.Catalog, JsonSerializer.SerializeToUtf8Bytes(catalog, RegisterJson.Default.RegisterCatalog), cancellation);
        writer.Finish();
    }

    // What a process left that was killed while it wrote; one that still writes is left alone.
    private static void RemoveLeftOvers(string folder)
    {
        foreach (var left in Directory.GetDirectories(folder, $".{RegisterFormat.FileName}.*"))
            if (int.TryParse(Path.GetExtension(left).TrimStart('.'), out var process) && !IsAlive(process)) Directory.Delete(left, recursive: true);
    }

    private static bool IsAlive(int process)
    {
        if (process == Environment.ProcessId) return false;
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>How large a register is.</summary>
/// <param name="Rows">Its rows, sources among them.</param>
/// <param name="Bytes">The bytes of its file.</param>
internal readonly record struct RegisterSize(long Rows, long Bytes);
