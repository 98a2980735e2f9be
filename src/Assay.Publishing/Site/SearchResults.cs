using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Storage.Search;

namespace Assay.Publishing.Site;

/// <summary>What was found for some words.</summary>
/// <param name="Words">What was searched for; empty: nothing yet.</param>
/// <param name="Hits">Articles and claims: one page of them.</param>
/// <param name="Total">How many articles and claims there are in all.</param>
/// <param name="Entities">Names of the record.</param>
/// <param name="Sources">Sources of the record.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record SearchResults(string Words, ImmutableArray<SearchHit> Hits, long Total, ImmutableArray<Entity> Entities, ImmutableArray<Source> Sources, int Page)
{
    /// <summary>How many articles and claims a page shows.</summary>
    public const int PageSize = 20;

    /// <summary>How many pages there are.</summary>
    public int Pages => (int)Math.Min(int.MaxValue, (Total + PageSize - 1) / PageSize);

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => Total == 0 && Entities.IsEmpty && Sources.IsEmpty;
}
