using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Formats.Reconciliation;

/// <summary>The kinds of entities as types of the protocol, below one that holds them all.</summary>
internal static class EntityTypes
{
    /// <summary>The type of every entity.</summary>
    public const string Any = "entity";

    /// <summary>Every type with its name, the one that holds all first.</summary>
    public static ImmutableArray<(string Id, string Name)> All { get; } = [(Any, "Entity"), .. Enum.GetValues<EntityKind>().Select(kind => (IdOf(kind), kind.ToString()))];

    /// <summary>The id of a kind: the word that the tables of packs have for it.</summary>
    public static string IdOf(EntityKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whether an entity is of the types asked for.</summary>
    public static bool Fits(Entity entity, ReconciliationQuery query)
    {
        if (query.Types.IsEmpty) return true;
        return query.Strictness == "all" ? query.Types.All(Is) : query.Types.Any(Is);

        bool Is(string type) => type == Any || type == IdOf(entity.Kind);
    }
}
