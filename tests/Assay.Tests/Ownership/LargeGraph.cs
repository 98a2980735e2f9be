using Assay.Ownership;

namespace Assay.Tests.Ownership;

/// <summary>A graph large enough that several threads share the work: chains, hubs, rings, a dense core, ranges.</summary>
internal static class LargeGraph
{
    public const int Count = 120_000;
    public const int Terminals = 40_000;

    public static Stake[] Stakes(int seed)
    {
        var random = new Random(seed);
        var stakes = new List<Stake>();
        for (int asset = Terminals; asset < Count; asset++)
        {
            int owners = 1 + (int)(1 / (0.2 + random.NextDouble()));
            for (int k = 0; k < owners; k++)
            {
                double low = (0.2 + (0.7 * random.NextDouble())) / owners;
                stakes.Add(new Stake(random.Next(asset), asset, low, k == 0 ? Math.Min(1, low + 0.05) : low));
            }

            if (asset % 500 < 3)
                stakes.Add(new Stake(asset % 500 < 2 ? asset + 1 : asset - 2, asset, 0.1));
        }

        for (int k = 0; k < 3000; k++)
            stakes.Add(new Stake(Count - 200 + random.Next(200), Count - 200 + random.Next(200), 0.001));
        return [.. stakes];
    }

    public static bool[] Terminal() => [.. Enumerable.Range(0, Count).Select(entity => entity < Terminals)];

    /// <summary>Values on one entity in fifty.</summary>
    public static Amounts Values(OwnershipSolver solver, int vectors = 1)
    {
        Amounts values = solver.NewAmounts(vectors);
        foreach (int entity in Valued())
        {
            for (int vector = 0; vector < vectors; vector++)
                values[entity, vector] = (1 + (entity % 977)) * (vector + 1);
        }

        return values;
    }

    public static int[] Valued() => [.. Enumerable.Range(0, Count).Where(entity => entity % 50 == 49)];

    public static double[] Held(OwnershipSolver solver)
    {
        Amounts held = solver.NewAmounts();
        solver.FindHeld(Values(solver), held);
        double[] byEntity = new double[Count];
        held.CopyTo(byEntity);
        return byEntity;
    }
}
