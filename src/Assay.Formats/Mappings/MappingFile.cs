using System.Security.Cryptography;
using System.Text;
using Assay.Formats.Rules;

namespace Assay.Formats.Mappings;

/// <summary>Reads mapping files: YAML, of which every problem is reported with line and column, unknown keys among them.</summary>
public static class MappingFile
{
    /// <summary>The version of the form that this program reads.</summary>
    public const string KnownForm = "1";

    private const int MostBytes = 4 << 20;

    /// <summary>Reads a mapping.</summary>
    /// <param name="path">The file; translations beside it are looked for in its folder.</param>
    /// <exception cref="InvalidDataFileException">Something is wrong in it; the exception carries all of it.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Mapping Read(string path)
    {
        var problems = new List<Problem>();
        var mapping = Read(path, problems);
        return mapping is not null && problems.Count == 0 ? mapping : throw new InvalidDataFileException($"The mapping cannot be used: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}, the first: {problems[0]}", problems);
    }

    /// <summary>Everything that is wrong in a mapping; empty where nothing is.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<Problem> Check(string path)
    {
        var problems = new List<Problem>();
        Read(path, problems);
        return [.. problems.OrderBy(problem => problem.File == path ? 0 : 1).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];
    }

    private static Mapping? Read(string path, List<Problem> problems)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (new FileInfo(path).Length > MostBytes)
        {
            problems.Add(new Problem("too-large", path, 0, 0, "a file of more than 4 MB", "a mapping", "put long translations into a CSV file beside it"));
            return null;
        }
        return Read(path, File.ReadAllText(path), name => ReadBeside(path, name), problems);
    }

    private static string? ReadBeside(string path, string name) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, name) is var beside && File.Exists(beside) ? File.ReadAllText(beside) : null;

    /// <summary>Reads a mapping that is given as text.</summary>
    /// <param name="file">What messages call it.</param>
    /// <param name="text">The text.</param>
    /// <param name="beside">The text of a file beside it, or null where there is none.</param>
    /// <param name="problems">Takes what is wrong.</param>
    internal static Mapping? Read(string file, string text, Func<string, string?> beside, List<Problem> problems)
    {
        if (RuleNode.Parse(file, text, problems) is not { } root) return null;
        var hashed = new StringBuilder(text);
        var reader = new MappingParts(file, name =>
        {
            var content = beside(name);
            hashed.Append('\0').Append(name).Append('\0').Append(content);
            return content;
        }, problems);
        return reader.Read(root) is { } mapping ? new Mapping(file)
        {
            Sources = mapping.Sources, Inputs = mapping.Inputs, Rows = mapping.Rows, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed.ToString()))),
        } : null;
    }
}
