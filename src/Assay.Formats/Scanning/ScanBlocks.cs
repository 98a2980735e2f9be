namespace Assay.Formats.Scanning;

/// <summary>How large the blocks are in which register files are read.</summary>
internal static class ScanBlocks
{
    /// <summary>A block and the places of its cells stay in the second cache of a processor.</summary>
    public const int UsualSize = 1 << 18;
}
