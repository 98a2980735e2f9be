namespace Assay.Reactions;

/// <summary>Where readers stand for the findings of one half, from their reactions to the other half alone. Immutable.</summary>
internal sealed class Standing
{
    /// <summary>Of a reader on neither side: in the middle, or with too few reactions to stand anywhere.</summary>
    public const byte Nowhere = byte.MaxValue;

    private readonly byte[] _strata;
    private readonly int[] _echoes;
    private readonly byte[] _strataOfEchoes;

    private Standing(byte[] strata, int[] echoes, byte[] strataOfEchoes) => (_strata, _echoes, _strataOfEchoes) = (strata, echoes, strataOfEchoes);

    /// <summary>The side and stratum of a reader, side · <see cref="ScoreRule.Strata"/> + stratum, or <see cref="Nowhere"/>.</summary>
    public byte StratumOf(int reader) => reader < _strata.Length ? _strata[reader] : Nowhere;

    /// <summary>The echo a reader is in; -1 for none.</summary>
    public int EchoOf(int reader) => reader < _echoes.Length ? _echoes[reader] : -1;

    /// <summary>Where all of an echo stand.</summary>
    public byte StratumOfEcho(int echo) => _strataOfEchoes[echo];

    /// <summary>How many echoes there are.</summary>
    public int EchoCount => _strataOfEchoes.Length;

    /// <summary>Readers at given positions; not a number is nowhere. All are singles.</summary>
    public static Standing At(ReadOnlySpan<double> positions) => At(positions, Scale(positions, -1), Scale(positions, 1), Singles(positions.Length), []);

    /// <summary>
    /// Finds where readers stand when findings of a half are scored: a fit of the other half, in which an echo has
    /// no more voices than its cap, and a second fit of those who have a record by the first.
    /// </summary>
    public static Standing ForHalf(RatingTable whole, int half, int threads)
    {
        HalfTable table = HalfTable.Of(whole, FindingHalf.Other(half), threads);
        Echoes echoes = Echoes.Find(table.Ratings, threads);
        HalfTable heard = echoes.Count == 0 ? table : table.Without(echoes.Superfluous(), threads);
        heard = heard.Without(Array.ConvertAll(new Placing(heard, threads).Records, has => !has), threads);
        Placing placing = new(heard, threads);
        double[] positions = new double[whole.ReaderCount];
        Array.Fill(positions, double.NaN);
        for (int i = 0; i < heard.Readers.Length; i++)
            if (placing.Records[i])
                positions[heard.Readers[i]] = placing.Fit.ReaderFactor(i);
        int[] echoOf = Singles(whole.ReaderCount);
        for (int i = 0; i < table.Readers.Length; i++)
            echoOf[table.Readers[i]] = echoes.Of[i];
        return At(positions, placing.Low, placing.High, echoOf, Array.ConvertAll(echoes.Leaders, leader => table.Readers[leader]));
    }

    /// <summary>A fit of some readers, how far those of each side stand from the middle, and who has a record by it.</summary>
    private sealed class Placing
    {
        public Placing(HalfTable table, int threads)
        {
            Fit = ReactionFit.Find(table.Ratings, new FitOptions { Threads = threads });
            double[] factors = new double[table.Readers.Length];
            for (int i = 0; i < factors.Length; i++)
                factors[i] = Fit.ReaderFactor(i);
            (Low, High) = (Scale(factors, -1), Scale(factors, 1));
            Records = Reactions.Records.Find(table.Ratings, Fit, Low, High);
        }

        public ReactionFit Fit { get; }

        public double Low { get; }

        public double High { get; }

        public bool[] Records { get; }
    }

    private static Standing At(ReadOnlySpan<double> positions, double low, double high, int[] echoes, int[] leaders)
    {
        byte[] strata = new byte[positions.Length];
        for (int reader = 0; reader < strata.Length; reader++)
            strata[reader] = double.IsNaN(positions[reader]) ? Nowhere : (byte)(ScoreRule.Stratum(positions[reader], low, high) ?? Nowhere);
        byte[] ofEchoes = new byte[leaders.Length];
        for (int echo = 0; echo < leaders.Length; echo++)
            ofEchoes[echo] = strata[leaders[echo]];
        for (int reader = 0; reader < strata.Length; reader++)
            if (echoes[reader] >= 0)
                strata[reader] = ofEchoes[echoes[reader]];
        return new Standing(strata, echoes, ofEchoes);
    }

    /// <summary>The median distance from the middle of those on a side; 0 for none. A crowd below half of a side cannot move it beyond where others stand.</summary>
    private static double Scale(ReadOnlySpan<double> positions, int sign)
    {
        var distances = new List<double>();
        foreach (double position in positions)
            if (position * sign > 0)
                distances.Add(Math.Abs(position));
        if (distances.Count == 0)
            return 0;
        distances.Sort();
        return distances[distances.Count / 2];
    }

    private static int[] Singles(int count)
    {
        int[] singles = new int[count];
        Array.Fill(singles, -1);
        return singles;
    }
}
