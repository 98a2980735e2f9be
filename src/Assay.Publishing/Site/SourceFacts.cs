using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Storage.Published;

namespace Assay.Publishing.Site;

/// <summary>A source of the record, the rows that cite it and the findings that rest on it.</summary>
/// <param name="Source">The source.</param>
/// <param name="Evidence">The record.</param>
/// <param name="Rows">The rows that cite it: one page of them.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Findings">Published findings that rest on it.</param>
/// <param name="Page">Which page of the rows, from 1.</param>
public sealed record SourceFacts(Source Source, EvidenceSnapshot Evidence, ImmutableArray<Statement> Rows, int Total, IReadOnlyList<FindingLine> Findings, int Page)
{
    /// <summary>How many rows a page shows.</summary>
    public const int PageSize = 100;
}
