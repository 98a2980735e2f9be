using System.Collections.Immutable;
using Assay.Findings;

namespace Assay.Formats.ClaimReview;

/// <summary>
/// How a verdict is put as a schema.org <c>Rating</c>. A number says how true a claim is; what the record does not settle, or what sources or readings
/// settle differently, is no point between false and true: those have words and no number. <c>docs/formats/claimreview.md</c> argues it.
/// </summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Words">What readers see, short.</param>
/// <param name="Value">From <see cref="Worst"/> (false) to <see cref="Best"/> (true); null: the verdict says nothing of how true the claim is.</param>
public sealed record ClaimReviewRating(Verdict Verdict, string Words, int? Value)
{
    /// <summary>The number of a claim that the record excludes.</summary>
    public const int Worst = 1;

    /// <summary>The number of a claim that the record bears out.</summary>
    public const int Best = 5;

    /// <summary>The whole table, a row for each verdict.</summary>
    public static ImmutableArray<ClaimReviewRating> All { get; } =
    [
        new(Verdict.Supported, "Supported by the record", Best),
        new(Verdict.Refuted, "Refuted by the record", Worst),
        new(Verdict.ConflictingEvidence, "Conflicting evidence, or true only as chosen", null),
        new(Verdict.NotEnoughEvidence, "Not enough evidence", null),
    ];

    /// <summary>The rating of a verdict.</summary>
    public static ClaimReviewRating Of(Verdict verdict) => All.Single(rating => rating.Verdict == verdict);
}
