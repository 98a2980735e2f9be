using System.Diagnostics;
using Assay.Findings;

namespace Assay.Publishing.Wording;

/// <summary>How a verdict is named and marked. The words are AVeriTeC's; the glyph stands wherever colour does.</summary>
/// <param name="Name">In a heading.</param>
/// <param name="Glyph">One character that says the same.</param>
/// <param name="Style">The class in the style sheet.</param>
/// <param name="Meaning">What it says, in the key.</param>
internal sealed record VerdictWords(string Name, string Glyph, string Style, string Meaning)
{
    /// <summary>The order in which verdicts are counted and listed.</summary>
    public static readonly Verdict[] Order = [Verdict.Supported, Verdict.Refuted, Verdict.ConflictingEvidence, Verdict.NotEnoughEvidence];

    /// <summary>In a sentence.</summary>
    public string Lower => Name.ToLowerInvariant();

    public static VerdictWords Of(Verdict verdict) => verdict switch
    {
        Verdict.Supported => Of(verdict, "✓", "supported"),
        Verdict.Refuted => Of(verdict, "✗", "refuted"),
        Verdict.ConflictingEvidence => Of(verdict, "≠", "conflicting"),
        Verdict.NotEnoughEvidence => Of(verdict, "?", "not-enough"),
        _ => throw new UnreachableException($"No words for {verdict}."),
    };

    /// <summary>As counted in the line of what was found: "1 conflicting".</summary>
    public static string Counted(Verdict verdict) => Words.Of($"{verdict}Count");

    private static VerdictWords Of(Verdict verdict, string glyph, string style) => new(Words.Of(verdict), glyph, style, Words.Of($"{verdict}Meaning"));
}
