using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>One way up from an asset to an owner, and the part of the asset that it carries.</summary>
/// <param name="Entities">The entities from the asset to the owner, both included.</param>
/// <param name="Part">
/// Bounds of the product of the shares along it: of the least shares and of the greatest, each at most 1, rounded
/// outward. Exactly 1 for the chain of one entity, which holds itself whole.
/// </param>
public sealed record Chain(ImmutableArray<int> Entities, ShareInterval Part);

/// <summary>Finds the chains through which an owner holds an asset, heaviest first.</summary>
/// <remarks>
/// The chains are the terms of I + W + W² + … between the two, so their parts sum to what the owner holds of the asset
/// in x = v + W x (see <see cref="OwnershipSolver"/>); where entities hold each other a chain may pass one more than
/// once, each round being a chain of its own. Best-first
/// search with an exact forecast: Hart, Nilsson and Raphael, "A formal basis for the heuristic determination of
/// minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4(2), 1968.
/// </remarks>
public static class ChainSearch
{
    /// <summary>Finds the heaviest chains from an asset up to an owner.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity: whether the walk upward stops at it.</param>
    /// <param name="owner">The entity at the upper end.</param>
    /// <param name="asset">The entity at the lower end.</param>
    /// <param name="count">How many chains at most, 0 or more.</param>
    /// <returns>
    /// The chains that can carry most, by the product of their greatest shares, heaviest first; the order of equal ones
    /// depends on the graph alone. Fewer than <paramref name="count"/> if there are no more.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="graph"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index is not an entity, or <paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="terminal"/> does not have one mark per entity.</exception>
    public static ImmutableArray<Chain> FindHeaviest(
        OwnershipGraph graph, ReadOnlySpan<bool> terminal, int owner, int asset, int count)
    {
        ArgumentNullException.ThrowIfNull(graph);
        graph.CheckLength(terminal.Length, nameof(terminal));
        graph.CheckEntity(owner);
        graph.CheckEntity(asset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);

        Dictionary<int, double> forecast = Forecast(graph, terminal, asset);
        var found = ImmutableArray.CreateBuilder<Chain>();
        var waiting = new PriorityQueue<Link, (double, int)>();
        int made = 0;
        if (forecast.TryGetValue(owner, out double best))
            waiting.Enqueue(new Link(owner, 1, 1, null), (-best, made));

        StakeRows held = graph.ByOwner;
        while (found.Count < count && waiting.TryDequeue(out Link? link, out _))
        {
            if (link.Ended)
            {
                found.Add(link.ToChain(graph));
                continue;
            }

            int at = link.Entity;
            if (at == asset)
                waiting.Enqueue(link with { Ended = true }, (-link.High, ++made));
            for (int slot = held.Start[at]; slot < held.Start[at + 1]; slot++)
            {
                int next = held.Partner[slot];
                double high = link.High * Math.Min(1, held.High[slot]);
                if (!terminal[next] && high > 0 && forecast.TryGetValue(next, out double onward))
                    waiting.Enqueue(new Link(next, link.Low * held.Low[slot], high, link), (-high * onward, ++made));
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>For every entity above the asset the greatest part that one chain from it can carry.</summary>
    private static Dictionary<int, double> Forecast(OwnershipGraph graph, ReadOnlySpan<bool> terminal, int asset)
    {
        var best = new Dictionary<int, double>();
        var waiting = new PriorityQueue<int, double>();
        waiting.Enqueue(asset, -1);
        while (waiting.TryDequeue(out int entity, out double part))
        {
            if (!best.TryAdd(entity, -part) || terminal[entity])
                continue;
            ReadOnlySpan<int> owners = graph.OwnersOf(entity);
            ReadOnlySpan<double> high = graph.HighSharesOf(entity);
            for (int k = 0; k < owners.Length; k++)
            {
                if (high[k] > 0 && !best.ContainsKey(owners[k]))
                    waiting.Enqueue(owners[k], part * Math.Min(1, high[k]));
            }
        }

        return best;
    }

    /// <summary>The lower end of an unfinished chain that began at the owner.</summary>
    private sealed record Link(int Entity, double Low, double High, Link? Above)
    {
        public bool Ended { get; init; }

        public Chain ToChain(OwnershipGraph graph)
        {
            var entities = ImmutableArray.CreateBuilder<int>();
            double rounding = 0;
            for (Link? link = this; link is not null; link = link.Above)
            {
                entities.Add(link.Entity);
                rounding += link.Above is null ? 0 : graph.RoundingOf(link.Entity);
            }

            return new Chain(entities.DrainToImmutable(), new ShareInterval(Low * (1 - rounding), Math.Min(1, High * (1 + rounding))));
        }
    }
}
