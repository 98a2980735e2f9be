using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Assay.Evidence;
using Assay.Formats.Packs.Lint;
using Assay.Records;

namespace Assay.Formats.Reconciliation;

/// <summary>
/// All names of the record, to find those like a text: exact ones by their key, others by the triples of letters that they share, then by words and edit
/// distance. The work for one text is bounded, however long it is and however many names there are.
/// </summary>
internal sealed class NameMatches
{
    private const int Longest = 200;
    private const int MostPostings = 50_000;
    private const int MostCompared = 100;
    private const decimal LeastLikeness = 0.5m;

    // What is not exact stays below what is; a place that stands for a state or body says less than a name.
    private const decimal NotExact = 0.95m;
    private const decimal OfMetonym = 0.8m;

    private readonly List<Name> _names = [];
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byTriple = new(StringComparer.Ordinal);

    private readonly EvidenceSnapshot _evidence;

    public NameMatches(EvidenceSnapshot evidence)
    {
        _evidence = evidence;
        foreach (var entity in evidence.HeldEntities)
            foreach (var name in NamesOf(entity)) Add(name);
    }

    /// <summary>The entities with a name like the text, the likest first.</summary>
    public ImmutableArray<NameMatch> Find(string text)
    {
        var key = Key(text);
        if (key.Length == 0) return [];
        var best = new Dictionary<string, NameMatch>(StringComparer.Ordinal);
        foreach (var index in _byKey.GetValueOrDefault(key) ?? []) Keep(_names[index], likeness: 1);
        var words = WordsOf(key);
        foreach (var index in Similar(key))
            if (_names[index].Key != key) Keep(_names[index], NotExact * Likeness(key, words, _names[index]));
        foreach (var name in Stored(text, key)) Keep(name, name.Key == key ? 1 : NotExact * Likeness(key, words, name));
        return [.. best.Values.Where(match => match.Likeness >= LeastLikeness).OrderByDescending(match => match.Likeness).ThenBy(match => match.Entity.EntityId.Value, StringComparer.Ordinal)];

        void Keep(Name name, decimal likeness)
        {
            var match = new NameMatch(name.Entity, name.IsMetonym ? OfMetonym * likeness : likeness, likeness == 1 && !name.IsMetonym);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, name.Entity.EntityId.Value, out _);
            if (known is null || match.Likeness > known.Likeness) known = match;
        }
    }

    /// <summary>The entities that have exactly this id or name.</summary>
    public IEnumerable<EntityId> Exactly(string text) =>
        (_byKey.GetValueOrDefault(Key(text)) ?? []).Select(index => _names[index]).Concat(Stored(Key(text)).Where(name => name.Key == Key(text))).Where(name => !name.IsMetonym).Select(name => name.Entity.EntityId).Distinct();

    /// <summary>The entities with a name that begins so, or a word of which does: usual names first, then ids, then others, the shortest first.</summary>
    public IEnumerable<Entity> Beginning(string prefix)
    {
        var key = Key(prefix);
        return _names.Concat(_evidence.StoredLike(prefix).SelectMany(NamesOf)).Select(name => (Name: name, Order: key.Length == 0 || name.Key.StartsWith(key, StringComparison.Ordinal) ? 0 : name.Key.Contains(' ' + key, StringComparison.Ordinal) ? 1 : 2))
            .Where(pair => pair.Order < 2)
            .OrderBy(pair => pair.Order).ThenBy(pair => pair.Name.IsMetonym).ThenBy(pair => pair.Name.Rank).ThenBy(pair => pair.Name.Key.Length).ThenBy(pair => pair.Name.Key, StringComparer.Ordinal).ThenBy(pair => pair.Name.Entity.EntityId.Value, StringComparer.Ordinal)
            .Select(pair => pair.Name.Entity).DistinctBy(entity => entity.EntityId);
    }

    /// <summary>What texts are compared by.</summary>
    public static string Key(string text) => NameKey.Of(text.Length > Longest ? text[..Longest] : text);

    // Names that are kept outside memory are found by their key, or by how their words begin; by triples only those held.
    private IEnumerable<Name> Stored(string text, string key) => _evidence.Stores.IsEmpty ? [] : Stored(key).Concat(_evidence.StoredLike(text).SelectMany(NamesOf));

    private IEnumerable<Name> Stored(string key) => key.Length == 0 ? [] : _evidence.Stores.SelectMany(store => store.Find<Entity>(RowKey.NameKey, key)).SelectMany(NamesOf);

    private static IEnumerable<Name> NamesOf(Entity entity) => new (string Text, bool IsMetonym, int Rank)[] { (entity.Name, false, 0), (entity.EntityId.ToString(), false, 1) }
        .Concat(entity.Aliases.Select(alias => (alias.Text, alias.IsMetonym, Rank: 2)))
        .Select(name => (name, Key: Key(name.Text))).Where(pair => pair.Key.Length > 0)
        .Select(pair => new Name(entity, pair.Key, WordsOf(pair.Key), pair.name.IsMetonym, pair.name.Rank));

    private void Add(Name name)
    {
        var index = _names.Count;
        _names.Add(name);
        Put(_byKey, name.Key);
        foreach (var triple in Triples(name.Key)) Put(_byTriple, triple);

        void Put(Dictionary<string, List<int>> lists, string under)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(lists, under, out _);
            (list ??= []).Add(index);
        }
    }

    /// <summary>The names that share most triples with a key. The rarest triples are looked up first: when the bound is reached, only common ones are left.</summary>
    private IEnumerable<int> Similar(string key)
    {
        var shared = new Dictionary<int, int>();
        var left = MostPostings;
        foreach (var list in Triples(key).Select(triple => _byTriple.GetValueOrDefault(triple)).OfType<List<int>>().OrderBy(list => list.Count))
        {
            if (list.Count > left) break;
            left -= list.Count;
            foreach (var index in list) CollectionsMarshal.GetValueRefOrAddDefault(shared, index, out _)++;
        }
        return shared.OrderByDescending(pair => 2m * pair.Value / (key.Length + _names[pair.Key].Key.Length)).ThenBy(pair => pair.Key).Take(MostCompared).Select(pair => pair.Key);
    }

    /// <summary>
    /// How like two keys are, from 0 to 1: by edit distance over the longer length, or by the words that they share (Dice's coefficient), which is worth less by
    /// itself, for words in common are many; or the mean of the two.
    /// </summary>
    private static decimal Likeness(string key, HashSet<string> words, Name name)
    {
        var longer = Math.Max(key.Length, name.Key.Length);
        var edit = 1 - (decimal)Math.Min(longer, NearestId.Distance(key, name.Key, longer)) / longer;
        var common = 2m * words.Count(name.Words.Contains) / (words.Count + name.Words.Count);
        return Math.Max(edit, Math.Max((edit + common) / 2, 0.85m * common));
    }

    private static HashSet<string> Triples(string key)
    {
        var padded = $"  {key} ";
        return Enumerable.Range(0, padded.Length - 2).Select(at => padded.Substring(at, 3)).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> WordsOf(string key) => key.Split(' ').ToHashSet(StringComparer.Ordinal);

    private sealed record Name(Entity Entity, string Key, HashSet<string> Words, bool IsMetonym, int Rank);
}
