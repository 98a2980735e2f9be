using System.Diagnostics;
using Assay.Findings;

namespace Assay.Formats.Publications;

/// <summary>The labels as the AVeriTeC data set writes them.</summary>
internal static class VerdictLabel
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "Supported",
        Verdict.Refuted => "Refuted",
        Verdict.NotEnoughEvidence => "Not Enough Evidence",
        Verdict.ConflictingEvidence => "Conflicting Evidence/Cherrypicking",
        _ => throw new UnreachableException($"No label for {verdict}."),
    };
}
