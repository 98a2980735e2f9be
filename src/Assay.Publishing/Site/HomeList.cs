using System.Collections.Immutable;
using Assay.Storage.Published;

namespace Assay.Publishing.Site;

/// <summary>What the first page lists.</summary>
/// <param name="Articles">Articles, the most recently changed first: one page of them.</param>
/// <param name="Changes">Verdicts that changed, the newest first.</param>
/// <param name="Agreed">Findings that readers of both sides find useful, the best first.</param>
/// <param name="Page">Which page of the list, from 1.</param>
/// <param name="HasOlder">Whether there is a page after it.</param>
public sealed record HomeList(IReadOnlyList<ArticleLine> Articles, IReadOnlyList<VerdictChangeLine> Changes, ImmutableArray<FindingLine> Agreed, int Page = 1, bool HasOlder = false);
