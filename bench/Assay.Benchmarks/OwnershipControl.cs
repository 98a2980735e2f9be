using Assay.Ownership;

namespace Assay.Benchmarks;

/// <summary>Who controls whom in all of a graph.</summary>
internal sealed class OwnershipControl(OwnershipGraph graph, bool[] terminal)
{
    private readonly ControlSearch _search = new(graph, terminal);

    /// <summary>Visits every pair. The check is that of the reference: a sum over pairs, in any order.</summary>
    public (int Controllers, long Pairs, ulong Check) Count()
    {
        var (controllers, pairs, check) = (0, 0L, 0UL);
        Parallel.For(0, 2 * Environment.ProcessorCount, () => (Controllers: 0, Pairs: 0L, Check: 0UL), (part, _, own) =>
        {
            var search = new ControlSearch(graph, terminal);
            for (var controller = part; controller < graph.EntityCount; controller += 2 * Environment.ProcessorCount)
            {
                var group = search.FindControlled([controller]);
                if (group.IsEmpty) continue;
                own = (own.Controllers + 1, own.Pairs + group.Length, own.Check);
                foreach (var entity in group) own.Check = unchecked(own.Check + (((ulong)entity * 2654435761) ^ (ulong)controller));
            }
            return own;
        }, own =>
        {
            Interlocked.Add(ref controllers, own.Controllers);
            Interlocked.Add(ref pairs, own.Pairs);
            Interlocked.Add(ref check, own.Check);
        });
        return (controllers, pairs, check);
    }

    /// <summary>What an entity controls, without itself.</summary>
    public int[] ControlledBy(int controller) => [.. _search.FindControlled([controller])];
}
