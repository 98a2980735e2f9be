namespace Assay.Reactions;

/// <summary>
/// Echoes: accounts that react to the same findings in the same way far beyond chance. Two readers echo each other where they share at least
/// <see cref="FewestShared"/> findings, which are at least a quarter of all that either reacted to and at least three times what two readers of their
/// diligence share by chance, and agree on 95 % of these; or where they share forty and agree on 98 %. Those who echo someone in an echo are in it.
/// </summary>
internal sealed class Echoes
{
    /// <summary>Fewer shared findings tell nothing: on ten, one in twenty pairs of honest readers of one camp agrees throughout, where three in four votes are alike.</summary>
    public const int FewestShared = 16;

    private const int LeastPartShared = 4;
    private const double LeastLift = 3;
    private const double LeastAgreement = 0.95;

    /// <summary>From so many shared findings on, agreement on nearly all tells by itself: a brigade of many accounts makes what it attacks popular, so that to share it is no longer beyond chance.</summary>
    private const int ManyShared = 40;

    private const double FullAgreement = 0.98;

    /// <summary>How many readers of one bucket others are compared with.</summary>
    private const int MostCompared = 4;

    private readonly RatingRows _rows;
    private readonly double _chance;
    private readonly ulong[] _records;

    private Echoes(RatingTable table, ulong[] records)
    {
        _rows = table.ByReader;
        _records = records;
        _chance = Chance(table, records);
        Of = new int[table.ReaderCount];
        Leaders = [];
    }

    /// <summary>The echo of each reader; -1 for none.</summary>
    public int[] Of { get; }

    /// <summary>A reader of each echo whose position stands for all.</summary>
    public int[] Leaders { get; private set; }

    public int Count => Leaders.Length;

    public static Echoes Find(RatingTable table, int threads)
    {
        VoteSketches sketches = VoteSketches.Of(table.ByReader, FewestShared, threads);
        var found = new Echoes(table, sketches.Records);
        var pairs = new List<(int, int)>[VoteSketches.Bands];
        SharedWork.Run(VoteSketches.Bands, threads, band => pairs[band] = found.Compare(sketches.Buckets(band)));
        found.Unite(pairs);
        return found;
    }

    /// <summary>Readers of echoes beyond the first <see cref="ScoreRule.EchoCap"/> of each: they add nothing to a fit that the others have not said.</summary>
    public bool[] Superfluous()
    {
        bool[] superfluous = new bool[Of.Length];
        foreach (IGrouping<int, int> echo in Enumerable.Range(0, Of.Length).Where(reader => Of[reader] >= 0).GroupBy(reader => Of[reader]))
            foreach (int reader in echo.OrderBy(reader => _records[reader]).ThenBy(reader => reader).Skip(ScoreRule.EchoCap))
                superfluous[reader] = true;
        return superfluous;
    }

    /// <summary>
    /// The chance that two reactions, drawn at random, are to the same finding. Who copies another to the letter counts once: else a large brigade would make
    /// what it attacks so popular that to share it were no wonder.
    /// </summary>
    private static double Chance(RatingTable table, ulong[] records)
    {
        var seen = new HashSet<ulong>();
        int[] counts = new int[table.FindingCount];
        long all = 0;
        for (int reader = 0; reader < records.Length; reader++)
        {
            if (records[reader] != 0 && !seen.Add(records[reader]))
                continue;
            ReadOnlySpan<uint> row = table.ByReader.Row(reader);
            all += row.Length;
            foreach (uint cell in row)
                counts[RatingRows.Other(cell)]++;
        }

        double squares = 0;
        foreach (int count in counts)
            squares += count * (count / ((double)all * all));
        return squares;
    }

    /// <summary>Whether two readers echo each other.</summary>
    private bool AreEcho(int one, int other)
    {
        ReadOnlySpan<uint> a = _rows.Row(one);
        ReadOnlySpan<uint> b = _rows.Row(other);
        if (Math.Min(a.Length, b.Length) * (long)LeastPartShared < Math.Max(a.Length, b.Length))
            return false;
        (int i, int j, int shared, int agreed) = (0, 0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            uint x = a[i] >> 2;
            uint y = b[j] >> 2;
            if (x == y)
            {
                shared++;
                if (a[i] == b[j])
                    agreed++;
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return shared >= FewestShared && shared * (long)LeastPartShared >= a.Length + (long)b.Length - shared
            && ((agreed >= LeastAgreement * shared && shared >= LeastLift * _chance * a.Length * b.Length) || (shared >= ManyShared && agreed >= FullAgreement * shared));
    }

    /// <summary>Compares the readers of each bucket with the first few of them that do not echo each other.</summary>
    private List<(int, int)> Compare(List<int[]> buckets)
    {
        var found = new List<(int, int)>();
        var heads = new List<int>(MostCompared);
        foreach (int[] bucket in buckets)
        {
            heads.Clear();
            foreach (int reader in bucket.OrderBy(reader => _records[reader]).ThenBy(reader => reader))
            {
                int head = heads.FindIndex(head => AreEcho(head, reader));
                if (head >= 0)
                    found.Add((heads[head], reader));
                else if (heads.Count < MostCompared)
                    heads.Add(reader);
            }
        }

        return found;
    }

    private void Unite(List<(int, int)>[] pairs)
    {
        Array.Fill(Of, -1);
        int[] parents = [.. Enumerable.Range(0, Of.Length)];
        var echoing = new SortedSet<int>();
        foreach ((int one, int other) in pairs.SelectMany(pair => pair))
        {
            parents[Root(parents, one)] = Root(parents, other);
            echoing.Add(one);
            echoing.Add(other);
        }

        // Numbered by what they hold and not by who is in them, so that the numbers of readers do not matter.
        var leaders = new List<int>();
        foreach (IGrouping<int, int> echo in echoing.OrderBy(reader => _records[reader]).ThenBy(reader => reader).GroupBy(reader => Root(parents, reader)))
        {
            foreach (int reader in echo)
                Of[reader] = leaders.Count;
            leaders.Add(echo.First());
        }

        Leaders = [.. leaders];
    }

    private static int Root(int[] parents, int reader)
    {
        int root = reader;
        while (parents[root] != root)
            root = parents[root];
        while (parents[reader] != root)
            (reader, parents[reader]) = (parents[reader], root);
        return root;
    }
}
