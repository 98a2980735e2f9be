using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Claims.Corrections;

/// <summary>A stretch of an article with its words: it fits only where just these words stand there.</summary>
/// <param name="Span">Where, in UTF-16 offsets of the text as read.</param>
/// <param name="Quote">The words.</param>
public sealed record QuotedSpan(TextSpan Span, string Quote)
{
    /// <summary>A stretch of an article.</summary>
    public static QuotedSpan Of(Article article, TextSpan span)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new QuotedSpan(span, article.Quote(span));
    }

    /// <summary>Whether these words stand there in the article.</summary>
    public bool IsIn(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Span.End <= article.Text.Length && Span.Length > 0 && article.Text.AsSpan(Span.Start, Span.Length).SequenceEqual(Quote);
    }
}

/// <summary>The claim that a correction is of: by its id, its words and its kind, so that another that has got its id is not taken for it.</summary>
/// <param name="Id">Its id: <c>c3</c>.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Kind">Its kind when it was corrected.</param>
public sealed record ClaimRef(string Id, QuotedSpan At, ClaimKind Kind)
{
    /// <summary>Of whom and what it was, by role: several claims of one kind may stand on the same words. Empty: that is not looked at.</summary>
    public string About { get; init; } = "";

    /// <summary>A claim, to correct it.</summary>
    public static ClaimRef Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new ClaimRef(claim.Id, new QuotedSpan(claim.Span, claim.Quote), claim.Kind) { About = FormOfClaim.About(claim) };
    }

    /// <summary>Whether a claim, whatever its id, is of these words, this kind and these entities.</summary>
    internal bool IsLike(Claim claim) => claim.Span == At.Span && claim.Quote == At.Quote && claim.Kind == Kind && (About.Length == 0 || About == FormOfClaim.About(claim));
}

/// <summary>A claim to be made of a stretch of the article.</summary>
/// <param name="At">The stretch.</param>
/// <param name="Form">What it claims.</param>
public sealed record FormAt(QuotedSpan At, ClaimForm Form);

/// <summary>
/// What a person corrects of what was read in an article. Who did and when is kept beside it. The family is closed: its cases are nested here.
/// </summary>
public abstract record Correction
{
    private protected Correction() { }

    /// <summary>The claims that it corrects; empty: it adds one.</summary>
    public abstract ImmutableArray<ClaimRef> Corrects { get; }

    /// <summary>A claim says something else: its kind, an entity, a figure, a date, how it is put.</summary>
    public sealed record Change(ClaimRef Claim, ClaimForm Form) : Correction
    {
        /// <inheritdoc/>
        public override ImmutableArray<ClaimRef> Corrects => [Claim];
    }

    /// <summary>What was taken for a claim is none.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Reason">Why, in words; not empty.</param>
    public sealed record Drop(ClaimRef Claim, string Reason) : Correction
    {
        /// <inheritdoc/>
        public override ImmutableArray<ClaimRef> Corrects => [Claim];
    }

    /// <summary>A claim was overlooked.</summary>
    public sealed record Add(FormAt Claim) : Correction
    {
        /// <inheritdoc/>
        public override ImmutableArray<ClaimRef> Corrects => [];
    }

    /// <summary>One claim is several: the first of the parts keeps its id.</summary>
    /// <param name="Claim">The claim.</param>
    /// <param name="Parts">Two or more.</param>
    public sealed record Split(ClaimRef Claim, ImmutableArray<FormAt> Parts) : Correction
    {
        /// <inheritdoc/>
        public override ImmutableArray<ClaimRef> Corrects => [Claim];
    }

    /// <summary>Several claims are one: it keeps the id of the first that is named, and stands from the start of the earliest to the end of the last.</summary>
    /// <param name="Claims">Two or more.</param>
    /// <param name="Form">What they claim together.</param>
    public sealed record Merge(ImmutableArray<ClaimRef> Claims, ClaimForm Form) : Correction
    {
        /// <inheritdoc/>
        public override ImmutableArray<ClaimRef> Corrects => Claims;
    }
}
