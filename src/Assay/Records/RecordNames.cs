using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>Finds in a record what somebody named, or says what was probably meant. Safe to share between threads.</summary>
public sealed class RecordNames
{
    private const int MostCandidates = 8;

    private readonly EntityNames _names;

    /// <summary>Over a record and the rules that it is read by.</summary>
    public RecordNames(EvidenceSnapshot evidence, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        (Evidence, Rules, _names) = (evidence, rules, new EntityNames(evidence));
    }

    /// <summary>The record.</summary>
    public EvidenceSnapshot Evidence { get; }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The names by themselves, without a word on what was probably meant.</summary>
    public EntityNames Entities => _names;

    /// <summary>A state.</summary>
    /// <exception cref="AskingException">There is none, there are several, or it is something else.</exception>
    public EntityId State(string word) => Entity(word, entity => entity.Kind == EntityKind.State, "a state");

    /// <summary>What can be owned, or divided among owners.</summary>
    /// <exception cref="AskingException">There is none, there are several, or it is something else.</exception>
    public EntityId Owned(string word) => Entity(word, entity => entity.Kind is not (EntityKind.Bloc or EntityKind.Person or EntityKind.Place), "a country, a company or an asset");

    /// <summary>What can own.</summary>
    /// <exception cref="AskingException">There is none, there are several, or it is something else.</exception>
    public EntityId Owner(string word) => Entity(word, entity => entity.Kind is not (EntityKind.Field or EntityKind.Mine or EntityKind.Pipeline), "an owner");

    /// <summary>What can have members.</summary>
    /// <exception cref="AskingException">There is none, there are several, or it is something else.</exception>
    public EntityId Body(string word) => Entity(word, entity => entity.Kind is EntityKind.Bloc or EntityKind.Group, "an international body or a named group");

    /// <summary>What can be a party to an agreement.</summary>
    /// <exception cref="AskingException">There is none, there are several, or it is something else.</exception>
    public EntityId Party(string word) =>
        Entity(word, entity => entity.Kind is EntityKind.State or EntityKind.Bloc or EntityKind.Agency or EntityKind.Company or EntityKind.Fund or EntityKind.Organization, "a state, a body, a ministry or a company");

    /// <summary>The entity of that id or name.</summary>
    /// <param name="word">What somebody wrote.</param>
    /// <param name="isWanted">What can be taken.</param>
    /// <param name="what">That in words: "a state".</param>
    /// <exception cref="AskingException">There is none, there are several, or it is of another kind.</exception>
    public EntityId Entity(string word, Func<Entity, bool> isWanted, string what)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(isWanted);
        var found = _names.Find(word, isWanted);
        if (found.IsEmpty) throw new AskingException($"the record knows nothing by the name '{word}'{Meant(word, _names.Near(word, isWanted))}; this takes {what}, by id or name");
        if (!found.Any(isWanted)) throw new AskingException($"{found[0].Name} ({found[0].EntityId}) is {KindOf(found[0])}; this takes {what}");
        if (found.Length > 1)
            throw new AskingException($"'{word}' can mean {string.Join(", ", found.Take(MostCandidates).Select(entity => $"{entity.Name} ({entity.EntityId})"))}{(found.Length > MostCandidates ? " …" : "")}; write the id");
        return found[0].EntityId;
    }

    /// <summary>A commodity of the lexicon, by key or by any of its words.</summary>
    /// <exception cref="AskingException">There is none.</exception>
    public string Goods(string word) => Commodities.Find(Rules.Lexicon, word)
        ?? throw new AskingException($"the rules know no commodity '{word}'{Meant(word, Rules.Lexicon.Goods.Keys)}; there are: {string.Join(", ", Rules.Lexicon.Goods.Keys.Order(StringComparer.Ordinal))}");

    /// <summary>Agreements of a kind, or with a topic, by the word for it.</summary>
    /// <exception cref="AskingException">The record has none.</exception>
    public string AgreementKind(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var slug = word.Trim().ToLowerInvariant().Replace(' ', '-');
        var rows = Evidence.Rows<Agreement>().ToList();
        var known = rows.Select(row => row.Kind).Concat(rows.SelectMany(row => row.Topics)).Distinct().ToList();
        if (known.Contains(slug)) return slug;
        throw new AskingException($"the record has no agreement of the kind '{word}'{Suggestion.For(slug, known)}; kinds are: {string.Join(", ", rows.Select(row => row.Kind).Distinct().Order(StringComparer.Ordinal))}");
    }

    /// <summary>At most three ids or names of the record that are spelled nearly so, the nearest first.</summary>
    public ImmutableArray<string> Nearest(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return Nearest(word, _names.Near(word, _ => true));
    }

    /// <summary>What kind of thing an entity is, in words: "an agency of a state".</summary>
    public static string KindOf(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.Kind switch
        {
            EntityKind.Bloc => "an international body",
            EntityKind.Agency => "an agency of a state",
            EntityKind.Organization or EntityKind.Arrangement or EntityKind.Asset => $"an {entity.Kind.ToString().ToLowerInvariant()}",
            var kind => $"a {kind.ToString().ToLowerInvariant()}",
        };
    }

    private static string Meant(string word, IEnumerable<string> known) => Nearest(word, known) is { Length: > 0 } near ? $" (did you mean {string.Join(" or ", near)}?)" : "";

    private static ImmutableArray<string> Nearest(string word, IEnumerable<string> known)
    {
        var folded = word.ToLowerInvariant();
        var names = known.Distinct().GroupBy(name => name.ToLowerInvariant()).ToDictionary(group => group.Key, group => group.First());
        return [.. names.Keys.Where(name => Math.Abs(name.Length - folded.Length) <= 3)
            .Select(name => (name, Distance: Suggestion.Distance(folded, name))).Where(pair => pair.Distance <= Math.Max(1, folded.Length / 3))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.name, StringComparer.Ordinal).Take(3).Select(pair => names[pair.name])];
    }
}
