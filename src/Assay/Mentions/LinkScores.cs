using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>
/// Says of a linked name how sure each link is and why. The scores are ranks of the reasons, not chances: a name is worth more than a metonym,
/// and a link below <see cref="Least"/> is not made.
/// </summary>
public static class LinkScores
{
    /// <summary>The least that a link must be worth to be made.</summary>
    public const decimal Least = 0.5m;

    /// <summary>The links of a name that stands in the text as <paramref name="words"/>, in the order of its candidates.</summary>
    public static ImmutableArray<Link> Of(Mention.Name name, string words, LinkingWords lists)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(lists);
        return [.. name.Candidates.Select(entity => LinkOf(name, entity, words, lists))];
    }

    /// <summary>Whether a name is what the people and things of a state are called, told by its ending: "Kazakh", "British".</summary>
    internal static bool IsDemonym(string words, Mention.Name name, LinkingWords lists) => name.Candidates.Any(entity => entity.Kind is EntityKind.State or EntityKind.Place or EntityKind.Group
        && !string.Equals(entity.Name, words, StringComparison.OrdinalIgnoreCase) && AliasOf(entity, words) is { IsMetonym: false } && HasEnding(words, lists));

    private static bool HasEnding(string words, LinkingWords lists)
    {
        var word = words.EndsWith('s') && !words.EndsWith("ss", StringComparison.Ordinal) ? words[..^1] : words;
        return !words.Contains(" of ", StringComparison.Ordinal) && lists.DemonymEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal))
            && !lists.NotDemonymEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
    }

    /// <summary>What a reason is worth.</summary>
    public static decimal Worth(LinkReason reason) => reason switch
    {
        LinkReason.Name => 1m,
        LinkReason.Alias => 0.95m,
        LinkReason.Introduced => 0.9m,
        LinkReason.Demonym => 0.9m,
        LinkReason.Metonym => 0.8m,
        LinkReason.Context => 0.75m,
        LinkReason.Shared => 0.65m,
        LinkReason.Pronoun => 0.6m,
        LinkReason.Description => 0.6m,
        LinkReason.Transliteration => 0.5m,
        _ => throw new UnreachableException($"No such reason: {reason}"),
    };

    private static Link LinkOf(Mention.Name name, Entity entity, string words, LinkingWords lists)
    {
        var alias = AliasOf(entity, words);
        var reason = name.Via switch
        {
            NameVia.Anaphor => words.Contains(' ', StringComparison.Ordinal) ? LinkReason.Description : LinkReason.Pronoun,
            NameVia.Introduced => LinkReason.Introduced,
            NameVia.Transliteration => LinkReason.Transliteration,
            _ when name.Rejected.Any(r => r.Why == LinkRejection.AnotherMeant) => LinkReason.Context,
            _ when name.Candidates.Length > 1 => LinkReason.Shared,
            _ when alias is { IsMetonym: true } => LinkReason.Metonym,
            _ when alias is null || alias.Value.Text == entity.Name => LinkReason.Name,
            _ when IsDemonym(words, name, lists) => LinkReason.Demonym,
            _ => LinkReason.Alias,
        };
        return new Link(entity, Worth(reason), reason, name.Via == NameVia.Anaphor ? "" : alias?.Text ?? words);
    }

    /// <summary>The name of the entity that these words are, however they are spaced and written.</summary>
    private static Alias? AliasOf(Entity entity, string words)
    {
        var folded = Folded(words);
        foreach (var alias in entity.Aliases.Prepend(new Alias(entity.Name, false)))
            if (Folded(alias.Text) == folded || Folded(alias.Text) == $"the {folded}") return alias;
        return null;
    }

    private static string Folded(string text) => string.Join(' ', Tokenizer.Split(text).Select(token => token.Folded));
}
