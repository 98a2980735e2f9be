using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Assay.Formats.Rules;

/// <summary>The rule files: those that come with the program, or those of a folder that replace files of the same path.</summary>
public static class RuleFiles
{
    private const string Prefix = "rules/";
    private const string Language = "en";
    private static readonly Lazy<RuleSet> Embedded = new(() => Read(EmbeddedTexts()));

    /// <summary>The rules that come with the program.</summary>
    public static RuleSet Default => Embedded.Value;

    /// <summary>The rules that come with the program, with the files of a folder in place of those of the same path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">Something is wrong in the files; the exception carries all of it.</exception>
    public static RuleSet Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        var texts = EmbeddedTexts();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetExtension(file) is not (".yaml" or ".csv")) continue;
            texts[Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')] = File.ReadAllText(file);
        }
        return Read(texts);
    }

    /// <summary>Reads rule files given as texts by path.</summary>
    internal static RuleSet Read(SortedDictionary<string, string> texts)
    {
        var problems = new List<Problem>();
        string TextOf(string path)
        {
            if (texts.TryGetValue(path, out var text)) return text;
            problems.Add(new Problem("missing-file", path, 0, 0, "no such file", "it among the rules", "add it"));
            return "{}";
        }

        var rules = new RuleSet
        {
            Sha256 = Hash(texts),
            Lexicon = LexiconFiles.Read(Language, TextOf, problems),
            Frames = FrameFiles.Read(texts.Keys.Where(path => path.StartsWith($"{Language}/frames/", StringComparison.Ordinal)), TextOf, problems),
            Readings = ReadingsFile.Read(TextOf, problems),
            Units = UnitsFile.Read(TextOf, problems),
            Meters = MetersFile.Read(TextOf, problems),
            Wording = WordingFile.Read(TextOf, problems),
            Verdicts = VerdictFile.Read(TextOf, problems),
            Ties = TiesFile.Read(TextOf, problems),
            Ask = AskFile.Read(Language, TextOf, problems),
        };
        return problems.Count == 0 ? rules : throw new InvalidDataFileException(
            $"The rules cannot be used: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}, the first: {problems[0]}", problems);
    }

    private static SortedDictionary<string, string> EmbeddedTexts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(Prefix, StringComparison.Ordinal) || Path.GetExtension(path) is not (".yaml" or ".csv")) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            texts[path[Prefix.Length..]] = reader.ReadToEnd();
        }
        return texts;
    }

    private static string Hash(SortedDictionary<string, string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts.Select(pair => $"{pair.Key}\n{pair.Value}\n")))));
}
