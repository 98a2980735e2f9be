using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs.Lint;
using Assay.Formats.Registers;
using Assay.Records;

namespace Assay.Formats.Packs.Writing;

/// <summary>Finds the id that somebody means by an id, a name or a title.</summary>
public sealed class KnownIds
{
    private const int MostSuggestions = 3;
    private readonly ImmutableArray<Statement> _rows;
    private readonly ImmutableArray<Source> _sources;
    private readonly ImmutableArray<Register> _registers;

    internal KnownIds(ImmutableArray<Statement> rows, ImmutableArray<Source> sources, ImmutableArray<Register> registers)
    {
        _rows = rows;
        _sources = sources;
        _registers = registers;
    }

    /// <summary>Whether an id is taken.</summary>
    public bool Has(Referent referent, string id) => Named(referent).Any(n => n.Id == id) || IsStored(referent, id);

    /// <summary>The source of that address, or null.</summary>
    public string? SourceAt(string url) => _sources.FirstOrDefault(s => s.Url.Length > 0 && s.Url == url)?.Id.Value;

    /// <summary>When a source appeared, as it is written; null where it is not known.</summary>
    public string? DateOf(string source) => _sources.FirstOrDefault(s => s.Id.Value == source)?.Date?.ToString();

    /// <summary>The id meant: an id itself, or the only thing of that name; else those that may be meant.</summary>
    public FoundId Find(Referent referent, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var named = Named(referent);
        if (named.Any(n => n.Id == text) || IsStored(referent, text)) return new FoundId(text, []);
        string[] same = [.. named.Concat(Stored(referent, text)).Where(n => n.Name.Equals(text, StringComparison.OrdinalIgnoreCase)).Select(n => n.Id).Distinct()];
        if (same is [var only]) return new FoundId(only, []);
        return new FoundId(null, same.Length > 1 ? [.. same.Order(StringComparer.Ordinal)] : Nearest(text, named));
    }

    // What lies in a register is found by its id and, an entity, by its name; of millions none is suggested.
    private bool IsStored(Referent referent, string id)
    {
        string[] tables = referent switch
        {
            Referent.Source => ["sources"],
            Referent.Entity => ["entities"],
            Referent.Agreement => ["agreements"],
            Referent.Proposition => ["propositions"],
            Referent.List => [],
            _ => ["entities", "agreements", "events"],
        };
        return tables.Any(table => _registers.Any(register => register.RowsOfKey($"{table}/{id}") > 0));
    }

    private IEnumerable<(string Id, string Name)> Stored(Referent referent, string text) => referent is Referent.Entity or Referent.EntityAgreementOrEvent or Referent.Subject
        ? _registers.SelectMany(register => register.Find<Entity>(RowKey.NameKey, NameKey.Of(text))).SelectMany(entity => NamesOf(referent, entity))
        : [];

    private static ImmutableArray<string> Nearest(string text, IReadOnlyList<(string Id, string Name)> named)
    {
        var least = Math.Max(1, text.Length / 3) + 1;
        var lower = text.ToLowerInvariant();
        var near = named
            .Select(n => (n.Id, Distance: Math.Min(NearestId.Distance(lower, n.Id, least), NearestId.Distance(lower, n.Name.ToLowerInvariant(), least))))
            .Where(n => n.Distance <= least).ToArray();
        return [.. near.Where(n => n.Distance == near.Min(other => other.Distance)).Select(n => n.Id).Distinct().Order(StringComparer.Ordinal).Take(MostSuggestions)];
    }

    private List<(string Id, string Name)> Named(Referent referent) => referent switch
    {
        Referent.Source => [.. _sources.SelectMany(s => new[] { (s.Id.Value, s.Title), (s.Id.Value, s.Url) })],
        _ => [.. _rows.SelectMany(row => NamesOf(referent, row))],
    };

    private static IEnumerable<(string, string)> NamesOf(Referent referent, Statement row) => (referent, row) switch
    {
        (Referent.Entity or Referent.EntityAgreementOrEvent or Referent.Subject, Entity e) => e.Aliases.Where(a => !a.IsMetonym).Select(a => a.Text).Prepend(e.Name).Select(n => (e.EntityId.Value, n)),
        (Referent.Agreement or Referent.EntityAgreementOrEvent or Referent.Subject, Agreement a) => [(a.AgreementId.Value, a.Title)],
        (Referent.EntityAgreementOrEvent or Referent.Subject, Event e) => [(e.EventId.Value, e.Title)],
        (Referent.Proposition, Proposition p) => [(p.PropositionId, p.Sentence)],
        (Referent.List or Referent.Subject, Ranking r) => [(r.List.Value, r.List.Value)],
        _ => [],
    };
}

/// <summary>What a search for an id gave.</summary>
/// <param name="Id">The id; null where none or several may be meant.</param>
/// <param name="Suggestions">Those that may be meant, the likeliest first.</param>
public sealed record FoundId(string? Id, ImmutableArray<string> Suggestions);
