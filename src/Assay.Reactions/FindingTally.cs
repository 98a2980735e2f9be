namespace Assay.Reactions;

/// <summary>How many accounts of one echo find a finding useful, and how many not.</summary>
/// <param name="Echo">The echo.</param>
/// <param name="Useful">How many find it useful.</param>
/// <param name="NotUseful">How many do not.</param>
internal readonly record struct EchoTally(int Echo, int Useful, int NotUseful);

/// <summary>The counts of reactions to each finding by where readers stand: all that scores are made of.</summary>
internal sealed class FindingTally
{
    private const int Cells = 2 * ScoreRule.Strata;

    /// <summary>Of each finding: likes and dislikes of single readers in each stratum, then all likes and dislikes.</summary>
    private const int Width = 2 * Cells + 2;

    private readonly Standing[] _standings;
    private int[] _counts;
    private EchoTally[]?[] _echoes;

    /// <param name="standings">Where readers stand for the findings of each half.</param>
    /// <param name="findingCount">How many findings there are.</param>
    public FindingTally(Standing[] standings, int findingCount)
    {
        _standings = standings;
        _counts = new int[checked(Width * findingCount)];
        _echoes = new EchoTally[]?[findingCount];
    }

    public int FindingCount => _echoes.Length;

    /// <summary>Counts all ratings of a table.</summary>
    public void AddAll(RatingTable table, int threads)
    {
        int[] parts = table.ByFinding.Parts();
        SharedWork.Run(parts.Length - 1, threads, part =>
        {
            for (int finding = parts[part]; finding < parts[part + 1]; finding++)
                foreach (uint cell in table.ByFinding.Row(finding))
                    Add(RatingRows.Other(cell), finding, RatingRows.Halves(cell) == 2, 1);
        });
    }

    /// <summary>Makes room for more findings.</summary>
    public void Grow(int findingCount)
    {
        if (findingCount <= FindingCount)
            return;
        int room = (int)Math.Min(int.MaxValue / Width, Math.Max(findingCount, FindingCount * 3L / 2));
        Array.Resize(ref _counts, checked(Width * room));
        Array.Resize(ref _echoes, room);
    }

    /// <summary>Adds or takes away one reaction.</summary>
    public void Add(int reader, int finding, bool isUseful, int change)
    {
        Span<int> counts = _counts.AsSpan(finding * Width, Width);
        counts[2 * Cells + (isUseful ? 0 : 1)] += change;
        Standing standing = _standings[FindingHalf.Of(finding)];
        byte stratum = standing.StratumOf(reader);
        if (stratum == Standing.Nowhere)
            return;
        int echo = standing.EchoOf(reader);
        if (echo < 0)
            counts[2 * stratum + (isUseful ? 0 : 1)] += change;
        else
            Add(ref _echoes[finding], echo, isUseful, change);
    }

    /// <summary>The score of a finding.</summary>
    public FindingScore Score(int finding)
    {
        if (finding >= FindingCount)
            return new FindingScore(SideOf(default, [], null, 0), SideOf(default, [], null, 1), 0, 0);
        ReadOnlySpan<int> counts = _counts.AsSpan(finding * Width, Width);
        Standing standing = _standings[FindingHalf.Of(finding)];
        ReadOnlySpan<EchoTally> echoes = _echoes[finding];
        return new FindingScore(SideOf(counts, echoes, standing, 0), SideOf(counts, echoes, standing, 1), counts[2 * Cells], counts[2 * Cells + 1]);
    }

    private static SideScore SideOf(ReadOnlySpan<int> counts, ReadOnlySpan<EchoTally> echoes, Standing? standing, int side)
    {
        double rates = 0;
        double readers = 0;
        (int allUseful, int allNot) = (0, 0);
        for (int stratum = side * ScoreRule.Strata; stratum < (side + 1) * ScoreRule.Strata; stratum++)
        {
            (int useful, int not) = counts.IsEmpty ? (0, 0) : (counts[2 * stratum], counts[2 * stratum + 1]);
            readers += useful + not;
            (double liked, double disliked) = (useful, not);
            foreach (EchoTally echo in echoes)
            {
                if (standing!.StratumOfEcho(echo.Echo) != stratum)
                    continue;
                readers += ScoreRule.EchoWeight(echo.Useful + echo.NotUseful);
                liked += ScoreRule.EchoWeight(echo.Useful);
                disliked += ScoreRule.EchoWeight(echo.NotUseful);
                useful += echo.Useful;
                not += echo.NotUseful;
            }

            rates += ScoreRule.Rate(liked, disliked);
            allUseful += useful;
            allNot += not;
        }

        return new SideScore(rates / ScoreRule.Strata, readers, allUseful, allNot);
    }

    /// <summary>Tallies stay in order of their echoes, so that sums over them do not depend on who reacted first.</summary>
    private static void Add(ref EchoTally[]? tallies, int echo, bool isUseful, int change)
    {
        tallies ??= [];
        int at = Array.FindIndex(tallies, tally => tally.Echo >= echo);
        at = at < 0 ? tallies.Length : at;
        EchoTally old = at < tallies.Length && tallies[at].Echo == echo ? tallies[at] : new EchoTally(echo, 0, 0);
        EchoTally changed = isUseful ? old with { Useful = old.Useful + change } : old with { NotUseful = old.NotUseful + change };
        bool isNew = old is { Useful: 0, NotUseful: 0 };
        if (isNew)
            tallies = [.. tallies[..at], changed, .. tallies[at..]];
        else if (changed is { Useful: 0, NotUseful: 0 })
            tallies = [.. tallies[..at], .. tallies[(at + 1)..]];
        else
            tallies[at] = changed;
    }
}
