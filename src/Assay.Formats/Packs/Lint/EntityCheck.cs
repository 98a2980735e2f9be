using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>States have no parent, parents form no circle, and the metonym of a state is marked as one.</summary>
internal static class EntityCheck
{
    public static void Run(LintedPack pack)
    {
        var entities = new Dictionary<EntityId, Entity>();
        foreach (var entity in pack.Everywhere.OfType<Entity>()) entities.TryAdd(entity.EntityId, entity);
        var metonyms = Metonyms(pack);
        foreach (var entity in pack.Rows.OfType<Entity>())
        {
            if (entity is { Kind: EntityKind.State, Parent: { } over })
                pack.Report(entity, "parent", "state-parent", $"'{over}' as the parent of a state", "nothing", "clear the cell; who belongs to whom is a membership");
            if (IsOnCycle(entity, entities))
                pack.Report(entity, "parent", "parent-cycle", $"'{entity.EntityId}' above itself", "a chain of parents that ends", "clear the parent of the top of the group");
            if (entity.Kind is EntityKind.Place or EntityKind.Port) continue;
            foreach (var alias in entity.Aliases)
                if (!alias.IsMetonym && metonyms.TryGetValue(alias.Text, out var state) && state != entity.EntityId)
                    pack.Report(entity, "aliases", "unmarked-metonym", $"'{alias.Text}', which stands for '{state}'", $"'~{alias.Text}'", "mark it with ~ or remove it");
        }
    }

    private static Dictionary<string, EntityId> Metonyms(LintedPack pack)
    {
        var metonyms = new Dictionary<string, EntityId>(StringComparer.OrdinalIgnoreCase);
        foreach (var state in pack.Everywhere.OfType<Entity>().Where(e => e.Kind is EntityKind.State or EntityKind.Bloc && !pack.IsOwn(e)))
            foreach (var alias in state.Aliases)
                if (alias.IsMetonym) metonyms.TryAdd(alias.Text, state.EntityId);
        return metonyms;
    }

    private static bool IsOnCycle(Entity entity, Dictionary<EntityId, Entity> entities)
    {
        var seen = new HashSet<EntityId>();
        for (var above = entity.Parent; above is { } id && seen.Add(id); above = entities.GetValueOrDefault(id)?.Parent)
            if (id == entity.EntityId) return true;
        return false;
    }
}
