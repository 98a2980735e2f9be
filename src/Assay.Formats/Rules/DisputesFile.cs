using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>disputes.yaml</c>: the words in which disputes are told.</summary>
internal static class DisputesFile
{
    /// <summary>Reads the file's root.</summary>
    public static Disputes Read(RuleNode root)
    {
        root.AllowOnly("language", "blame", "happenings", "asserting", "denying");
        var happenings = new Dictionary<string, ImmutableArray<string>>();
        foreach (var node in root.Require("happenings").Items())
        {
            node.AllowOnly("words", "kinds");
            foreach (var word in Texts(node.Require("words"))) happenings[word] = [.. happenings.GetValueOrDefault(word, []), .. Texts(node.Require("kinds"))];
        }
        return new Disputes
        {
            Blame = Texts(root.Require("blame")).ToFrozenSet(),
            Happenings = happenings.ToFrozenDictionary(),
            Asserting = Texts(root.Require("asserting")).ToFrozenSet(),
            Denying = Texts(root.Require("denying")).ToFrozenSet(),
        };
    }

    private static IEnumerable<string> Texts(RuleNode node) => node.Items().Select(item => item.Text());
}
