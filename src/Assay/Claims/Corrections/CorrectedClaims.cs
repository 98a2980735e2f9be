using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>The claims of an article after what people corrected. What no longer fits is set aside and never applied to something else.</summary>
public sealed record CorrectedClaims
{
    /// <summary>The claims, in the order of the article. One that nothing was done to is as the reader found it, id and all.</summary>
    public required ImmutableArray<Claim> Claims { get; init; }

    /// <summary>The claims that are none, or went into others, in the order of the corrections.</summary>
    public required ImmutableArray<DroppedClaim> Dropped { get; init; }

    /// <summary>The corrections that were not applied, in their order.</summary>
    public required ImmutableArray<SetAside> SetAside { get; init; }

    /// <summary>
    /// Applies corrections in their order. New claims are numbered on after the last that the reader found, one number for each that a
    /// correction would make, applied or not: so a number is never used twice, and none moves when a correction is set aside.
    /// </summary>
    /// <param name="article">The article.</param>
    /// <param name="found">The claims that the reader found in it.</param>
    /// <param name="asOf">What "now" means; null: not known.</param>
    /// <param name="corrections">The corrections, the oldest first.</param>
    /// <param name="reader">Reads their forms.</param>
    public static CorrectedClaims Apply(Article article, ImmutableArray<Claim> found, PartialDate? asOf, IEnumerable<Correction> corrections, ClaimFormReader reader)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(corrections);
        ArgumentNullException.ThrowIfNull(reader);
        var desk = new CorrectionDesk(article, found, asOf, reader);
        foreach (var correction in corrections) desk.Apply(correction);
        return desk.Result();
    }
}
