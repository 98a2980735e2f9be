namespace Assay.Reactions.Simulation;

/// <summary>
/// The formula of Community Notes' core model as published (Wojcik et al. 2022, and the public scorer's constants): a note's intercept in the
/// fit of all ratings, "helpful" from 0.40 on where the factor is below 0.5, among raters with ten ratings and notes with five raters. Not
/// the whole scorer, which has more filters and a second round with the raters it found helpful.
/// </summary>
internal static class PublishedRule
{
    private const int FewestRatingsOfAReader = 10;
    private const int FewestReadersOfAFinding = 5;
    private const double HelpfulFrom = 0.40;
    private const double FactorBelow = 0.50;

    /// <summary>The intercept of each finding, least possible where it has too few raters, and whether it is helpful.</summary>
    public static (double[] Intercepts, bool[] Helpful) Score(ReadOnlySpan<Reaction> reactions, int readerCount, int findingCount)
    {
        int[] ofReaders = new int[readerCount];
        foreach (Reaction reaction in reactions)
            ofReaders[reaction.Reader]++;
        int[] ofFindings = new int[findingCount];
        foreach (Reaction reaction in reactions)
            if (ofReaders[reaction.Reader] >= FewestRatingsOfAReader)
                ofFindings[reaction.Finding]++;
        int[] readers = Numbers(ofReaders, FewestRatingsOfAReader, out int readersKept);
        int[] findings = Numbers(ofFindings, FewestReadersOfAFinding, out int findingsKept);
        var kept = new List<Reaction>();
        foreach (Reaction reaction in reactions)
            if (readers[reaction.Reader] >= 0 && findings[reaction.Finding] >= 0)
                kept.Add(new Reaction(readers[reaction.Reader], findings[reaction.Finding], reaction.IsUseful));

        ReactionFit fit = ReactionFit.Find(RatingTable.Build([.. kept], readersKept, findingsKept));
        double[] intercepts = new double[findingCount];
        bool[] helpful = new bool[findingCount];
        for (int finding = 0; finding < findingCount; finding++)
        {
            bool has = findings[finding] >= 0;
            intercepts[finding] = has ? fit.FindingIntercept(findings[finding]) : double.MinValue;
            helpful[finding] = has && intercepts[finding] >= HelpfulFrom && Math.Abs(fit.FindingFactor(findings[finding])) < FactorBelow;
        }

        return (intercepts, helpful);
    }

    private static int[] Numbers(int[] counts, int fewest, out int kept)
    {
        kept = 0;
        int[] numbers = new int[counts.Length];
        for (int i = 0; i < counts.Length; i++)
            numbers[i] = counts[i] >= fewest ? kept++ : -1;
        return numbers;
    }
}
