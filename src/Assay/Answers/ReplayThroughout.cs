using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Replays a place held year after year from the places of the single years.</summary>
internal static class ReplayThroughout
{
    public static StepValue? Recompute(ProofStep step)
    {
        var days = step.Given.Days!.Value;
        var place = step.Given.Threshold!.Value;
        var first = days.First.Year;
        var last = days.Last.Month == 12 && days.Last.Day == 31 ? days.Last.Year : days.Last.Year - 1;
        var held = new HashSet<int>();
        foreach (var input in step.Inputs)
        {
            if (input.Value is not StepValue.Place known || input.Given.Subject != step.Given.Subject || input.Given.Days is not { } period) return null;
            var year = period.First.Year;
            if (period.First != new DateOnly(year, 1, 1) || period.Last != new DateOnly(year, 12, 31) || year < first || year > last) return null;
            if (year > first && (known.Worst < place || known.Best > place)) return new StepValue.Truth(Truth.False);
            if (known.Best == place && known.Worst == place) held.Add(year);
        }
        return new StepValue.Truth(last >= first && held.Count == last - first + 1 ? Truth.True : Truth.Unknown);
    }
}
