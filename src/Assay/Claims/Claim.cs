using System.Collections.Immutable;
using Assay.Articles;
using Assay.Claims.Corrections;
using Assay.Evidence;

namespace Assay.Claims;

/// <summary>What kind of question a claim asks of the record. Names are those of the output contract, with hyphens there.</summary>
public enum ClaimKind
{
    /// <summary>Named actor, verb, date, place or figure, but no typed question fits.</summary>
    Other,
    /// <summary>A state belongs to a body.</summary>
    Membership,
    /// <summary>Parties are bound by, or signed, an agreement.</summary>
    Agreement,
    /// <summary>Someone owns a stated share of something.</summary>
    OwnershipShare,
    /// <summary>Someone owns something, without a figure; sales and purchases too.</summary>
    Ownership,
    /// <summary>Someone controls or runs something.</summary>
    Control,
    /// <summary>Someone's place on a list.</summary>
    Rank,
    /// <summary>How much of something.</summary>
    Quantity,
    /// <summary>What share of a total.</summary>
    ShareOfTotal,
    /// <summary>What share goes by a route.</summary>
    RouteShare,
    /// <summary>What share of trade.</summary>
    TradeShare,
    /// <summary>The contract regime of assets.</summary>
    Regime,
    /// <summary>Something happened.</summary>
    Event,
    /// <summary>Who stands behind a disputed thing.</summary>
    Attribution,
    /// <summary>Someone holds an office.</summary>
    Position,
}

/// <summary>How the article puts a claim forward.</summary>
public enum Stance
{
    /// <summary>In its own voice.</summary>
    Asserted,
    /// <summary>Taken for granted, as inside a question.</summary>
    Presupposed,
    /// <summary>In someone else's mouth.</summary>
    Attributed,
    /// <summary>As something still to come.</summary>
    Predicted,
}

/// <summary>When a claim says that it is so.</summary>
/// <param name="Days">The days; null where the article's date would be needed and is not known, or the words can't be resolved.</param>
/// <param name="Words">The article's words for it, or how it was settled: "as of the article's date".</param>
/// <param name="IsStated">Whether the claim names a time of its own (else the article's date was taken).</param>
public sealed record ClaimTime(DayRange? Days, string Words, bool IsStated)
{
    /// <summary>A time of which the claim says the same as of <see cref="Days"/>: "as in 2013"; null: none.</summary>
    public DayRange? Likewise { get; init; }
}

/// <summary>
/// What an article asserts: a span of it, how it is put, what question it asks and what answer it expects.
/// Vague words stay as they are here; <see cref="Questions.QuestionPlanner"/> turns a claim into one question a reading.
/// </summary>
public sealed record Claim
{
    /// <summary><c>c1</c>, <c>c2</c> … in the order of the article.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The words of <see cref="Span"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>Its kind.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>How it is put.</summary>
    public required Stance Stance { get; init; }

    /// <summary>What it says about what.</summary>
    public required Content Content { get; init; }

    /// <summary>The answer that the article gives.</summary>
    public required Expectation Expects { get; init; }

    /// <summary>When.</summary>
    public required ClaimTime Time { get; init; }

    /// <summary>The date that "now" was taken for; null: not known.</summary>
    public PartialDate? AsOf { get; init; }

    /// <summary>The frame that found it.</summary>
    public required string Frame { get; init; }

    /// <summary>The speaker of an attributed claim; empty else.</summary>
    public string Speaker { get; init; } = "";

    /// <summary>Marks for the reader, as "so-called": irony marks, loaded words.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Other places that say the same.</summary>
    public ImmutableArray<TextSpan> Also { get; init; } = [];

    /// <summary>What a person did to it; null: it is as it was read.</summary>
    public ClaimCorrection? Correction { get; init; }
}

/// <summary>A passage that is no claim: listed with its reason, without verdict.</summary>
/// <param name="Id"><c>n1</c>, <c>n2</c> …</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Why"><c>opinion</c>, <c>forecast</c>, <c>motive</c>, <c>metaphor</c>, <c>evaluation</c>, <c>too-vague</c>, or <c>too-long</c>: a sentence too long to be read.</param>
public sealed record NotCheckable(string Id, TextSpan Span, string Quote, string Why);
