using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>
/// The heaviest chains from an asset to a target, one after the other. At every entity its ways on are ranked by the most
/// they can carry; a chain takes the best way everywhere but at its turnings. Every chain comes from exactly one
/// other by one more turning, further on than the last, and carries no more than it, so that the next is always among
/// the few that the chains found so far lead to.
/// </summary>
/// <remarks>
/// After Eppstein, "Finding the k shortest paths", SIAM Journal on Computing 28(2), 1998, with the turnings of one
/// entity ranked in an array and not in a shared heap. The best ways are found as by Dijkstra, "A note on two problems in
/// connexion with graphs", Numerische Mathematik 1, 1959, with products in place of sums.
/// </remarks>
internal sealed class HeaviestChains
{
    /// <summary>Below this a product of doubles loses digits.</summary>
    private const double Lightest = 1e-250;

    private const int MostEntities = 4_000_000;

    private readonly Between _between;
    private readonly double[] _best;
    private readonly int[] _turn;
    private readonly int[]?[] _ways;

    public HeaviestChains(Between between)
    {
        _between = between;
        (_best, _turn) = FindBest(between);
        _ways = new int[between.Count][];
    }

    /// <summary>Whether the last search ended because there were no more chains.</summary>
    public bool AreAll { get; private set; }

    public ImmutableArray<Chain> Find(int owner, int count, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<Chain>();
        var waiting = new PriorityQueue<Turning, (double, int)>();
        int made = 0;
        int entities = 0;
        bool dropped = false;
        if (_best[_between.Asset] >= Lightest)
            waiting.Enqueue(new Turning([], 0, _between.Asset, 1, 0), (-_best[_between.Asset], made));
        else
            dropped = true;
        while (found.Count < count && entities < MostEntities && waiting.TryDequeue(out Turning turning, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            int[] slots = Follow(turning);
            found.Add(ToChain(slots, owner));
            entities += slots.Length + 1;

            // The next best way at the turning, and a first turning at every entity after it.
            Turn(turning.Before, turning.Length, turning.Entity, turning.High, turning.Rank + 1);
            double high = turning.High;
            for (int i = turning.Length; i < slots.Length; i++)
            {
                high *= Math.Min(1, _between.Rows.High[slots[i]]);
                int entity = _between.Rows.Partner[slots[i]];
                if (entity != _between.Target)
                    Turn(slots, i + 1, entity, high, 1);
            }
        }

        AreAll = waiting.Count == 0 && !dropped;
        return found.DrainToImmutable();

        void Turn(int[] slots, int length, int entity, double high, int rank)
        {
            int[] ways = WaysOn(entity);
            if (rank >= ways.Length)
                return;
            double part = high * PartBy(ways[rank]);
            if (part >= Lightest)
                waiting.Enqueue(new Turning(slots, length, entity, high, rank), (-part, ++made));
            else
                dropped = true;
        }
    }

    /// <summary>Per number the most that one chain from it to the target carries, and when that was settled.</summary>
    private static (double[] Best, int[] Turn) FindBest(Between between)
    {
        StakeRows held = between.Rows.TransposeByCounting(between.Count + 1, leastAlone: false);
        double[] best = new double[between.Count + 1];
        int[] turn = new int[between.Count + 1];
        int settled = 0;
        best[between.Target] = 1;
        var waiting = new PriorityQueue<int, (double, int)>();
        waiting.Enqueue(between.Target, (-1, between.Target));
        while (waiting.TryDequeue(out int owner, out _))
        {
            if (turn[owner] > 0)
                continue;
            turn[owner] = ++settled;
            for (int slot = held.Start[owner]; slot < held.Start[owner + 1]; slot++)
            {
                int asset = held.Partner[slot];
                double part = Math.Min(1, held.High[slot]) * best[owner];
                if (part <= best[asset])
                    continue;
                best[asset] = part;
                waiting.Enqueue(asset, (-part, asset));
            }
        }

        return (best, turn);
    }

    /// <summary>The most that one chain carries from the asset of a stake by this stake.</summary>
    private double PartBy(int slot) => Math.Min(1, _between.Rows.High[slot]) * _best[_between.Rows.Partner[slot]];

    /// <summary>
    /// The stakes in an entity, by the most that one chain can carry by them; of equal ones first that of the owner who was
    /// settled first, without which best ways could lead round a ring of wholly held entities for ever.
    /// </summary>
    private int[] WaysOn(int number)
    {
        if (_ways[number] is int[] known)
            return known;
        int first = _between.Rows.Start[number];
        int count = _between.Rows.Start[number + 1] - first;
        int[] ways = new int[count];
        var keys = new (double, int, int)[count];
        for (int i = 0; i < count; i++)
        {
            ways[i] = first + i;
            keys[i] = (-PartBy(first + i), _turn[_between.Rows.Partner[first + i]], first + i);
        }

        Array.Sort(keys, ways);
        _ways[number] = ways;
        return ways;
    }

    /// <summary>The stakes along a chain: those before its last turning, the one taken there, and the best ones from there on.</summary>
    private int[] Follow(in Turning turning)
    {
        var slots = new List<int>(turning.Before.AsSpan(0, turning.Length).ToArray());
        int slot = WaysOn(turning.Entity)[turning.Rank];
        slots.Add(slot);
        for (int entity = _between.Rows.Partner[slot]; entity != _between.Target; entity = _between.Rows.Partner[slot])
        {
            slot = WaysOn(entity)[0];
            slots.Add(slot);
        }

        return [.. slots];
    }

    private Chain ToChain(int[] slots, int owner)
    {
        var entities = ImmutableArray.CreateBuilder<int>(slots.Length + 1);
        int at = _between.Asset;
        double low = 1;
        double high = 1;
        double rounding = 0;
        foreach (int slot in slots)
        {
            int entity = _between.EntityOf(at);
            entities.Add(entity);
            rounding += _between.Graph.RoundingOfSum(0);
            low *= Math.Min(1, _between.Rows.Low[slot]);
            high *= Math.Min(1, _between.Rows.High[slot]);
            at = _between.Rows.Partner[slot];
        }

        entities.Add(owner);
        low = low < Lightest ? 0 : low * (1 - rounding);
        return new Chain(entities.DrainToImmutable(), new ShareInterval(Math.Max(0, low), Math.Min(1, high * (1 + rounding))));
    }

    /// <summary>Where a chain leaves the best way for the last time: the stakes before, the entity, and which way it takes there.</summary>
    /// <param name="Before">Stakes of the chain it comes from.</param>
    /// <param name="Length">How many of them it shares.</param>
    /// <param name="Entity">The entity it has come to.</param>
    /// <param name="High">What it carries up to there.</param>
    /// <param name="Rank">Which way on it takes, 0 being the best.</param>
    private readonly record struct Turning(int[] Before, int Length, int Entity, double High, int Rank);
}
