using Assay.Evidence;

namespace Assay.Answers;

/// <summary>One of the parts that add up to a whole.</summary>
/// <param name="Size">Its part of the whole, in percent.</param>
/// <param name="Counts">What of it counts, from 0 to 1.</param>
/// <param name="IsRest">Whether nothing is known of its owners.</param>
internal readonly record struct SizedPart(Bounds Size, Bounds Counts, bool IsRest);

/// <summary>
/// How much of a whole counts at least and at most, when its parts add up to all of it. At least: every part at its smallest, what is not
/// known to nobody. At most: the unowned rest as great as may be, then the parts of which most counts.
/// </summary>
internal static class Apportionment
{
    /// <param name="parts">All parts.</param>
    /// <param name="covered">What the owned parts make of the whole at least, in percent, by completeness rows; 0 where none speaks.</param>
    public static Bounds Of(IReadOnlyCollection<SizedPart> parts, decimal covered)
    {
        var low = Math.Min(100, parts.Sum(part => part.Size.Low * part.Counts.Low));
        return Interests.Outward(new(low, Math.Max(low, Most(parts, covered))));
    }

    private static decimal Most(IReadOnlyCollection<SizedPart> parts, decimal covered)
    {
        var owned = parts.Where(part => !part.IsRest).OrderByDescending(part => part.Counts.High).ToList();
        var (least, greatest) = (owned.Sum(part => part.Size.Low), owned.Sum(part => part.Size.High));
        // Outside the parts with known owners lies what they leave, listed as a rest or not; a completeness row says how much at most,
        // unless the figures as they stand don't reach what it says.
        var rest = Math.Max(0, 100 - least);
        if (greatest >= covered) rest = Math.Min(rest, 100 - covered);
        rest = Math.Max(rest, Math.Min(100, 100 - greatest));
        rest = Math.Clamp(rest, 0, 100);
        var most = rest;
        var free = Math.Max(0, 100 - rest - least);
        foreach (var part in owned)
        {
            var more = Math.Min(free, part.Size.High - part.Size.Low);
            most += (part.Size.Low + more) * part.Counts.High;
            free -= more;
        }
        return Math.Min(100, most);
    }
}
