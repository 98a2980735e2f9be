using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Assay.Claims;
using Assay.Mentions;

namespace Assay.Formats.Rules;

/// <summary>The rule files: those that come with the program, or those of a folder that replace files of the same path.</summary>
public static class RuleFiles
{
    private const string Prefix = "rules/";
    private const string Language = "en";
    private static readonly Lazy<RuleSet> Embedded = new(() => Read(EmbeddedTexts(), isLazy: true));

    /// <summary>The rules that come with the program.</summary>
    public static RuleSet Default => Embedded.Value;

    /// <summary>The rules that come with the program, with the files of a folder in place of those of the same path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataFileException">Something is wrong in the files; the exception carries all of it.</exception>
    public static RuleSet Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var texts = EmbeddedTexts();
        foreach (var (path, text) in TextsOf(folder)) texts[path] = text;
        return Read(texts);
    }

    /// <summary>The rule files of a folder, by path.</summary>
    internal static SortedDictionary<string, string> TextsOf(string folder) =>
        new(Files(folder).Where(file => IsRuleFile(file.Path)).ToDictionary(file => file.Path, file => File.ReadAllText(file.File)), StringComparer.Ordinal);

    /// <summary>Files of a folder that look like rules, and are not taken for any.</summary>
    internal static IReadOnlyList<string> OtherFilesOf(string folder) => [.. Files(folder).Select(file => file.Path).Where(path => Path.GetExtension(path) == ".yml")];

    private static IEnumerable<(string Path, string File)> Files(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => (System.IO.Path.GetRelativePath(folder, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'), file));
    }

    private static bool IsRuleFile(string path) => Path.GetExtension(path) is ".yaml" or ".csv";

    /// <summary>Reads rule files given as texts by path.</summary>
    internal static RuleSet Read(SortedDictionary<string, string> texts, bool isLazy = false)
    {
        var problems = new List<Problem>();
        var rules = Read(texts, problems, out _, isLazy);
        return problems.Count == 0 ? rules : throw new InvalidDataFileException(
            $"The rules cannot be used: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}, the first: {problems[0]}", problems);
    }

    /// <summary>Reads rule files given as texts by path, of use only where no problem is added; says which of them were read.</summary>
    internal static RuleSet Read(SortedDictionary<string, string> texts, List<Problem> problems, out HashSet<string> read, bool isLazy = false)
    {
        var asked = read = new HashSet<string>(StringComparer.Ordinal);
        Func<string, string> TextFor(List<Problem> into) => path =>
        {
            lock (asked) asked.Add(path);
            if (texts.TryGetValue(path, out var text)) return text;
            into.Add(new Problem("missing-file", path, 0, 0, "no such file", "it among the rules", "add it"));
            return "{}";
        };

        Lexicon LexiconIn(string language, List<Problem> into)
        {
            var path = $"{language}/{LinkingFile.Name}";
            var linking = texts.ContainsKey(path) ? LinkingFile.Read(path, TextFor(into)(path), into) : LinkingWords.None;
            return LexiconFiles.Read(language, texts.ContainsKey($"{language}/paradigms.yaml"), TextFor(into), into) with { Linking = linking };
        }

        ImmutableArray<Frame> FramesIn(string language, List<Problem> into) =>
            FrameFiles.Read(texts.Keys.Where(path => path.StartsWith($"{language}/frames/", StringComparison.Ordinal)), TextFor(into), into);

        // What comes with the program is right, as tests hold: it is read when an article asks for it. A user's own is read at once, for its problems.
        LanguageRules Other(string language)
        {
            if (isLazy) return new LanguageRules(language, () => (LexiconIn(language, problems), FramesIn(language, problems)));
            var (lexicon, frames) = (LexiconIn(language, problems), FramesIn(language, problems));
            return new LanguageRules(language, () => (lexicon, frames));
        }

        // Two strands, since most of a start goes into reading these files; each has a list of its own, so that problems stand in one order.
        var (ofFrames, ofTables) = (new List<Problem>(), new List<Problem>());
        var frames = Task.Run(() => FramesIn(Language, ofFrames));
        var lexicon = LexiconIn(Language, problems);
        var textOf = TextFor(ofTables);
        var rules = new RuleSet
        {
            Sha256 = Hash(texts),
            Lexicon = lexicon,
            Readings = ReadingsFile.Read(textOf, ofTables),
            Units = UnitsFile.Read(textOf, ofTables),
            Meters = MetersFile.Read(textOf, ofTables),
            Wording = WordingFile.Read(textOf, ofTables),
            Verdicts = VerdictFile.Read(textOf, ofTables),
            Ties = TiesFile.Read(textOf, ofTables),
            Ask = AskFile.Read(Language, textOf, ofTables),
            Frames = frames.GetAwaiter().GetResult(),
        };
        problems.AddRange(ofFrames);
        problems.AddRange(ofTables);
        return rules with { Others = [.. texts.Keys.Where(path => path.EndsWith("/words.yaml", StringComparison.Ordinal)).Select(path => path[..^"/words.yaml".Length]).Where(language => language != Language && !language.Contains('/', StringComparison.Ordinal)).Select(Other)] };
    }

    /// <summary>The rule files that come with the program, by path.</summary>
    internal static SortedDictionary<string, string> EmbeddedTexts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var path = name.Replace('\\', '/');
            if (!path.StartsWith(Prefix, StringComparison.Ordinal) || !IsRuleFile(path)) continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            texts[path[Prefix.Length..]] = reader.ReadToEnd();
        }
        return texts;
    }

    private static string Hash(SortedDictionary<string, string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texts.Select(pair => $"{pair.Key}\n{pair.Value}\n")))));
}
