using Assay.Storage.Published;

namespace Assay.Publishing.Embed;

/// <summary>What is said outside the site of a finding that nobody has signed: who found its claim.</summary>
public static class UnsignedFinding
{
    /// <summary>In a sentence, in English as all that leaves the site.</summary>
    public static string Words(PublishedFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Origin switch
        {
            "added" => "A claim that an editor added by hand; not signed.",
            "corrected" => "A claim that an editor corrected by hand; not signed.",
            _ => "Found by a machine; no editor has signed it.",
        };
    }
}
