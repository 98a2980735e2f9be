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
        Verdict.Supported => new("Supported", "✓", "supported", "the record bears the claim out"),
        Verdict.Refuted => new("Refuted", "✗", "refuted", "the record excludes it"),
        Verdict.ConflictingEvidence => new("Conflicting evidence", "≠", "conflicting", "sources differ, or it holds only if its words are taken one way"),
        Verdict.NotEnoughEvidence => new("Not enough evidence", "?", "not-enough", "the record does not settle it"),
        _ => throw new UnreachableException($"No words for {verdict}."),
    };

    /// <summary>As counted in the line of what was found: "1 conflicting".</summary>
    public static string Counted(Verdict verdict) => verdict == Verdict.ConflictingEvidence ? "conflicting" : Of(verdict).Lower;
}
