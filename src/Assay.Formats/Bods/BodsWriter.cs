using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.Packs.Writing;

namespace Assay.Formats.Bods;

/// <summary>
/// Writes rows of the record as BODS 0.4: an array with one statement on each line, entities and persons first. Each row of stakes, interests and exceptions is
/// a record of its own. The same rows give the same bytes.
/// </summary>
internal static class BodsWriter
{
    /// <summary>Writes a scope.</summary>
    public static void Write(ExportScope scope, Stream output, ExportReport report)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        var names = new RecordNames(scope, report);
        var statements = new StatementWriter(scope, report, output);
        var (entities, relationships) = (new EntityStatements(scope, names, statements, report), new RelationshipStatements(names, statements, report));
        statements.Begin();
        foreach (var entity in scope.Statements.OfType<Entity>())
            if (names.IsWritten(entity.EntityId)) entities.Write(entity);
        foreach (var row in scope.Statements)
        {
            switch (row)
            {
                case Entity: break;
                case Stake stake: relationships.Write(stake); break;
                case OtherInterest interest: relationships.Write(interest); break;
                case DisclosureException exception: relationships.Write(exception); break;
                case Domicile seat when names.IsRegistration(seat): break;
                default: report.Lost(StatementCells.Of(row).Table.Name, row.Id); break;
            }
        }
        statements.End();
    }
}

/// <summary>Which entities are written, and the record ids that they get.</summary>
internal sealed class RecordNames
{
    private readonly Dictionary<EntityId, string> _names = [];
    private readonly Dictionary<EntityId, ImmutableArray<string>> _interests = [];
    private readonly Dictionary<EntityId, Entity> _entities = [];
    private readonly HashSet<EntityId> _registered = [];

    /// <summary>Names the entities of a scope.</summary>
    public RecordNames(ExportScope scope, ExportReport report)
    {
        foreach (var entity in scope.Statements.OfType<Entity>()) _entities.TryAdd(entity.EntityId, entity);
        var parties = Parties(scope.Statements);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        // Ids of rows are those of relationships.
        foreach (var row in scope.Statements)
            if (row is not Evidence.Entity) taken.Add(row.Id.Value);
        foreach (var entity in _entities.Values)
        {
            // What is named only as the country of another stands in its jurisdiction.
            if (!parties.Contains(entity.EntityId) && (scope.Pack is { } pack ? entity.Place.Pack != pack.Name : entity.Kind == EntityKind.State)) continue;
            var given = entity.Identifiers.Select(PartyIds.RecordIdOf).OfType<string>().ToArray();
            var name = given.FirstOrDefault(taken.Add) ?? (taken.Add(entity.EntityId.Value) ? entity.EntityId.Value : entity.Id.Value);
            taken.Add(name);
            if (given.Length > 1 || (given.Length == 1 && name != given[0])) report.Lost("further record ids of an entity", entity.Id);
            _names.Add(entity.EntityId, name);
        }
        foreach (var group in scope.Statements.OfType<OtherInterest>().GroupBy(row => row.Subject)) _interests[group.Key] = [.. group.Select(row => row.Type).Distinct(StringComparer.Ordinal)];
        foreach (var seat in scope.Statements.OfType<Domicile>().Where(seat => seat.Validity == default && _entities.TryGetValue(seat.Firm, out var firm) && firm.Country == seat.Country)) _registered.Add(seat.Firm);
    }

    /// <summary>Whether an entity gets a statement.</summary>
    public bool IsWritten(EntityId id) => _names.ContainsKey(id);

    /// <summary>The record id of an entity that is written.</summary>
    public string this[EntityId id] => _names[id];

    /// <summary>The entity itself.</summary>
    public Entity Entity(EntityId id) => _entities[id];

    /// <summary>The types of the interests in an entity.</summary>
    public ImmutableArray<string> InterestsIn(EntityId id) => _interests.GetValueOrDefault(id, []);

    /// <summary>Whether a row only says where a firm is registered, as its jurisdiction does.</summary>
    public bool IsRegistration(Domicile seat) => seat.Validity == default && IsRegistered(seat.Firm) && _entities[seat.Firm].Country == seat.Country && EntityStatements.HasRegistration(_entities[seat.Firm].Kind);

    /// <summary>Whether the record takes the country of a firm as its registration alone.</summary>
    public bool IsRegistered(EntityId firm) => _registered.Contains(firm);

    private static HashSet<EntityId> Parties(ImmutableArray<Statement> rows)
    {
        var parties = new HashSet<EntityId>();
        foreach (var row in rows)
        {
            switch (row)
            {
                case Stake stake: parties.Add(stake.Owner); parties.Add(stake.Asset); break;
                case OtherInterest interest: parties.Add(interest.Holder); parties.Add(interest.Subject); break;
                case DisclosureException exception: parties.Add(exception.Subject); break;
            }
        }
        return parties;
    }
}
