namespace Assay.Storage.Published;

/// <summary>One verdict that differs from the version before.</summary>
/// <param name="Claim">The claim, as <c>c18</c>: its id in the new version, or in the old one where it is gone.</param>
/// <param name="Quote">The words of the article.</param>
/// <param name="Old">The verdict before, as in the output contract; empty: the claim is new.</param>
/// <param name="New">The verdict now; empty: the claim is gone.</param>
/// <param name="Why">Why, in one line, as <c>stake sold 2024-12-17</c>; empty: not known.</param>
public sealed record VerdictChange(string Claim, string Quote, string Old, string New, string Why);

/// <summary>A changed verdict with the version that changed it, as feeds need it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Number">The version.</param>
/// <param name="Title">The article's title; empty if not known.</param>
/// <param name="Published">When the version was published.</param>
/// <param name="Change">What changed.</param>
public sealed record VerdictChangeLine(string Article, long Number, string Title, DateTimeOffset Published, VerdictChange Change);
