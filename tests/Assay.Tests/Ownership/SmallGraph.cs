using Assay.Ownership;

namespace Assay.Tests.Ownership;

/// <summary>A graph small enough to be solved without rounding, its shares whole parts of <see cref="Unit"/>.</summary>
internal sealed class SmallGraph
{
    public const int Unit = 10;

    public required int Count { get; init; }

    public required List<(int Owner, int Asset, int Low, int High)> Stakes { get; init; }

    public required bool[] Terminal { get; init; }

    public required bool[] Complete { get; init; }

    public required bool[] Group { get; init; }

    /// <summary>A random graph: the least shares of an asset sum to at most 1, terminals have no owners.</summary>
    public static SmallGraph Random(int seed, bool cycles, bool ranges, bool complete, int count = 5)
    {
        var random = new Random(seed);
        int terminals = 1 + random.Next(2);
        var graph = new SmallGraph
        {
            Count = count,
            Stakes = [],
            Terminal = [.. Enumerable.Range(0, count).Select(i => i < terminals + 1)],
            Complete = [.. Enumerable.Range(0, count).Select(_ => complete && random.Next(3) > 0)],
            Group = [.. Enumerable.Range(0, count).Select(i => i == 0 || (i > 1 && random.Next(2) == 0))],
        };
        for (int asset = terminals + 1; asset < count; asset++)
        {
            int left = Unit;
            int[] owners = [.. Enumerable.Range(0, cycles ? count : asset).OrderBy(_ => random.Next()).Take(1 + random.Next(3))];
            foreach (int owner in owners)
            {
                int low = random.Next(left + 1);
                left -= low;
                graph.Stakes.Add((owner, asset, low, ranges ? Math.Min(Unit, low + random.Next(4)) : low));
            }
        }

        return graph;
    }

    public OwnershipGraph Build(OwnershipOptions options = default) =>
        OwnershipGraph.Build(
            Count,
            [.. Stakes.Select(s => new Stake(s.Owner, s.Asset, s.Low / (double)Unit, s.High / (double)Unit))],
            Complete,
            options);

    public OwnershipSolver Prepare() => OwnershipSolver.Prepare(Build(), Terminal);

    /// <summary>Every way to complete the data in whole units; among them are all extreme ones. One share per stake.</summary>
    public IEnumerable<int[]> Completions()
    {
        int[] shares = new int[Stakes.Count];
        return Extend(0);

        IEnumerable<int[]> Extend(int stake)
        {
            if (stake == Stakes.Count)
            {
                if (Enumerable.Range(0, Count).All(IsAllowed))
                    yield return (int[])shares.Clone();
                yield break;
            }

            for (int share = Stakes[stake].Low; share <= Stakes[stake].High; share++)
            {
                shares[stake] = share;
                foreach (int[] completion in Extend(stake + 1))
                    yield return completion;
            }
        }

        bool IsAllowed(int asset)
        {
            int sum = Enumerable.Range(0, shares.Length).Where(i => Stakes[i].Asset == asset).Sum(i => shares[i]);
            int high = Stakes.Where(s => s.Asset == asset).Sum(s => s.High);
            return sum <= Unit && (!Complete[asset] || sum == Math.Min(Unit, high));
        }
    }

    /// <summary>W[owner, asset] of a completion, with the stakes in terminals left out.</summary>
    public Rational[,] Matrix(int[] shares)
    {
        var matrix = new Rational[Count, Count];
        for (int i = 0; i < shares.Length; i++)
        {
            (int owner, int asset, _, _) = Stakes[i];
            if (!Terminal[asset])
                matrix[owner, asset] += new Rational(shares[i], Unit);
        }

        return matrix;
    }

    public int[] LeastShares() => [.. Stakes.Select(s => s.Low)];

    /// <summary>x = v + W x by Gauss-Jordan elimination; null if there is no single solution.</summary>
    public static Rational[]? Held(Rational[,] matrix, Rational[] values)
    {
        int n = values.Length;
        var a = new Rational[n, n + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                a[i, j] = (i == j ? Rational.One : Rational.Zero) - matrix[i, j];
            a[i, n] = values[i];
        }

        for (int column = 0; column < n; column++)
        {
            int pivot = column;
            while (pivot < n && a[pivot, column].IsZero)
                pivot++;
            if (pivot == n)
                return null;
            for (int j = 0; j <= n; j++)
                (a[pivot, j], a[column, j]) = (a[column, j], a[pivot, j]);
            for (int i = 0; i < n; i++)
            {
                if (i == column || a[i, column].IsZero)
                    continue;
                Rational factor = a[i, column] / a[column, column];
                for (int j = column; j <= n; j++)
                    a[i, j] -= factor * a[column, j];
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, n] / a[i, i])];
    }

    /// <summary>The group's part of one asset in a completion that gives the unknown part to the group, or does not.</summary>
    public Rational? GroupShare(int[] shares, int asset, bool unknownToGroup)
    {
        Rational[]? held = Held(Matrix(shares), [.. Enumerable.Range(0, Count).Select(i => (Rational)(i == asset ? 1 : 0))]);
        if (held is null)
            return null;
        Rational mine = Rational.Zero;
        Rational others = Rational.Zero;
        for (int i = 0; i < Count; i++)
        {
            if (Terminal[i] && Group[i])
                mine += held[i];
            if (Terminal[i] && !Group[i])
                others += held[i];
        }

        return unknownToGroup ? Rational.One - others : mine;
    }
}
