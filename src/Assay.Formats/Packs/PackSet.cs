using Assay.Evidence;

namespace Assay.Formats.Packs;

/// <summary>Packs that are loaded together, each after those it builds on.</summary>
internal sealed class PackSet
{
    private readonly Dictionary<string, KnownPack> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PackContent> _read = new(StringComparer.Ordinal);
    private readonly List<PackContent> _ordered = [];
    private readonly StatementIds _ids = new();
    private Dictionary<string, PackFiles>? _embedded;

    /// <summary>The packs read so far, each after those it builds on.</summary>
    public IReadOnlyList<PackContent> Packs => _ordered;

    /// <summary>Names a pack that belongs to the set; a later one replaces an earlier one of the same name.</summary>
    public void Add(PackFiles files)
    {
        var problems = new List<Problem>();
        var descriptor = PackDescriptor.Read(files, problems);
        // A pack without a name still has problems to report: it is known by its path.
        _known[descriptor.Name.Length > 0 ? descriptor.Name : files.Path] = new KnownPack(files, descriptor, problems);
    }

    /// <summary>Names the packs that came with this assembly, but for one and those that build on it.</summary>
    public void AddEmbedded(string? except = null)
    {
        foreach (var (name, files) in _embedded ??= PackFiles.Embedded())
            if (except is null || (name != except && !PackDescriptor.Read(files, []).BuildsOn.Contains(except))) Add(files);
    }

    /// <summary>Names the pack in a folder, or the packs in the folders of a folder; gives what it found there.</summary>
    public IReadOnlyList<PackFiles> AddFolder(string path)
    {
        if (!Directory.Exists(path)) throw new DirectoryNotFoundException($"There is no folder '{path}'.");
        var packs = File.Exists(Path.Combine(path, PackFiles.DescriptorName))
            ? []
            : Directory.GetDirectories(path).Where(d => File.Exists(Path.Combine(d, PackFiles.DescriptorName))).Order(StringComparer.Ordinal).ToArray();
        if (packs.Length == 0) packs = [path];
        PackFiles[] found = [.. packs.Select(PackFiles.FromFolder)];
        foreach (var pack in found) Add(pack);
        return found;
    }

    /// <summary>Reads every pack named, and those they build on.</summary>
    public PackSet Read()
    {
        // Packs made by hand know each other's ids; an imported one may have any of them, and describes what they do after them.
        foreach (var name in _known.Keys.OrderBy(name => _known[name].Descriptor.Imported.Length > 0).ThenBy(name => name, StringComparer.Ordinal).ToArray()) Read(name, []);
        SharedIds.Check(_ordered);
        return this;
    }

    /// <summary>All statements of all packs, indexed.</summary>
    public EvidenceSnapshot ToSnapshot(bool appliesLinks = true) =>
        new(_ordered.Select(p => p.Version), _ordered.SelectMany(p => p.Statements), _ordered.SelectMany(p => p.Sources).Select(s => s.Source),
            _ordered.Select(p => p.Register).OfType<StoredRows>(), appliesLinks);

    private void Read(string name, List<string> path)
    {
        if (_read.ContainsKey(name)) return;
        var (files, descriptor, problems) = _known[name];
        path.Add(name);
        foreach (var needed in descriptor.BuildsOn)
        {
            if (path.Contains(needed)) Report("builds-on-cycle", $"'{needed}', which builds on this pack", "packs that build on others in one direction", "remove one of the two");
            else if (TryFind(needed, files)) Read(needed, path);
            else Report("missing-pack", $"'{needed}'", "a pack beside this one or one that comes with the program", Nearest(needed) is { } near ? $"perhaps '{near}' is meant" : "put the pack there or correct the name");

            void Report(string code, string found, string expected, string mend)
            {
                var (line, column) = TextPlaces.Of(files[PackFiles.DescriptorName] ?? [], $"\"{needed}\"");
                problems.Add(new Problem(code, $"{files.Path}/{PackFiles.DescriptorName}", line, column, found, expected, mend));
            }
        }
        path.RemoveAt(path.Count - 1);
        var content = PackReader.Read(files, descriptor, problems, _ids);
        _read[name] = content;
        _ordered.Add(content);
    }

    private string? Nearest(string name) => Lint.NearestId.Find(name, _known.Keys.Concat((_embedded ??= PackFiles.Embedded()).Keys));

    private sealed record KnownPack(PackFiles Files, PackDescriptor Descriptor, List<Problem> Problems);

    private bool TryFind(string name, PackFiles near)
    {
        if (_known.ContainsKey(name)) return true;
        if (near.Neighbourhood is { } folder && File.Exists(Path.Combine(folder, name, PackFiles.DescriptorName)))
            Add(PackFiles.FromFolder(Path.Combine(folder, name)));
        if (_known.ContainsKey(name)) return true;
        if ((_embedded ??= PackFiles.Embedded()).TryGetValue(name, out var embedded)) Add(embedded);
        return _known.ContainsKey(name);
    }
}
