namespace Assay.Mentions;

/// <summary>A word, number or mark as such, of which tokens are the places where it stands: one object for all of them.</summary>
/// <param name="folded">Its text in lower case with plain apostrophes.</param>
internal sealed class Word(string folded)
{
    /// <summary>The word of an empty token.</summary>
    public static readonly Word None = new("");

    /// <summary>Its text in lower case with plain apostrophes.</summary>
    public string Folded { get; } = folded;

    /// <summary>Its classes in the lexicon.</summary>
    public WordClass Classes { get; init; }
}
