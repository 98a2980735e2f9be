using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>
/// What a reader should know of a claim about a stated year that the record bears out: that for years around it the record does not. The verdict
/// is on what the claim says and stays. Or, of a claim without a year, that it fits an earlier year and not the last.
/// </summary>
/// <param name="Years">The years around it of which the record knows, earliest first; some of them refute the claim.</param>
/// <param name="Text">That, in a sentence.</param>
public sealed record PickedPeriod(ImmutableArray<OtherYear> Years, string Text)
{
    /// <summary>The claim names no year, and an earlier one than the last may be meant: then the record does not settle it.</summary>
    public bool IsOlder { get; init; }
}

/// <summary>A claim as if it spoke of another year.</summary>
/// <param name="Days">The year, or as many years as the claim speaks of.</param>
/// <param name="Finding">What is found of it.</param>
public sealed record OtherYear(DayRange Days, Finding Finding);
