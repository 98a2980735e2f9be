using System.Collections.Immutable;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>What a pattern names: its roles, words and verbs, for whoever checks frames.</summary>
/// <param name="Roles">Its roles, each with its type.</param>
/// <param name="Words">Its words and marks.</param>
/// <param name="Verbs">Its verbs.</param>
public sealed record PatternContents(ImmutableArray<(string Name, RoleType Type)> Roles, ImmutableArray<string> Words, ImmutableArray<string> Verbs)
{
    /// <summary>Those words that a text has as several tokens, so that one item of a pattern never matches them.</summary>
    public IEnumerable<string> SplitWords => Words.Where(word => !word.Contains(' ', StringComparison.Ordinal) && word != "'s" && Tokenizer.Split(word).Length > 1);

    /// <summary>What a pattern names.</summary>
    public static PatternContents Of(Pattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return new PatternContents(
            [.. pattern.Parts.OfType<Pattern.Role>().Select(role => (role.Name, role.Type)).Distinct()],
            [.. pattern.Literals.Distinct().Order(StringComparer.Ordinal)],
            [.. pattern.VerbLemmas.Distinct().Order(StringComparer.Ordinal)]);
    }
}
