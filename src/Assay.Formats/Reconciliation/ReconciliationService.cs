using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Json;
using Assay.Formats.Publications;

namespace Assay.Formats.Reconciliation;

/// <summary>
/// Answers by version 0.2 of the W3C group's Entity Reconciliation API which entities of a record are meant by names in somebody's table, so that OpenRefine
/// and its like can use the record: <c>docs/formats/reconciliation.md</c>. Safe to share between threads; the work for one request is bounded.
/// </summary>
public sealed class ReconciliationService
{
    private const int PreviewWidth = 420;
    private const int PreviewHeight = 220;

    private static readonly ReconciliationContext Shapes = new(PageSafeJson.Relaxed(ReconciliationContext.Default.Options));
    private static readonly TypeDocument AnyType = new(EntityTypes.Any, "Entity");

    private readonly EvidenceSnapshot _evidence;
    private readonly Site _site;
    private readonly NameMatches _names;
    private readonly CandidateFinder _candidates;

    /// <summary>Over a record; its names are indexed once.</summary>
    /// <param name="evidence">The record.</param>
    /// <param name="site">Where the service is offered.</param>
    public ReconciliationService(EvidenceSnapshot evidence, Site site)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(site);
        (_evidence, _site) = (evidence, site);
        _names = new NameMatches(evidence);
        _candidates = new CandidateFinder(evidence, _names);
    }

    /// <summary>What the service offers, and where: the answer to a request without parameters.</summary>
    public byte[] Manifest()
    {
        var service = _site.Reconciliation.AbsoluteUri;
        return PageSafeJson.Bytes(new ManifestDocument
        {
            Name = $"Entities of {_site.Publisher}",
            IdentifierSpace = _site.At("e").AbsoluteUri + "/",
            SchemaSpace = "https://schema.org/Thing",
            Documentation = _site.Method.AbsoluteUri,
            DefaultTypes = [AnyType],
            View = new AddressPattern(_site.At("e").AbsoluteUri + "/{{id}}"),
            Preview = new PreviewPattern(service + "/preview?id={{id}}", PreviewWidth, PreviewHeight),
            Suggest = new SuggestServices(new ServicePlace(service, "/suggest/entity"), new ServicePlace(service, "/suggest/property"), new ServicePlace(service, "/suggest/type")),
            Extend = new ExtendService(new ServicePlace(service, "/properties")),
            BatchSize = ReconciliationLimits.Queries,
        }, Shapes.ManifestDocument);
    }

    /// <summary>The candidates for each query of a batch.</summary>
    /// <param name="queries">The batch: what a client sends as <c>queries</c>.</param>
    public ReconciliationReply Answer(string queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var reader = new QueryReader();
        var batch = reader.Queries(queries);
        var problems = reader.Problems.AddRange(batch.SelectMany(query => UnknownProperties(query.Properties.Select(property => property.Id), $"$.{query.Key}.properties")));
        if (!problems.IsEmpty) return new ReconciliationReply(default, problems);
        var results = new OrderedDictionary<string, ResultDocument>();
        foreach (var query in batch) results[query.Key] = new ResultDocument([.. _candidates.Find(query).Select(Candidate)]);
        return Reply(PageSafeJson.Bytes(results, Shapes.OrderedDictionaryStringResultDocument));
    }

    /// <summary>The values of properties of entities; none for an id that the record does not know.</summary>
    /// <param name="extend">The wish: what a client sends as <c>extend</c>.</param>
    public ReconciliationReply Extend(string extend)
    {
        ArgumentNullException.ThrowIfNull(extend);
        var reader = new QueryReader();
        var wish = reader.Extension(extend);
        var problems = reader.Problems.AddRange(UnknownProperties(wish?.Properties ?? [], "$.properties"));
        if (!problems.IsEmpty || wish is null) return new ReconciliationReply(default, problems);
        var properties = wish.Properties.Distinct().Select(id => EntityProperty.Find(id)!).ToList();
        var rows = new OrderedDictionary<string, OrderedDictionary<string, IReadOnlyList<ValueDocument>>>();
        foreach (var id in wish.Ids)
        {
            var values = new OrderedDictionary<string, IReadOnlyList<ValueDocument>>();
            foreach (var property in properties) values[property.Id] = _evidence.Entity(new EntityId(id)) is { } entity ? [.. property.Values(entity).Select(Value)] : [];
            rows[id] = values;
        }
        return Reply(PageSafeJson.Bytes(new ExtensionDocument([.. properties.Select(Property)], rows), Shapes.ExtensionDocument));
    }

    /// <summary>The entities that a text which is being typed may become.</summary>
    /// <param name="prefix">The text so far.</param>
    /// <param name="cursor">How many to pass over; negative: none.</param>
    public byte[] SuggestEntities(string prefix, int cursor = 0)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Suggest(_names.Beginning(prefix).Skip(cursor).Take(ReconciliationLimits.UsualCandidates)
            .Select(entity => new SuggestionDocument(entity.EntityId.ToString(), entity.Name, Describe(entity), [TypeOf(entity)])));
    }

    /// <summary>The types that a text which is being typed may become.</summary>
    public static byte[] SuggestTypes(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Suggest(EntityTypes.All.Where(type => type.Id.StartsWith(prefix.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(type => new SuggestionDocument(type.Id, type.Name, Broader: type.Id == EntityTypes.Any ? null : [AnyType])));
    }

    /// <summary>The properties that a text which is being typed may become.</summary>
    public static byte[] SuggestProperties(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Suggest(EntityProperty.All.Where(property => property.Id.StartsWith(prefix.Trim(), StringComparison.OrdinalIgnoreCase) || property.Name.StartsWith(prefix.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(property => new SuggestionDocument(property.Id, property.Name)));
    }

    /// <summary>The properties that entities of a type can have; all of them for a type that the record does not know.</summary>
    /// <param name="type">The id of the type.</param>
    /// <param name="limit">The most that are wanted; null or less than 1: all.</param>
    public static byte[] ProposeProperties(string type, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(type);
        var known = Enum.GetValues<EntityKind>().Where(kind => EntityTypes.IdOf(kind) == type).Select(kind => (EntityKind?)kind).FirstOrDefault();
        var properties = EntityProperty.All.Where(property => known is not { } kind || property.Applies(kind)).Take(limit is > 0 ? limit.Value : int.MaxValue);
        return PageSafeJson.Bytes(new ProposalDocument(type, limit is > 0 ? limit : null, [.. properties.Select(Property)]), Shapes.ProposalDocument);
    }

    /// <summary>What a client shows of an entity in a small frame; null where the record has none of that id.</summary>
    public ReconciliationPreview? Preview(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (_evidence.Entity(new EntityId(id)) is not { } entity) return null;
        var facts = EntityProperty.All.Where(property => property.Id is not ("kind" or "identifiers"))
            .Select(property => (property.Name, Values: string.Join(", ", property.Values(entity).Select(value => value.Entity is { } other ? _evidence.NameOf(other) : value.Text))))
            .Where(fact => fact.Values.Length > 0);
        return new ReconciliationPreview(entity.Name, Describe(entity), _site.Entity(id), [.. facts]);
    }

    private static ImmutableArray<JsonProblem> UnknownProperties(IEnumerable<string> ids, string path) =>
    [
        .. ids.Select((id, i) => (Id: id, Path: $"{path}[{i}]")).Where(pair => EntityProperty.Find(pair.Id) is null)
            .Select(pair => new JsonProblem(pair.Path, "a property that the record does not have", string.Join(", ", EntityProperty.All.Select(property => property.Id)))),
    ];

    private CandidateDocument Candidate(Candidate candidate) => new(
        candidate.Entity.EntityId.ToString(), candidate.Entity.Name, Describe(candidate.Entity), [TypeOf(candidate.Entity)], candidate.Score,
        [.. candidate.Features.Select(feature => new FeatureDocument(feature.Id, feature.Value))], candidate.IsMatch);

    /// <summary>What tells namesakes apart: "company, Northland".</summary>
    private string Describe(Entity entity) => entity.Kind != EntityKind.State && entity.Country is { } country ? $"{EntityTypes.IdOf(entity.Kind)}, {_evidence.NameOf(country)}" : EntityTypes.IdOf(entity.Kind);

    private ValueDocument Value(PropertyValue value) => value.Entity is { } id ? new ValueDocument(id.ToString(), _evidence.NameOf(id)) : new ValueDocument(Str: value.Text);

    private static TypeDocument TypeOf(Entity entity) => new(EntityTypes.IdOf(entity.Kind), entity.Kind.ToString());

    private static PropertyDocument Property(EntityProperty property) => new(property.Id, property.Name, property.Id is "country" or "parent" ? AnyType : null);

    private static byte[] Suggest(IEnumerable<SuggestionDocument> found) => PageSafeJson.Bytes(new SuggestionsDocument([.. found]), Shapes.SuggestionsDocument);

    private static ReconciliationReply Reply(byte[] json) => new(json, []);
}
