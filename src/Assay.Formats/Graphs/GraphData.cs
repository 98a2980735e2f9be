using Assay.Ownership;

namespace Assay.Formats.Graphs;

/// <summary>An owner and an asset, by their indices.</summary>
/// <param name="Owner">Index of the owner.</param>
/// <param name="Asset">Index of the asset.</param>
public readonly record struct EntityPair(int Owner, int Asset);

/// <summary>A graph of stakes with what its files say of its entities.</summary>
public sealed record GraphData
{
    /// <summary>The ids of the entities.</summary>
    public required EntityIds Ids { get; init; }

    /// <summary>Who holds what part of whose capital.</summary>
    public required OwnershipGraph Capital { get; init; }

    /// <summary>
    /// Who holds what part of the votes: those recorded apart, for each asset of which any are; elsewhere votes go with capital.
    /// The same graph as <see cref="Capital"/> where none are recorded apart.
    /// </summary>
    public required OwnershipGraph Votes { get; init; }

    /// <summary>Who controls what by itself, whatever is held; each pair once.</summary>
    public ReadOnlyMemory<EntityPair> Controls { get; init; }

    /// <summary>Who has a veto on the control of what (golden shares); each pair once.</summary>
    public ReadOnlyMemory<EntityPair> Vetoes { get; init; }

    /// <summary>The country of each entity; null where the files have none.</summary>
    public Categories? Countries { get; init; }

    /// <summary>The kind of each entity; null where the files have none.</summary>
    public Categories? Kinds { get; init; }

    /// <summary>What entities are worth or produce; null where the files do not say.</summary>
    public GraphValues? Values { get; init; }
}
