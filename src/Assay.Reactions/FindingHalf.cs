namespace Assay.Reactions;

/// <summary>
/// Findings fall into two halves by a hash of their index. The readers' positions by which findings of one half are
/// scored come from reactions to findings of the other half only, so no reaction to a finding moves them.
/// </summary>
internal static class FindingHalf
{
    /// <summary>The half of a finding, 0 or 1; it never changes.</summary>
    public static int Of(int finding) => (int)(Mix.Of((uint)finding) >> 63);

    /// <summary>The half whose reactions say where readers stand when findings of a half are scored.</summary>
    public static int Other(int half) => 1 - half;
}
