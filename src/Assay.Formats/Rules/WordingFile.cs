namespace Assay.Formats.Rules;

/// <summary>Reads <c>wording.yaml</c>: a template by key.</summary>
internal static class WordingFile
{
    public const string Path = "wording.yaml";

    /// <summary>Reads the file; problems are added to the list.</summary>
    public static Wording Read(Func<string, string> textOf, List<Problem> problems)
    {
        var templates = new Dictionary<string, string>();
        foreach (var (key, value) in RuleNode.Parse(Path, textOf(Path), problems)?.Entries() ?? [])
        {
            if (!key.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')) value.Report("bad-key", $"'{key}'", "lower-case words joined by hyphens", "rename it");
            var text = value.Text();
            if (text.Count(c => c == '{') != text.Count(c => c == '}')) value.Report("braces", $"'{text}'", "a closing brace for each opening one", "write {name}");
            templates[key] = text;
        }
        return new Wording(templates);
    }
}
