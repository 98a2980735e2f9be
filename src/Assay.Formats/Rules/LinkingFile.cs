using System.Collections.Frozen;
using Assay.Mentions;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>linking.yaml</c> of a language, which may be missing.</summary>
internal static class LinkingFile
{
    public const string Name = "linking.yaml";

    /// <summary>Reads the file; problems are added to the list.</summary>
    public static LinkingWords Read(string path, string text, List<Problem> problems)
    {
        if (RuleNode.Parse(path, text, problems) is not { } root) return LinkingWords.None;
        root.AllowOnly("language", "given-names", "heads-with-of", "of", "legal-forms", "demonym-endings", "not-demonym-endings", "introducing", "letters", "spelt-alike", "namesakes");
        return new LinkingWords
        {
            GivenNames = Set(root["given-names"]),
            HeadsWithOf = Set(root["heads-with-of"]),
            Of = Set(root["of"]),
            LegalForms = Set(root["legal-forms"]),
            DemonymEndings = [.. Texts(root["demonym-endings"])],
            NotDemonymEndings = [.. Texts(root["not-demonym-endings"])],
            Introducing = Set(root["introducing"]),
            Letters = (root["letters"]?.Entries() ?? []).Where(entry => entry.Key.Length == 1).ToFrozenDictionary(entry => entry.Key[0], entry => entry.Value.Text()),
            SpeltAlike = [.. (root["spelt-alike"]?.Entries() ?? []).Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Text()))],
            Namesakes = (root["namesakes"]?.Entries() ?? []).ToFrozenDictionary(entry => entry.Key, entry => Set(entry.Value)),
        };
    }

    private static IEnumerable<string> Texts(RuleNode? node) => node is { } list ? list.Items().Select(item => item.Text()) : [];

    private static FrozenSet<string> Set(RuleNode? node) => Texts(node).ToFrozenSet();
}
