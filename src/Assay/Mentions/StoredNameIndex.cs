using System.Collections.Concurrent;
using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Records;

namespace Assay.Mentions;

/// <summary>
/// The names of entities that are kept outside memory. A text is asked for them, and not they laid out for it: at a token, the stores are asked for names of as
/// many words as follow. What they find is compared with the text as any name is. Safe to share between threads.
/// </summary>
internal sealed class StoredNameIndex(EvidenceSnapshot evidence)
{
    /// <summary>How many texts are remembered with the names written so.</summary>
    private const int MostKept = 4096;

    private readonly ConcurrentDictionary<ulong, NameIndex?> _found = new();

    /// <summary>The longest stored name that begins at a token and the entities that have it; how many tokens it takes, or 0.</summary>
    public int Match(string text, ImmutableArray<Token> tokens, int at, out ImmutableArray<(Entity Entity, bool IsMetonym)> entities)
    {
        entities = [];
        var longest = 0;
        var words = WordHash.Join(0, tokens[at].Hash);
        if (!Opens(words, tokens[at].IsCapitalised)) return 0;
        for (var i = at; ;)
        {
            if (NamesOf(words) is { } names && names.Match(text, tokens, at, out var found) == i + 1 - at) (longest, entities) = (i + 1 - at, found);
            if (++i >= tokens.Length || i - at >= NameKeys.MostWords) return longest;
            words = WordHash.Join(words, tokens[i].Hash);
        }
    }

    /// <summary>Entities of the same name: those of that name before those that a place stands for, then by kind, then in the order of the record.</summary>
    public ImmutableArray<(Entity Entity, bool IsMetonym)> InOrder(IEnumerable<(Entity Entity, bool IsMetonym)> entities)
    {
        var packs = evidence.Packs.Select(pack => pack.Name).ToList();
        return [.. entities.OrderBy(one => one.IsMetonym).ThenBy(one => one.Entity.Kind).ThenBy(one => packs.IndexOf(one.Entity.Place.Pack)).DistinctBy(one => one.Entity.EntityId)];
    }

    private bool Opens(ulong word, bool isCapitalised)
    {
        foreach (var store in evidence.Stores)
            if (isCapitalised && store.CountOf(RowKey.WrittenFirst, NameKeys.First(word, isSmall: false)) > 0 || store.CountOf(RowKey.WrittenFirst, NameKeys.First(word, isSmall: true)) > 0) return true;
        return false;
    }

    private NameIndex? NamesOf(ulong words)
    {
        if (_found.TryGetValue(words, out var known)) return known;
        var key = NameKeys.Written(words);
        var entities = evidence.WithStored<Entity>([], RowKey.Written, key);
        var names = entities.IsEmpty ? null : new NameIndex(entities, forms: null);
        if (_found.Count >= MostKept) _found.Clear();
        return _found[words] = names;
    }
}
