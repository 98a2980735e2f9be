using Assay.Formats.Graphs;
using Assay.Ownership;

namespace Assay.Formats.Scanning;

/// <summary>Makes graphs of the edges of register files.</summary>
public static class RegisterGraph
{
    /// <summary>A graph in which each edge is a stake in capital, exact or a range.</summary>
    /// <param name="edges">The edges.</param>
    /// <param name="options">How ill data is treated.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static GraphData OfStakes(RegisterEdges edges, OwnershipOptions options = default, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var builder = new OwnershipGraphBuilder();
        if (edges.Low.Equals(edges.High)) builder.Add(edges.Owners.Span, edges.Assets.Span, edges.Low.Span);
        else
        {
            for (var edge = 0; edge < edges.Count; edge++)
                builder.Add([new Stake(edges.Owners.Span[edge], edges.Assets.Span[edge], edges.Low.Span[edge], edges.High.Span[edge])]);
        }
        return Of(edges.Ids, builder.Build(edges.Ids.Count, options: options, cancellation: cancellation), default);
    }

    /// <summary>A graph in which each edge is control by itself and no stake, whatever its share; that of an entity over itself is left out.</summary>
    /// <param name="edges">The edges.</param>
    /// <param name="options">How ill data is treated.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static GraphData OfControl(RegisterEdges edges, OwnershipOptions options = default, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(edges);
        var capital = new OwnershipGraphBuilder().Build(edges.Ids.Count, options: options, cancellation: cancellation);
        return Of(edges.Ids, capital, Distinct(edges));
    }

    private static GraphData Of(EntityIds ids, OwnershipGraph capital, ReadOnlyMemory<EntityPair> controls) => new(new GraphParts
    {
        Ids = new(ids),
        Capital = new(capital),
        Votes = new(capital),
        Controls = new(controls),
        Vetoes = new(default(ReadOnlyMemory<EntityPair>)),
        Countries = new(default(Categories)),
        Kinds = new(default(Categories)),
        Values = new(default(GraphValues)),
    });

    /// <summary>Each pair once, in the order of owners, then of assets.</summary>
    private static EntityPair[] Distinct(RegisterEdges edges)
    {
        var pairs = new ulong[edges.Count];
        var many = 0;
        for (var edge = 0; edge < pairs.Length; edge++)
        {
            var (owner, asset) = (edges.Owners.Span[edge], edges.Assets.Span[edge]);
            if (owner != asset) pairs[many++] = (ulong)(uint)owner << 32 | (uint)asset;
        }
        Array.Sort(pairs, 0, many);
        var distinct = new List<EntityPair>(many);
        for (var i = 0; i < many; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) distinct.Add(new EntityPair((int)(pairs[i] >> 32), unchecked((int)pairs[i])));
        return [.. distinct];
    }
}
