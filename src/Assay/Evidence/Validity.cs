namespace Assay.Evidence;

/// <summary>
/// When a statement held: from the day <see cref="From"/> up to, and without, the day <see cref="To"/>.
/// An empty <see cref="To"/> means that it still holds. An empty <see cref="From"/> means that it began before the record knows:
/// it is certain from <see cref="Seen"/> on and unknown before. After the day <see cref="Lapsed"/> it is unknown. <c>default</c> holds at no certain day.
/// </summary>
/// <param name="From">The first day, as precise as the source.</param>
/// <param name="To">The first day on which it is no longer so.</param>
/// <param name="Seen">The date that the source speaks of.</param>
/// <param name="Lapsed">The day after which nobody confirmed it, as a register asks for: it may hold still, or have ended.</param>
public readonly record struct Validity(PartialDate? From, PartialDate? To, PartialDate? Seen, PartialDate? Lapsed = null)
{
    /// <summary>True if it certainly held on every day asked about, false if on none, else unknown.</summary>
    public Truth HoldsOn(DayRange days)
    {
        if (To is { } ended && days.First >= ended.Last) return Truth.False;
        if (From is { } began && days.Last < began.First) return Truth.False;
        DateOnly? certainFrom = From is { } from ? from.Last : Seen?.Last;
        var begun = certainFrom is { } start && days.First >= start;
        var notEnded = To is not { } to || days.Last < to.First;
        var isConfirmed = Lapsed is not { } lapsed || days.Last <= lapsed.First;
        return begun && notEnded && isConfirmed ? Truth.True : Truth.Unknown;
    }
}
