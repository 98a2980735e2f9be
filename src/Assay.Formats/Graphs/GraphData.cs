using Assay.Formats.Snapshots;
using Assay.Ownership;

namespace Assay.Formats.Graphs;

/// <summary>An owner and an asset, by their indices.</summary>
/// <param name="Owner">Index of the owner.</param>
/// <param name="Asset">Index of the asset.</param>
public readonly record struct EntityPair(int Owner, int Asset);

/// <summary>
/// A graph of stakes with what its files say of its entities. Of one that was opened from a snapshot each part is read when it is first asked
/// for, and lies in the mapped file: nothing of it may be used after <see cref="Dispose"/>. Safe to use from several threads at once.
/// </summary>
public sealed class GraphData : IDisposable
{
    private readonly GraphParts _parts;
    private readonly Snapshot? _snapshot;

    internal GraphData(GraphParts parts, Snapshot? snapshot = null) => (_parts, _snapshot) = (parts, snapshot);

    /// <summary>The ids of the entities.</summary>
    /// <exception cref="SnapshotException">They are damaged. So with every other part.</exception>
    public EntityIds Ids => _parts.Ids.Value;

    /// <summary>Who holds what part of whose capital.</summary>
    public OwnershipGraph Capital => _parts.Capital.Value;

    /// <summary>
    /// Who holds what part of the votes: those recorded apart, for each asset of which any are; elsewhere votes go with capital.
    /// The same graph as <see cref="Capital"/> where none are recorded apart.
    /// </summary>
    public OwnershipGraph Votes => _parts.Votes.Value;

    /// <summary>Who controls what by itself, whatever is held; each pair once.</summary>
    public ReadOnlyMemory<EntityPair> Controls => _parts.Controls.Value;

    /// <summary>Who has a veto on the control of what (golden shares); each pair once.</summary>
    public ReadOnlyMemory<EntityPair> Vetoes => _parts.Vetoes.Value;

    /// <summary>The country of each entity; null where the files have none.</summary>
    public Categories? Countries => _parts.Countries.Value;

    /// <summary>The kind of each entity; null where the files have none.</summary>
    public Categories? Kinds => _parts.Kinds.Value;

    /// <summary>What entities are worth or produce; null where the files do not say.</summary>
    public GraphValues? Values => _parts.Values.Value;

    /// <summary>The same graph with other values. Both are of one snapshot, if any: whichever is disposed closes it.</summary>
    /// <param name="file">The file of values, as <see cref="GraphFiles.Values"/>.</param>
    /// <exception cref="InvalidDataFileException">The file has problems.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public GraphData WithValues(string file)
    {
        var values = ValuesFile.Read(file, new GraphReading(default, null, default), Ids);
        return new GraphData(_parts with { Values = new(values) }, _snapshot);
    }

    /// <summary>Closes the snapshot that it was opened from, if it was.</summary>
    public void Dispose() => _snapshot?.Dispose();
}

/// <summary>The parts of a graph, each made when it is first asked for.</summary>
internal sealed record GraphParts
{
    public required Lazy<EntityIds> Ids { get; init; }

    public required Lazy<OwnershipGraph> Capital { get; init; }

    public required Lazy<OwnershipGraph> Votes { get; init; }

    public required Lazy<ReadOnlyMemory<EntityPair>> Controls { get; init; }

    public required Lazy<ReadOnlyMemory<EntityPair>> Vetoes { get; init; }

    public required Lazy<Categories?> Countries { get; init; }

    public required Lazy<Categories?> Kinds { get; init; }

    public required Lazy<GraphValues?> Values { get; init; }
}
