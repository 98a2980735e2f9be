using Assay.Findings;
using Assay.Findings.Changes;

namespace Assay.Publishing.Wording;

/// <summary>What would change a finding, a line for each change or missing row.</summary>
internal static class ChangeWords
{
    /// <summary>The lines; none where nothing was looked for.</summary>
    public static IEnumerable<string> Of(Finding finding)
    {
        if (!finding.IsAsked || finding.Sensitivity is not { } sensitivity) return [];
        if (finding.Verdict == Verdict.NotEnoughEvidence) return sensitivity.Missing.Select(Missing);
        return sensitivity.Flips.IsEmpty ? [PageWords.NoFlip] : sensitivity.Flips.Select(Flip);
    }

    private static string Flip(Flip flip) => $"{Sentence(flip.Text)}: {VerdictWords.Of(flip.Verdict).Lower}.";

    private static string Missing(MissingRow row) => $"{Sentence(row.Text)}: {Decides(row.Decides)}.";

    /// <summary>Whether a missing row would decide.</summary>
    public static string Decides(Decides decides) => Words.Of(decides);

    private static string Sentence(string words) => Terms.Tied(words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..]);
}
