using System.Collections.Immutable;

namespace Assay.Findings.Changes;

/// <summary>How much a finding depends on single rows of the record.</summary>
/// <param name="Flips">
/// For a verdict that is decided: changes of one row that give another, the smallest first; empty: none that was found, so it takes at
/// least two.
/// </param>
/// <param name="Missing">For a claim that the record was asked about and does not settle: rows that would decide it, the surest first.</param>
public sealed record Sensitivity(ImmutableArray<Flip> Flips, ImmutableArray<MissingRow> Missing);
