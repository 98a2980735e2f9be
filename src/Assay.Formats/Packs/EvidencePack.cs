using Assay.Evidence;
using Assay.Formats.Packs.Lint;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Packs;

/// <summary>
/// Evidence packs: folders of CSV tables with a <c>datapackage.json</c>, described in <c>docs/formats/packs.md</c>.
/// </summary>
public static class EvidencePack
{
    /// <summary>
    /// Loads the pack in a folder and those it builds on, which are looked for beside it and then among the packs that come with the program.
    /// </summary>
    /// <param name="path">A pack, or a folder of packs.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">Something is wrong in the files; the exception carries all of it.</exception>
    public static EvidenceSnapshot Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var packs = new PackSet();
        packs.AddFolder(path);
        return Load(packs);
    }

    /// <summary>The packs that come with the program.</summary>
    public static EvidenceSnapshot Embedded() => LoadAll([]);

    /// <summary>The packs that come with the program, and those in the folders named, which replace packs of the same name.</summary>
    /// <param name="extraDirs">Packs, or folders of packs.</param>
    /// <param name="appliesLinks">Whether linked entities are read as one; else every row is as it was told, for handing it on.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">Something is wrong in the files; the exception carries all of it.</exception>
    public static EvidenceSnapshot LoadAll(IEnumerable<string> extraDirs, bool appliesLinks = true)
    {
        ArgumentNullException.ThrowIfNull(extraDirs);
        var packs = new PackSet();
        packs.AddEmbedded();
        foreach (var folder in extraDirs) packs.AddFolder(folder);
        return Load(packs, appliesLinks);
    }

    /// <summary>The packs that come with the program and the one in a folder, which takes the place of another version of it.</summary>
    /// <param name="path">The pack.</param>
    /// <param name="instead">The other version, whose name may be another.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">Something is wrong in the files; the exception carries all of it.</exception>
    public static EvidenceSnapshot LoadOneOf(string path, string instead)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentException.ThrowIfNullOrEmpty(instead);
        var packs = new PackSet();
        var other = PackDescriptor.Read(PackFiles.FromFolder(instead), []).Name;
        packs.AddEmbedded(except: PackDescriptor.Read(PackFiles.FromFolder(path), []).Name == other ? null : other);
        packs.AddFolder(path);
        return Load(packs);
    }

    private static EvidenceSnapshot Load(PackSet packs, bool appliesLinks = true)
    {
        packs.Read();
        if (packs.Packs.All(p => p.Problems.Count == 0))
        {
            try
            {
                return packs.ToSnapshot(appliesLinks);
            }
            catch (SnapshotException error)
            {
                packs.Packs.First(p => p.Register is not null).ReportRegister(error);
            }
        }
        // What can be read is not checked further; what cannot is, so that one run shows all there is to mend.
        var problems = packs.Packs.SelectMany(p => PackLint.Check(p, packs.Packs)).ToList();
        throw new InvalidDataFileException($"The evidence cannot be used: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}, the first: {problems[0]}", problems);
    }
}
