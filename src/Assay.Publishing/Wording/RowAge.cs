using Assay.Evidence;

namespace Assay.Publishing.Wording;

/// <summary>Whether a row is old for the days asked about: what changes often was last seen more than three years before them.</summary>
internal static class RowAge
{
    /// <summary>After this many years a stake, seat, operator or figure is marked as old.</summary>
    public const int OldAfterYears = 3;

    /// <summary>The date at which the row was last known to hold, if it is old for <paramref name="asked"/>; else null.</summary>
    public static PartialDate? OldAt(Statement row, EvidenceSnapshot evidence, DayRange? asked)
    {
        if (asked is not { } days) return null;
        return LastKnown(row, evidence) is { } known && known.Last.YearsLater(OldAfterYears) < days.First ? known : null;
    }

    private static PartialDate? LastKnown(Statement row, EvidenceSnapshot evidence) => row switch
    {
        Stake { Validity: var validity } => StillOpen(validity, row, evidence),
        Operation { Validity: var validity } => StillOpen(validity, row, evidence),
        Domicile { Validity: var validity } => StillOpen(validity, row, evidence),
        Measure measure => End(measure.Period),
        Ranking ranking => End(ranking.Period),
        Route route => End(route.Period),
        _ => null,
    };

    /// <summary>A row that ended speaks for its own time and is never old.</summary>
    private static PartialDate? StillOpen(Validity validity, Statement row, EvidenceSnapshot evidence)
    {
        if (validity.To is not null) return null;
        var published = row.Sources.Select(id => evidence.Source(id)?.Date);
        return published.Append(validity.Seen).Append(validity.From).Max();
    }

    private static PartialDate End(Period period) => period.IsYear
        ? new PartialDate(period.Days.Last.Year)
        : new PartialDate(period.Days.Last.Year, period.Days.Last.Month);
}
