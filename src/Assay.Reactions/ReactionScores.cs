namespace Assay.Reactions;

/// <summary>
/// The reactions of readers to findings, and the scores of findings made of them. Readers' positions are fitted when it is built and by
/// <see cref="Refit"/>; in between a reaction changes the score of its finding alone, at once. A reader who is new since the fit is in the raw counts
/// and stands nowhere yet. All members may be called from any number of threads at once; none waits for a fit.
/// </summary>
public sealed class ReactionScores
{
    private readonly Lock _gate = new();
    private readonly Lock _fitting = new();
    private readonly Dictionary<(int Reader, int Finding), bool?> _changes = [];
    private List<(int Reader, int Finding)>? _changedSinceFit;
    private RatingTable _table;
    private FindingTally _tally;

    private ReactionScores(RatingTable table, FindingTally tally)
    {
        (_table, _tally) = (table, tally);
        (ReaderCount, FindingCount) = (table.ReaderCount, table.FindingCount);
    }

    /// <summary>How many readers there are: as many as when built, or more if a reaction had a higher index.</summary>
    public int ReaderCount { get; private set; }

    /// <summary>How many findings there are, likewise.</summary>
    public int FindingCount { get; private set; }

    /// <summary>Fits readers' positions and scores all findings.</summary>
    /// <param name="reactions">All reactions. Of several by one reader to one finding the last counts.</param>
    /// <param name="readerCount">How many readers there are.</param>
    /// <param name="findingCount">How many findings there are.</param>
    /// <param name="threads">How many threads may work; 0 is one for each processor. Scores have the same bits on any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range; the message says which.</exception>
    public static ReactionScores Build(ReadOnlySpan<Reaction> reactions, int readerCount, int findingCount, int threads = 0)
    {
        RatingTable table = RatingTable.Build(reactions, readerCount, findingCount, threads);
        return new ReactionScores(table, Count(table, threads));
    }

    /// <summary>What a reader says of a finding; null for nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative.</exception>
    public bool? ReactionOf(int reader, int finding)
    {
        Check(reader, finding);
        lock (_gate)
            return Find(reader, finding);
    }

    /// <summary>The score of a finding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public FindingScore ScoreOf(int finding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(finding);
        lock (_gate)
            return _tally.Score(finding);
    }

    /// <summary>
    /// Sets what a reader says of a finding, whatever it was before; setting it again changes nothing. It may be a reader or a
    /// finding that had no reactions when this was built.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="isUseful">Whether it is useful; null takes the reaction back.</param>
    /// <returns>The finding's score now. No other finding's score has changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative or not below <see cref="RatingTable.MostIndices"/>.</exception>
    public FindingScore Set(int reader, int finding, bool? isUseful)
    {
        Check(reader, finding);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(reader, RatingTable.MostIndices);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(finding, RatingTable.MostIndices);
        lock (_gate)
        {
            bool? before = Find(reader, finding);
            if (before != isUseful)
            {
                _tally.Grow(finding + 1);
                ReaderCount = Math.Max(ReaderCount, reader + 1);
                FindingCount = Math.Max(FindingCount, finding + 1);
                _changes[(reader, finding)] = isUseful;
                _changedSinceFit?.Add((reader, finding));
                Change(_tally, reader, finding, before, isUseful);
            }

            return _tally.Score(finding);
        }
    }

    /// <summary>
    /// Findings in the order in which to show them: by <see cref="FindingScore.Value"/>, the highest first, equal ones in the order given.
    /// One with too few readers stands where its score puts it, among those that few agree on, so that the reaction that
    /// gives it a rank moves it no further than any other.
    /// </summary>
    /// <param name="findings">The findings, as those of one article.</param>
    /// <returns>The same findings in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is negative.</exception>
    public int[] Order(ReadOnlySpan<int> findings)
    {
        double[] values = new double[findings.Length];
        int[] places = new int[findings.Length];
        lock (_gate)
        {
            for (int i = 0; i < findings.Length; i++)
            {
                ArgumentOutOfRangeException.ThrowIfNegative(findings[i]);
                values[i] = _tally.Score(findings[i]).Value;
                places[i] = i;
            }
        }

        Array.Sort(places, (one, other) => values[one] != values[other] ? values[other].CompareTo(values[one]) : one.CompareTo(other));
        int[] ordered = new int[findings.Length];
        for (int i = 0; i < places.Length; i++)
            ordered[i] = findings[places[i]];
        return ordered;
    }

    /// <summary>
    /// Fits positions anew from the reactions as they are, so that readers who are new get a place. Reactions that are set meanwhile wait for
    /// nothing and are not lost; a second call waits for the first.
    /// </summary>
    /// <param name="threads">How many threads may work; 0 is one for each processor.</param>
    public void Refit(int threads = 0)
    {
        lock (_fitting)
        {
            Reaction[] reactions;
            int readers;
            int findings;
            lock (_gate)
            {
                reactions = Reactions();
                (readers, findings) = (ReaderCount, FindingCount);
                _changedSinceFit = [];
            }

            RatingTable table = RatingTable.Build(reactions, readers, findings, threads);
            FindingTally tally = Count(table, threads);
            lock (_gate)
            {
                tally.Grow(FindingCount);
                Dictionary<(int Reader, int Finding), bool?> later = [];
                foreach ((int reader, int finding) in _changedSinceFit)
                    later[(reader, finding)] = _changes[(reader, finding)];
                (_table, _tally) = (table, tally);
                _changedSinceFit = null;
                _changes.Clear();
                foreach (((int reader, int finding), bool? isUseful) in later)
                {
                    Change(tally, reader, finding, InTable(reader, finding), isUseful);
                    _changes[(reader, finding)] = isUseful;
                }
            }
        }
    }

    private static FindingTally Count(RatingTable table, int threads)
    {
        Standing[] standings = [Standing.ForHalf(table, 0, threads), Standing.ForHalf(table, 1, threads)];
        var tally = new FindingTally(standings, table.FindingCount);
        tally.AddAll(table, threads);
        return tally;
    }

    private static void Change(FindingTally tally, int reader, int finding, bool? before, bool? after)
    {
        if (before is { } old)
            tally.Add(reader, finding, old, -1);
        if (after is { } now)
            tally.Add(reader, finding, now, 1);
    }

    private static void Check(int reader, int finding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(reader);
        ArgumentOutOfRangeException.ThrowIfNegative(finding);
    }

    private bool? Find(int reader, int finding) => _changes.TryGetValue((reader, finding), out bool? changed) ? changed : InTable(reader, finding);

    private bool? InTable(int reader, int finding)
    {
        if (reader >= _table.ReaderCount)
            return null;
        foreach (uint cell in _table.ByReader.Row(reader))
            if (RatingRows.Other(cell) == finding)
                return RatingRows.Halves(cell) == 2;
        return null;
    }

    private Reaction[] Reactions()
    {
        var reactions = new List<Reaction>(_table.Count + _changes.Count);
        for (int reader = 0; reader < _table.ReaderCount; reader++)
            foreach (uint cell in _table.ByReader.Row(reader))
                if (_changes.Count == 0 || !_changes.ContainsKey((reader, RatingRows.Other(cell))))
                    reactions.Add(new Reaction(reader, RatingRows.Other(cell), RatingRows.Halves(cell) == 2));
        foreach (((int reader, int finding), bool? isUseful) in _changes)
            if (isUseful is { } useful)
                reactions.Add(new Reaction(reader, finding, useful));
        return [.. reactions];
    }
}
