namespace Assay.Reactions;

/// <summary>
/// Where readers stand on the one axis that explains most of who disagrees with whom: the matrix factorisation of Community Notes
/// (Wojcik et al. 2022, arXiv:2210.15723). A rating r of a finding n by a reader u is foretold as µ + i(u) + i(n) + f(u)·f(n), and the parameters
/// minimise mean (r − foretold)² + 0.15·(mean i(u)² + mean i(n)² + µ²) + 0.03·(mean f(u)² + mean f(n)²). The sign of the axis means nothing.
/// </summary>
public sealed class ReactionFit
{
    /// <summary>The weight of squared intercepts, as in the published scorer.</summary>
    public const double InterceptPenalty = 0.15;

    /// <summary>The weight of squared factors, as in the published scorer.</summary>
    public const double FactorPenalty = 0.03;

    private const double PublishedTolerance = 1e-7;
    private const int MostSweeps = 200;

    /// <summary>In small tables a single start finds a lesser axis about once in a hundred and fifty times; the best of a few is taken while they cost nothing.</summary>
    private const int StartsOfASmallTable = 4;

    private const int SmallTable = 100_000;

    private readonly float[] _readers;
    private readonly float[] _findings;

    private ReactionFit(float[] readers, float[] findings) => (_readers, _findings) = (readers, findings);

    /// <summary>µ, the global intercept.</summary>
    public double Mean { get; private init; }

    /// <summary>What was minimised, at the parameters found.</summary>
    public double Loss { get; private init; }

    /// <summary>How many sweeps over all readers and all findings it took.</summary>
    public int Sweeps { get; private init; }

    internal ReadOnlySpan<float> ReaderValues => _readers;

    internal ReadOnlySpan<float> FindingValues => _findings;

    /// <summary>i(u): how much more than others a reader finds useful, whatever it is.</summary>
    public double ReaderIntercept(int reader) => _readers[2 * reader];

    /// <summary>f(u): where a reader stands.</summary>
    public double ReaderFactor(int reader) => _readers[2 * reader + 1];

    /// <summary>i(n): how useful readers find a finding wherever they stand.</summary>
    public double FindingIntercept(int finding) => _findings[2 * finding];

    /// <summary>f(n): which side finds a finding the more useful.</summary>
    public double FindingFactor(int finding) => _findings[2 * finding + 1];

    /// <summary>
    /// Fits by sweeps: all readers exactly, given the findings, then all findings exactly, given the readers, then the moves that change no
    /// prediction (see <see cref="FitGauge"/>). It begins from the ratings of the finding that is disputed most; there is no chance in it.
    /// </summary>
    /// <param name="table">The ratings. Readers and findings without any weigh in the means with zeros.</param>
    /// <param name="options">When to stop, and on how many threads.</param>
    public static ReactionFit Find(RatingTable table, FitOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Count == 0)
            return new ReactionFit(new float[2 * table.ReaderCount], new float[2 * table.FindingCount]);
        ReactionFit best = From(0, table, options);
        for (int start = 1; start < StartsOfASmallTable && table.Count <= SmallTable; start++)
        {
            ReactionFit other = From(start, table, options);
            best = other.Loss < best.Loss ? other : best;
        }

        return best;
    }

    private static ReactionFit From(int start, RatingTable table, FitOptions options)
    {
        double tolerance = options.Tolerance > 0 ? options.Tolerance : PublishedTolerance;
        int most = options.MostSweeps > 0 ? options.MostSweeps : MostSweeps;
        var readers = new FitSide(table.ByReader, options.Threads);
        var findings = new FitSide(table.ByFinding, options.Threads);
        double mean = FitStart.Set(table, readers, start);
        var gauge = new FitGauge(mean);
        FitMoments findingMoments = findings.Solve(readers, mean);
        double loss = double.PositiveInfinity;
        int sweeps = 0;
        for (bool falls = true; falls && sweeps < most; sweeps++)
        {
            double before = loss;
            FitMoments readerMoments = readers.Solve(findings, gauge.Mean);
            findingMoments = findings.Solve(readers, gauge.Mean);
            gauge.Settle(readerMoments.Over(readers.Count), findingMoments.Over(findings.Count));
            findings.Apply(gauge.Findings);
            loss = findingMoments.SquaredErrors / table.Count + gauge.Penalty;
            falls = before - loss > tolerance;
        }

        FitMoments last = readers.Solve(findings, gauge.Mean);
        loss = last.SquaredErrors / table.Count + FitGauge.PenaltyOf(last.Over(readers.Count), gauge.FindingMeans, gauge.Mean);
        return new ReactionFit(readers.Values, findings.Values) { Mean = gauge.Mean, Loss = loss, Sweeps = sweeps };
    }
}
