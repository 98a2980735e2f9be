using Assay.Evidence;
using Assay.Mentions;
using Assay.Records;

namespace Assay.Cli;

/// <summary>Finds in the record what a user named on the command line, or says what was probably meant.</summary>
internal sealed class RecordNames(Record record)
{
    private const int MostCandidates = 8;

    private readonly EntityNames _names = new(record.Evidence);

    public Record Record => record;

    /// <summary>The entity of that id or name.</summary>
    /// <param name="word">What the user wrote.</param>
    /// <param name="isWanted">What the verb can take.</param>
    /// <param name="what">That in words: "a state".</param>
    /// <exception cref="StopException">There is none, there are several, or it is of another kind.</exception>
    public EntityId Entity(string word, Func<Entity, bool> isWanted, string what)
    {
        var found = _names.Find(word, isWanted);
        if (found.IsEmpty) throw StopException.Usage($"the record knows nothing by the name '{word}'{Nearest(word, _names.All(isWanted))}; this takes {what}, by id or name");
        if (!found.Any(isWanted)) throw StopException.Usage($"{found[0].Name} ({found[0].EntityId}) is {Article(found[0].Kind)}; this takes {what}");
        if (found.Length > 1)
            throw StopException.Usage($"'{word}' can mean {string.Join(", ", found.Take(MostCandidates).Select(entity => $"{entity.Name} ({entity.EntityId})"))}{(found.Length > MostCandidates ? " …" : "")}; write the id");
        return found[0].EntityId;
    }

    /// <summary>A commodity of the lexicon, by key or by any of its words.</summary>
    /// <exception cref="StopException">There is none.</exception>
    public string Goods(string word) => Commodities.Find(record.Rules.Lexicon, word)
        ?? throw StopException.Usage($"the rules know no commodity '{word}'{Nearest(word, record.Rules.Lexicon.Goods.Keys)}; there are: {string.Join(", ", record.Rules.Lexicon.Goods.Keys.Order(StringComparer.Ordinal))}");

    private static string Nearest(string word, IEnumerable<string> known)
    {
        var folded = word.ToLowerInvariant();
        var names = known.Distinct().GroupBy(name => name.ToLowerInvariant()).ToDictionary(group => group.Key, group => group.First());
        var near = names.Keys.Where(name => Math.Abs(name.Length - folded.Length) <= 3)
            .Select(name => (name, Distance: Suggestion.Distance(folded, name))).Where(pair => pair.Distance <= Math.Max(1, folded.Length / 3))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.name, StringComparer.Ordinal).Take(3).Select(pair => names[pair.name]).ToList();
        return near.Count > 0 ? $" (did you mean {string.Join(" or ", near)}?)" : "";
    }

    private static string Article(EntityKind kind) => kind switch
    {
        EntityKind.Bloc => "an international body",
        EntityKind.Agency => "an agency of a state",
        _ => $"a {kind.ToString().ToLowerInvariant()}",
    };
}
