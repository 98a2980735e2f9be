using System.Text;
using Assay.Formats.Packs.Lint;

namespace Assay.Formats.Packs.Writing;

/// <summary>A pack that is begun: a descriptor with every schema, the tables with their headers alone, a page to describe it.</summary>
public static class NewPack
{
    private const string FirstVersion = "0.1.0";

    /// <summary>The files of a new pack, or what is wrong with its name or with the packs it is to build on.</summary>
    /// <param name="folder">Where it will lie; the packs that it builds on are looked for beside it.</param>
    /// <param name="name">Its name, a slug.</param>
    /// <param name="title">Its title.</param>
    /// <param name="buildsOn">The packs whose ids it uses.</param>
    public static PackBeginning Begin(string folder, string name, string title, IReadOnlyList<string> buildsOn)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(buildsOn);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal) { [PackFiles.DescriptorName] = DescriptorText.Of(name, title, FirstVersion, buildsOn) };
        foreach (var table in TableFormat.All) files[table.File] = Encoding.UTF8.GetBytes(CsvText.Line(table.Columns) + "\n");
        var packs = new PackSet();
        var pack = PackFiles.InFolder(folder, files);
        packs.Add(pack);
        packs.Read();
        var problems = packs.Packs.Where(p => p.Files == pack).SelectMany(p => PackLint.Check(p, packs.Packs)).ToArray();
        files["README.md"] = Encoding.UTF8.GetBytes(Readme(title, buildsOn));
        return new PackBeginning(files, problems);
    }

    private static string Readme(string title, IReadOnlyList<string> buildsOn) => $"""
        # {title}

        What the pack tells of, in two sentences.{(buildsOn.Count == 0 ? "" : $" Builds on {string.Join(", ", buildsOn)}.")}

        ## How it is built

        - Which facts stand in which table, and what was decided where sources differ.

        ## What is weak

        - What is derived, rounded, old, or missing.

        ## Licences

        The rows are facts, found in the pages that `sources.csv` names; those pages keep their own rights.

        """.ReplaceLineEndings("\n");
}

/// <summary>The files of a new pack by name, and what stands against writing them.</summary>
public sealed record PackBeginning(IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<Problem> Problems);
