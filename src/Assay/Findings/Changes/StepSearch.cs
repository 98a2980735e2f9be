namespace Assay.Findings.Changes;

/// <summary>Finds along equal steps, from 0 to a last one, the first at which a finding gets another verdict.</summary>
internal static class StepSearch
{
    private const int MostStretches = 12;

    /// <summary>The first step that flips the verdict, of which the one before does not; null where none does.</summary>
    /// <param name="now">The standing at step 0.</param>
    /// <param name="last">The last step.</param>
    /// <param name="at">The standing at a step.</param>
    public static int? First(Standing now, int last, Func<int, Standing> at)
    {
        var known = new Dictionary<int, Standing> { [0] = now };
        var (from, standing) = (0, now);
        for (var stretch = 0; stretch < MostStretches && from < last; stretch++)
        {
            // Answers move steadily with a figure or a day: what stands at the end as it stood at the start did not move between.
            if (At(last) == standing) return null;
            var until = last;
            while (until - from > 1)
            {
                var middle = from + (until - from) / 2;
                if (At(middle) == standing) from = middle;
                else until = middle;
            }
            if (At(until).Verdict != now.Verdict) return until;
            (from, standing) = (until, At(until));
        }
        return null;

        Standing At(int step) => known.TryGetValue(step, out var found) ? found : known[step] = at(step);
    }
}
