using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Linking;

/// <summary>Two subjects of which a person has said whether they are one.</summary>
/// <param name="Place">Where the pair stands, for people: a line.</param>
/// <param name="Kind">The kind that the pair is counted under, in the file's own word.</param>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Label">What the person said; <see cref="LinkOutcome.Ask"/>: that it cannot be told.</param>
public sealed record LabelledPair(string Place, string Kind, LinkedSubject Left, LinkedSubject Right, LinkOutcome Label);

/// <summary>A labelled pair with what was found of it.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Judgement">What was found.</param>
public sealed record ScoredPair(LabelledPair Pair, LinkJudgement Judgement)
{
    /// <summary>Whether what was found contradicts the label: an ask contradicts nothing.</summary>
    public bool IsWrong => Judgement.Outcome != LinkOutcome.Ask && Judgement.Outcome != Pair.Label;
}

/// <summary>How well labelled pairs were told apart.</summary>
/// <param name="Kind">The pairs' kind; empty: all.</param>
/// <param name="Pairs">How many there are.</param>
/// <param name="AreSame">How many of them are labelled as one.</param>
/// <param name="FoundSame">How many of those were found so.</param>
/// <param name="WronglySame">How many were found to be one and are not labelled so.</param>
/// <param name="WronglyDifferent">How many were found to be two and are labelled as one.</param>
/// <param name="Asks">How many a person would be asked about.</param>
public sealed record LinkScore(string Kind, int Pairs, int AreSame, int FoundSame, int WronglySame, int WronglyDifferent, int Asks)
{
    /// <summary>Of those found to be one, the part that is, 0 to 1; null: none was found.</summary>
    public double? Precision => Ratio(FoundSame, FoundSame + WronglySame);

    /// <summary>Of those labelled as one, the part that was found without asking, 0 to 1; null: there are none.</summary>
    public double? Recall => Ratio(FoundSame, AreSame);

    /// <summary>The harmonic mean of the two; null where one is.</summary>
    public double? F1 => Precision + Recall is > 0 and var sum ? 2 * Precision * Recall / sum : null;

    /// <summary>The part of all pairs that a person would be asked about, 0 to 1; null: there are none.</summary>
    public double? AskShare => Ratio(Asks, Pairs);

    /// <summary>The score of all pairs, then of each kind by its name.</summary>
    public static ImmutableArray<LinkScore> Of(IReadOnlyList<ScoredPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return [Count("", pairs), .. pairs.GroupBy(pair => pair.Pair.Kind).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Count(group.Key, [.. group]))];
    }

    private static LinkScore Count(string kind, IReadOnlyList<ScoredPair> pairs) => new(
        kind,
        pairs.Count,
        pairs.Count(pair => pair.Pair.Label == LinkOutcome.Same),
        pairs.Count(pair => pair.Pair.Label == LinkOutcome.Same && pair.Judgement.Outcome == LinkOutcome.Same),
        pairs.Count(pair => pair.Pair.Label != LinkOutcome.Same && pair.Judgement.Outcome == LinkOutcome.Same),
        pairs.Count(pair => pair.Pair.Label == LinkOutcome.Same && pair.Judgement.Outcome == LinkOutcome.Different),
        pairs.Count(pair => pair.Judgement.Outcome == LinkOutcome.Ask));

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
