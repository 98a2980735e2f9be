using Assay.Evidence;

namespace Assay.Answers;

/// <summary>Whether rows held, and completeness rows speak, over the days asked about.</summary>
internal static class Spans
{
    /// <summary>
    /// As <see cref="Validity.HoldsOn"/>; but where a row is part of a definition or a register (a named group, a seat, a licence), an empty
    /// start means always, not "since when is unknown".
    /// </summary>
    public static Truth HoldsOn(this Validity validity, DayRange days, bool fromAlways) =>
        fromAlways && validity.From is null ? (validity with { From = new PartialDate(1, 1, 1) }).HoldsOn(days) : validity.HoldsOn(days);

    /// <summary>Whether all the days lie in the span of a completeness row; a year or month in it is all of that year or month.</summary>
    public static bool Covers(Completeness row, DayRange days) =>
        (row.From is not { } from || days.First >= from.First) && (row.To is not { } to || days.Last < to.First);

    /// <summary>
    /// Whether a completeness row makes absence count: it covers everything, over all the days. The list of a named group that has no
    /// start is a definition: it holds on any day.
    /// </summary>
    public static bool MakesAbsenceCount(Completeness row, DayRange days, bool isDefinition) =>
        row.Covers is { Low: >= 100 } && (Covers(row, days) || (isDefinition && row.From is null));
}
