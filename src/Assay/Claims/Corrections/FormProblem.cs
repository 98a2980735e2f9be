using System.Collections.Immutable;

namespace Assay.Claims.Corrections;

/// <summary>What is wrong with a field of a form.</summary>
/// <param name="Field">The field: <c>kind</c>, <c>stance</c>, <c>speaker</c>, <c>expects</c>, <c>time</c>, or a role as <c>roles.owner</c>.</param>
/// <param name="Code">
/// <c>missing</c>, <c>unknown</c>, <c>not-linked</c> (the article's words, in quotation marks, that it is not known who is meant by), <c>wrong-kind</c>, <c>several</c>, <c>no-such-role</c>, <c>not-an-answer</c>, <c>not-a-date</c>,
/// <c>too-long</c>, <c>control-characters</c>, <c>goes-not-together</c>.
/// </param>
/// <param name="Found">What stands there, shortened; empty: nothing.</param>
/// <param name="Accepted">What would be accepted, in words.</param>
public sealed record FormProblem(string Field, string Code, string Found, string Accepted)
{
    /// <summary>What may have been meant, the nearest first: to be offered as fillings.</summary>
    public ImmutableArray<string> DidYouMean { get; init; } = [];

    /// <summary>In one line: <c>roles.owner unknown: 'Chevrn', expected …; did you mean Chevron?</c></summary>
    public override string ToString() =>
        $"{Field} {Code}: {(Found.Length == 0 ? "nothing" : $"'{Found}'")}, expected {Accepted}{(DidYouMean.IsEmpty ? "" : $"; did you mean {string.Join(" or ", DidYouMean)}?")}";
}

/// <summary>What came of reading a form: a claim, or the problems with it.</summary>
/// <param name="Claim">The claim; null where there are problems.</param>
/// <param name="Problems">All of them; empty where there is a claim.</param>
public sealed record FormReading(Claim? Claim, ImmutableArray<FormProblem> Problems);

/// <summary>Where a claim that is read from a form stands, and what is known there.</summary>
/// <param name="Id">The id that it gets.</param>
/// <param name="At">Where it stands, with its words.</param>
/// <param name="AsOf">What "now" means; null: not known.</param>
/// <param name="Language">The language of the article: figures and dates are first read as written there. Empty: that of the rules.</param>
public sealed record ClaimPlace(string Id, QuotedSpan At, Evidence.PartialDate? AsOf, string Language = "");
