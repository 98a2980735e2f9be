using Assay.Evidence;

namespace Assay.Formats.Packs;

/// <summary>One pack as read: its rows in file order, and what was wrong with its files.</summary>
internal sealed class PackContent(PackFiles files, PackDescriptor descriptor, List<Problem> problems)
{
    public PackFiles Files { get; } = files;

    public PackDescriptor Descriptor { get; } = descriptor;

    public List<Statement> Statements { get; } = [];

    public List<SourceRow> Sources { get; } = [];

    public List<Problem> Problems { get; } = problems;

    /// <summary>Tables that could not be read whole, so that a reference into them proves nothing.</summary>
    public HashSet<string> Unreadable { get; } = new(StringComparer.Ordinal);

    /// <summary>Its sources that have an id which a source of a pack before has too.</summary>
    public HashSet<string> Renamed { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a source of its register has such an id; null: it has no register.</summary>
    public Func<string, bool>? IsRenamedInRegister { get; init; }

    /// <summary>The source that a row of the pack cites.</summary>
    public SourceId SourceOf(string id) => Renamed.Contains(id) || IsRenamedInRegister?.Invoke(id) == true ? new SourceId($"{id}~{Descriptor.Name}") : new SourceId(id);

    /// <summary>The rows that lie in its register; null where it has none.</summary>
    public Registers.Register? Register { get; set; }

    public PackVersion Version => new(Descriptor.Name, Descriptor.Title, Descriptor.Version, Files.Sha256()) { Imported = Descriptor.Imported };

    /// <summary>Reports a problem of a cell: field counted from 0, or -1 for the whole row.</summary>
    public void Report(string file, int line, int field, string code, string found, string expected, string mend)
    {
        var column = field < 0 || Files[file] is not { } bytes ? 0 : TextPlaces.OfField(bytes, line, field);
        Problems.Add(new Problem(code, $"{Files.Path}/{file}", line, column, found, expected, mend));
    }

    /// <summary>Reports that the register cannot be read.</summary>
    public void ReportRegister(Snapshots.SnapshotException error) =>
        Problems.Add(new Problem("bad-register", $"{Files.Path}/{Registers.RegisterFormat.FileName}", 0, 0, error.Message, "a register that is whole, of a version that this program reads", "import it again, or take it from a backup"));
}

/// <summary>A row of <c>sources.csv</c> and its line.</summary>
internal sealed record SourceRow(Source Source, int Line);
