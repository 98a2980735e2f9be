using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>All names of the record's entities, to find the longest that begins at a token.</summary>
internal sealed class NameIndex
{
    private readonly FrozenDictionary<string, ImmutableArray<Entry>> _byFirst;

    private sealed record Entry(ImmutableArray<Token> Words, bool AfterThe, ImmutableArray<(Entity Entity, bool IsMetonym)> Entities)
    {
        /// <summary>"the Emirates" is "Emirates" after "the", so that a longer name that begins at that word is preferred.</summary>
        public static Entry Of(string text, ImmutableArray<(Entity Entity, bool IsMetonym)> entities)
        {
            var words = Tokenizer.Split(text);
            return words is [{ Folded: "the" }, _, ..] ? new Entry(words[1..], true, entities) : new Entry(words, false, entities);
        }
    }

    /// <param name="evidence">The record.</param>
    /// <param name="forms">How an inflected language writes its names; null: as they are.</param>
    public NameIndex(EvidenceSnapshot evidence, NameForms? forms = null)
    {
        _byFirst = evidence.Entities
            .SelectMany(e => e.Aliases.Prepend(new Alias(e.Name, false)).Select(alias => (Entity: e, Alias: alias)))
            .Where(p => p.Alias.Text.Length > 1)
            .SelectMany(p => forms is null ? [p] : forms.Of(p.Alias.Text, p.Entity.Kind).Select(text => (p.Entity, Alias: p.Alias with { Text = text })))
            .GroupBy(p => p.Alias.Text, StringComparer.Ordinal)
            .Select(g => (Text: g.Key, Names: g))
            .Select(g => Entry.Of(g.Text, [.. g.Names
                .OrderBy(p => p.Alias.IsMetonym).ThenBy(p => p.Entity.Kind)
                .Select(p => (p.Entity, p.Alias.IsMetonym)).DistinctBy(p => p.Entity.EntityId)]))
            .Where(e => e.Words.Length > 0)
            .GroupBy(e => e.Words[0].Folded)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(e => e.Words.Length).ToImmutableArray());
    }

    /// <summary>The longest name that begins at a token; how many tokens it takes, or 0.</summary>
    public int Match(ImmutableArray<Token> tokens, int at, out ImmutableArray<(Entity Entity, bool IsMetonym)> entities)
    {
        entities = [];
        if (!_byFirst.TryGetValue(tokens[at].Folded, out var entries)) return 0;
        var found = 0;
        foreach (var entry in entries)
        {
            if (entry.Words.Length < found) break;
            if (entry.AfterThe && !(at > 0 && tokens[at - 1].Folded == "the") || !Fits(tokens, at, entry.Words)) continue;
            found = entry.Words.Length;
            entities = [.. entities, .. entry.Entities];
        }
        if (entities.Length > 1)
            entities = [.. entities.OrderBy(e => e.IsMetonym).ThenBy(e => e.Entity.Kind).DistinctBy(e => e.Entity.EntityId)];
        return found;
    }

    /// <summary>A capital in the name asks for a capital in the text, an abbreviation for capitals throughout.</summary>
    private static bool Fits(ImmutableArray<Token> tokens, int at, ImmutableArray<Token> name)
    {
        if (at + name.Length > tokens.Length) return false;
        for (var i = 0; i < name.Length; i++)
        {
            var word = tokens[at + i];
            if (word.Folded != name[i].Folded) return false;
            if (name[i].IsCapitalised && !word.IsCapitalised) return false;
            if (name[i].IsAllCapitals && name[i].Span.Length <= 5 && !word.IsAllCapitals) return false;
            if (name.Length == 1 && !name[i].IsAllCapitals && word.IsAllCapitals && word.Span.Length <= 3) return false;
        }
        return true;
    }
}
