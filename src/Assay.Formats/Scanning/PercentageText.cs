using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>Reads percentages as people write them: <c>25</c>, <c>25.5 %</c>, <c>25-50</c>, <c>&gt;25</c>.</summary>
internal static class PercentageText
{
    /// <summary>Reads a percentage as a share from 0 to 1, at least and at most.</summary>
    /// <returns>Whether it is one of 0 to 100.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out double low, out double high)
    {
        (low, high) = (0, 1);
        text = text.Trim(" "u8);
        if (text is [.., (byte)'%']) text = text[..^1].TrimEnd(" "u8);
        if (text is [(byte)'>' or (byte)'<', ..])
        {
            // What is above a quarter is at least a quarter.
            var isLeast = text[0] == '>';
            text = text[1..];
            if (text is [(byte)'=', ..]) text = text[1..];
            return TryOne(text, out isLeast ? ref low : ref high);
        }
        if (TryOne(text, out low))
        {
            high = low;
            return true;
        }
        var dash = text.IndexOf((byte)'-');
        if (dash > 0) return TryOne(text[..dash].TrimEnd(" %"u8), out low) && TryOne(text[(dash + 1)..], out high) && low <= high;
        return false;
    }

    private static bool TryOne(ReadOnlySpan<byte> text, out double share) =>
        NumberText.TryParse(text.Trim(" "u8), 2, out share) && share is >= 0 and <= 1;
}
