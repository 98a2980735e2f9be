using Assay.Claims;
using Assay.Mentions;

namespace Assay.Formats.Rules.Lint;

/// <summary>What a frame says that nothing reads, and what it asks for that no text can give: roles, keys, verbs, words, macros.</summary>
internal static class FrameCheck
{
    /// <summary>Checks the frames of one file whose form the loader has accepted.</summary>
    public static void Check(RuleNode file, Lexicon? lexicon, RuleReport report)
    {
        if (file["kind"] is not { IsText: true } kindNode || !TryKind(kindNode.Text(), out var kind)) return;
        var macros = file["macros"] is { IsMap: true } map ? map.Entries().ToDictionary(e => e.Key, e => e.Value) : [];
        var frames = file["frames"] is { IsList: true } list ? list.Items().Where(frame => frame.IsMap).ToList() : [];
        foreach (var frame in frames) Frame(frame, kind, macros, lexicon, report);
        foreach (var (name, body) in macros)
            if (!frames.SelectMany(Patterns).Concat(macros.Values).Any(text => Calls(text.Text(), name))) report.Notice(body, "unused-macro", $"@{name}", "a pattern that calls it", "remove it");
    }

    private static void Frame(RuleNode frame, ClaimKind kind, Dictionary<string, RuleNode> macros, Lexicon? lexicon, RuleReport report)
    {
        var isOpen = frame["open"] is { IsText: true } open && open.Text() == "true";
        var roles = FrameVocabulary.RolesOf(kind);
        foreach (var (key, value) in frame.Entries())
        {
            if (!FrameVocabulary.SharedKeys.Contains(key) && !FrameVocabulary.KeysOf(kind).Contains(key))
                report.Problem(value, "unread-key", $"'{key}', which says nothing of the kind {RuleNode.Kebab(kind.ToString())}", string.Join(", ", FrameVocabulary.KeysOf(kind).Concat(FrameVocabulary.SharedKeys)), "remove it");
        }
        foreach (var node in Patterns(frame))
        {
            if (Parse(node.Text(), macros) is not { } pattern) continue;
            foreach (var (role, type) in pattern.Roles)
            {
                if (isOpen || roles.IsEmpty || roles.Contains(role) || type == RoleType.Word) continue;
                report.Problem(node, "unknown-role", $"the role '{role}', which no claim of the kind {RuleNode.Kebab(kind.ToString())} reads", string.Join(", ", roles), "rename it, or leave a gap in its place");
            }
            foreach (var word in pattern.Words.Where(word => word.Any(char.IsUpper)))
                report.Problem(node, "capital", $"'{word}'", "lower case: the words of a text are compared so", "write it small");
            foreach (var word in pattern.SplitWords)
                report.Notice(node, "several-tokens", $"'{word}', which a text has as several tokens: it never matches", "one word or mark", "write its parts one after the other");
            if (lexicon is null) continue;
            var lemmas = lexicon.Verbs.Values.Select(verb => verb.Lemma).ToHashSet(StringComparer.Ordinal);
            foreach (var lemma in pattern.Verbs.Where(lemma => lemma is not ("be" or "have" or "do") && !lemmas.Contains(lemma)))
                report.Notice(node, "unknown-verb", $"the verb '{lemma}', which verbs.csv does not know: it never matches", "a lemma of verbs.csv", "correct it, or add the verb with its forms");
        }
    }

    private static IEnumerable<RuleNode> Patterns(RuleNode frame) => frame["patterns"] is { } patterns ? patterns.Items().Where(item => item.IsText) : [];

    private static bool Calls(string text, string macro) => text.Split(' ').Any(word => word.StartsWith('@') && word.TrimEnd('?')[1..] == macro);

    private static PatternContents? Parse(string text, Dictionary<string, RuleNode> macros)
    {
        try
        {
            return PatternContents.Of(PatternParser.Parse(text, macros.ToDictionary(m => m.Key, m => m.Value.IsText ? m.Value.Text() : "")));
        }
        catch (FormatException)
        {
            return null; // The loader has reported it.
        }
    }

    private static bool TryKind(string text, out ClaimKind kind)
    {
        foreach (var one in Enum.GetValues<ClaimKind>())
        {
            kind = one;
            if (RuleNode.Kebab(one.ToString()) == text) return true;
        }
        kind = default;
        return false;
    }
}
