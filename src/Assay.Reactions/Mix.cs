namespace Assay.Reactions;

/// <summary>Scatters numbers: the finalizer of SplitMix64 (Steele, Lea and Flood 2014).</summary>
internal static class Mix
{
    /// <summary>A number that looks like chance and is always the same.</summary>
    public static ulong Of(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
