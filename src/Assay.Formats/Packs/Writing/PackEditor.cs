using Assay.Evidence;
using Assay.Formats.Packs.Lint;

namespace Assay.Formats.Packs.Writing;

/// <summary>
/// Adds rows to the pack in a folder. Nothing is written that lint would not let pass: the edited files are checked in memory first,
/// together with the packs that the pack builds on.
/// </summary>
public sealed class PackEditor
{
    private readonly PackFiles _files;
    private readonly PackContent _content;
    private readonly IReadOnlyList<Problem> _problems;
    private readonly Dictionary<string, byte[]> _changed = new(StringComparer.Ordinal);

    private PackEditor(PackFiles files, PackSet packs)
    {
        _files = files;
        _content = packs.Packs.Single(p => p.Files == files);
        _problems = [.. PackLint.Check(_content, packs.Packs)];
        Known = new KnownIds([.. packs.Packs.SelectMany(p => p.Statements)], [.. packs.Packs.SelectMany(p => p.Sources).Select(s => s.Source)],
            [.. packs.Packs.Select(p => p.Register).OfType<Registers.Register>()]);
    }

    /// <summary>What the pack, and the packs it builds on, give ids to.</summary>
    public KnownIds Known { get; }

    /// <summary>The files that would be written, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Changed => _changed;

    /// <summary>Opens the pack in a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">It is no pack, or one whose files cannot be read; the exception carries all that is wrong.</exception>
    public static PackEditor Open(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var packs = new PackSet();
        var named = packs.AddFolder(folder);
        if (named is not [var files] || files.Path != folder.TrimEnd('/', '\\'))
            throw new InvalidDataFileException($"{folder} holds several packs; name one of them: {string.Join(", ", named.Select(f => f.Path))}");
        packs.Read();
        if (packs.Packs.SelectMany(p => p.Problems).ToList() is [var first, ..] problems)
            throw new InvalidDataFileException($"The pack cannot be read: {first}", problems);
        return new PackEditor(files, packs);
    }

    /// <summary>Puts rows into a table, each at its place, and makes the table where the pack has none.</summary>
    public void Add(PackTable table, IReadOnlyList<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rows);
        var name = table.Format.File;
        if (Current(name) is null)
        {
            _changed[name] = System.Text.Encoding.UTF8.GetBytes(CsvText.Line(table.Format.Columns) + "\n");
            if (!_content.Descriptor.Resources.Any(r => r.Name == table.Name))
                _changed[PackFiles.DescriptorName] = DescriptorText.With(Current(PackFiles.DescriptorName)!, table);
        }
        foreach (var row in rows)
        {
            var file = Current(name)!;
            _changed[name] = CsvText.Insert(file, RowOrder.LineFor(table, row, CsvText.Rows(file)), [CsvText.Line(row)]);
        }
    }

    /// <summary>What lint would say of the pack as edited that it does not say of it now.</summary>
    public IReadOnlyList<Problem> NewProblems()
    {
        var packs = new PackSet();
        var edited = _files.With(_changed);
        packs.Add(edited);
        packs.Read();
        var content = packs.Packs.Single(p => p.Files == edited);
        // What cannot be read says nothing of what stands against it.
        if (content.Problems.Count > 0) return [.. content.Problems];
        var before = _problems.CountBy(Sameness).ToDictionary();
        return [.. PackLint.Check(content, packs.Packs).Where(p => !Take(before, Sameness(p)))];
    }

    /// <summary>Writes the edited files: all of them or none.</summary>
    /// <exception cref="IOException">A file could not be written, or somebody else has changed it meanwhile.</exception>
    public void Save() => FilesTogether.Write(_files, _changed);

    private byte[]? Current(string name) => _changed.GetValueOrDefault(name) ?? _files[name];

    // A row that is put in moves the lines of those below it.
    private static string Sameness(Problem problem) => $"{problem.Code}\n{problem.File}\n{problem.Found}\n{problem.Expected}";

    private static bool Take(Dictionary<string, int> counts, string key)
    {
        if (counts.GetValueOrDefault(key) == 0) return false;
        counts[key]--;
        return true;
    }
}
