using Assay.Ownership;

namespace Assay.Benchmarks;

/// <summary>Who controls whom in all of a graph.</summary>
internal sealed class OwnershipControl(OwnershipGraph graph, bool[] terminal)
{
    private readonly ControlMap _map = ControlMap.Prepare(graph, terminal);

    /// <summary>Visits every pair. The check is that of the reference: a sum over pairs, in any order.</summary>
    public (int Controllers, long Pairs, ulong Check) Count()
    {
        var (controllers, pairs, check) = (0, 0L, 0UL);
        _map.Visit(() => new Tally(), static (own, group) => own.Add(group), own =>
        {
            controllers += own.Controllers;
            pairs += own.Pairs;
            check = unchecked(check + own.Check);
        });
        return (controllers, pairs, check);
    }

    /// <summary>What an entity controls, without itself.</summary>
    public int[] ControlledBy(int controller) => _map.FindControlled(controller);

    private sealed class Tally
    {
        public int Controllers { get; private set; }

        public long Pairs { get; private set; }

        public ulong Check { get; private set; }

        public void Add(ControlGroup group)
        {
            var check = Check;
            foreach (var entity in group) check = unchecked(check + (((ulong)entity * 2654435761) ^ (ulong)group.Controller));
            Check = check;
            Controllers++;
            Pairs += group.Count;
        }
    }
}
