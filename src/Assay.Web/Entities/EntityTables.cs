using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Publishing.Site;
using Assay.Records;

namespace Assay.Web.Entities;

/// <summary>What the record holds of an entity over some days, whatever it is: who owns it, what it owns, where it belongs, who belongs to it, what it signed.</summary>
internal static class EntityTables
{
    /// <summary>The tables, the most telling first.</summary>
    public static ImmutableArray<RecordTable> Of(LoadedRecord record, Entity entity, DayRange when)
    {
        var (evidence, rules, id) = (record.Evidence, record.Rules, entity.EntityId);
        var tables = new List<RecordTable>();
        if (IsOwned(evidence, entity)) tables.AddRange(OwnView.Of(evidence, rules, id, goods: null, entity.Kind == EntityKind.State ? OwnedBy.Country : null, when).Tables);
        if (entity.Kind is EntityKind.Bloc or EntityKind.Group) tables.AddRange(MembersView.Of(evidence, rules, id, when).Tables);
        if (EntityMemberships.Table(evidence, rules, id, when) is { } memberships) tables.Add(memberships);
        if (evidence.AgreementsWith(id).Length > 0) tables.AddRange(AgreementsView.Of(evidence, rules, [id], [], when).Tables);
        return [.. tables.DistinctBy(table => table.Id)];
    }

    private static bool IsOwned(EvidenceSnapshot evidence, Entity entity) => entity.Kind switch
    {
        EntityKind.State => true,
        EntityKind.Bloc or EntityKind.Person or EntityKind.Place or EntityKind.Group => !evidence.StakesOf(entity.EntityId).IsEmpty,
        _ => true,
    };
}
