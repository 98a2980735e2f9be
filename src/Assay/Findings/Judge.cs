using System.Collections.Immutable;
using Assay.Answers;
using Assay.Claims;

namespace Assay.Findings;

/// <summary>Sets what a claim expects beside the answers to its readings, and gives the verdict of each and of all.</summary>
internal sealed class Judge(VerdictTable table)
{
    /// <summary>The verdict of one reading: it must be the same with every weak row a tenth off.</summary>
    public Verdict OfReading(Claim claim, Answer answer)
    {
        if (claim.Stance == Stance.Predicted) return table.Predicted;
        var verdict = table.Of(claim.Expects, answer);
        return answer.Shaken is { } shaken && table.Of(claim.Expects, shaken) != verdict ? table.Weak : verdict;
    }

    /// <summary>
    /// The verdict of all readings: decided ones that differ conflict; else theirs stands, unless a reading that is not minor is undecided.
    /// </summary>
    public Verdict OfAll(ImmutableArray<CheckedReading> readings)
    {
        var decided = readings.Where(IsDecided).Select(reading => reading.Verdict).Distinct().ToList();
        if (decided.Count > 1) return table.ReadingsDiffer;
        var open = readings.Any(reading => !IsDecided(reading) && !reading.Reading.IsMinor);
        return decided.Count == 0 || open ? table.ReadingsUndecided : decided[0];
    }

    /// <summary>The reading that stands for the claim: the first that gave the verdict, else the first decided, else the first.</summary>
    public static CheckedReading Leading(ImmutableArray<CheckedReading> readings, Verdict verdict) =>
        readings.FirstOrDefault(reading => reading.Verdict == verdict) ?? readings.FirstOrDefault(IsDecided) ?? readings[0];

    /// <summary>Whether a reading has a verdict of its own.</summary>
    public static bool IsDecided(CheckedReading reading) => reading.Verdict != Verdict.NotEnoughEvidence;
}
