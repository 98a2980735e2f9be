using System.Text;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Linking;

/// <summary>
/// The decisions of a pack: its table <c>links</c>, read and written by itself, so that the rest of the pack may be of any size. One row for two entities.
/// </summary>
public sealed class LinkBook
{
    private const string Table = "links";
    private readonly PackFiles _files;
    private readonly Dictionary<(string, string), LinkRow> _rows = [];

    private LinkBook(PackFiles files, List<LinkRow> rows)
    {
        _files = files;
        foreach (var row in rows) Set(row);
    }

    /// <summary>The rows, by their ids.</summary>
    public IReadOnlyList<LinkRow> Rows => [.. _rows.Values.OrderBy(row => row.Entity, StringComparer.Ordinal).ThenBy(row => row.SameAs, StringComparer.Ordinal)];

    /// <summary>Opens the decisions of the pack in a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">It holds no pack, or a table that cannot be read.</exception>
    public static LinkBook Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in (string[])[PackFiles.DescriptorName, Format.File])
            if (File.Exists(Path.Combine(folder, name))) files[name] = File.ReadAllBytes(Path.Combine(folder, name));
        if (!files.ContainsKey(PackFiles.DescriptorName)) throw new InvalidDataFileException($"{folder}: it has no {PackFiles.DescriptorName}; name the folder of a pack");
        var pack = PackFiles.InFolder(folder, files);
        return new LinkBook(pack, files.TryGetValue(Format.File, out var table) ? Read(pack, table) : []);
    }

    /// <summary>What was decided of two entities, whichever of them is named first; null: nothing.</summary>
    public LinkRow? Find(string one, string other) => _rows.GetValueOrDefault(KeyOf(one, other));

    /// <summary>Puts a decision in the place of an earlier one of the same two, or adds it.</summary>
    public void Set(LinkRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        _rows[KeyOf(row.Entity, row.SameAs)] = row;
    }

    /// <summary>Takes a decision out; says whether it was there.</summary>
    public bool Remove(LinkRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return _rows.Remove(KeyOf(row.Entity, row.SameAs));
    }

    /// <summary>Writes the table, ordered by its ids, and names it in the descriptor: both or neither.</summary>
    /// <exception cref="IOException">It cannot be written, or somebody else has changed it meanwhile.</exception>
    public void Save()
    {
        var text = new StringBuilder(CsvText.Line(Format.Columns)).Append('\n');
        foreach (var row in Rows)
            text.Append(CsvText.Line([row.Entity, row.SameAs, WordOf(row), Plain(row.Basis), row.Decided, Plain(row.By), Plain(row.Note)])).Append('\n');
        var changed = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [Format.File] = Encoding.UTF8.GetBytes(text.ToString()) };
        var descriptor = _files[PackFiles.DescriptorName]!;
        if (!PackDescriptor.Read(_files, []).Resources.Any(resource => resource.Name == Table)) changed[PackFiles.DescriptorName] = DescriptorText.With(descriptor, PackTable.All.Single(table => table.Name == Table));
        FilesTogether.Write(_files, changed);
        _files.Take(changed);
    }

    private static (string, string) KeyOf(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    private static TableFormat Format => TableFormat.Find(Table)!;

    private static List<LinkRow> Read(PackFiles pack, byte[] table)
    {
        var rows = new List<LinkRow>();
        var header = Encoding.UTF8.GetString(table.AsSpan(0, table.AsSpan().IndexOf((byte)'\n') is >= 0 and var end ? end : table.Length)).Trim('\r', '\uFEFF').Split(',');
        if (!header.SequenceEqual(Format.Columns))
            throw new InvalidDataFileException($"{pack.Path}/{Format.File}: the header is not that of the table", [new Problem("header", $"{pack.Path}/{Format.File}", 1, 1, string.Join(',', header), string.Join(',', Format.Columns), "write these columns in this order")]);
        foreach (var raw in CsvText.Rows(table))
        {
            var place = $"{pack.Path}/{Format.File}";
            if (raw.Cells.Length != Format.Columns.Length || !Vocabulary.LinkOutcomes.TryFind(raw.Cells[2], out var outcome))
                throw new InvalidDataFileException($"{place}:{raw.Line}: a row that cannot be read", [new Problem("link", place, raw.Line, 3, $"'{string.Join(',', raw.Cells)}'", $"entity, same_as and {Vocabulary.LinkOutcomes}", "correct or delete the row")]);
            rows.Add(new LinkRow(raw.Cells[0], raw.Cells[1], outcome, raw.Cells[3], raw.Cells[4], raw.Cells[5], raw.Cells[6]));
        }
        return rows;
    }

    private static string WordOf(LinkRow row) => Vocabulary.LinkOutcomes.All.Single(word => Vocabulary.LinkOutcomes.TryFind(word, out var outcome) && outcome == row.Outcome);

    // A cell is one line, whatever a person typed.
    private static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
}
