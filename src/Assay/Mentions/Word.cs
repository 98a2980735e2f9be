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

    /// <summary>Its form as a verb; null: it is none.</summary>
    public VerbForm? Form { get; init; }

    /// <summary>What may begin with it.</summary>
    public Opening Opens { get; init; }
}

/// <summary>What a word of a language may be the first of: most words open nothing, and need not be looked up.</summary>
[Flags]
internal enum Opening
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>A date relative to the article's.</summary>
    RelativeTime = 1,
    /// <summary>A day of the week.</summary>
    Weekday = 2,
    /// <summary>A hedge, a fraction or a numeral.</summary>
    Figure = 4,
    /// <summary>A kind or topic of agreement.</summary>
    Topic = 8,
    /// <summary>Goods.</summary>
    Goods = 16,
    /// <summary>An office.</summary>
    Office = 32,
}
