namespace Assay.Formats.Scanning;

/// <summary>Values of JSON that are written without quotes: <c>true</c>, <c>false</c>, <c>null</c> and numbers (RFC 8259).</summary>
internal static class JsonWords
{
    /// <summary>Whether a text is one of them, with spaces after it or not.</summary>
    public static bool Are(ReadOnlySpan<byte> text)
    {
        text = text.TrimEnd(" \t\r"u8);
        return text.SequenceEqual("false"u8) || text.SequenceEqual("true"u8) || text.SequenceEqual("null"u8) || IsNumber(text);
    }

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-', ..]) text = text[1..];
        if (text is [(byte)'0', ..]) text = text[1..];
        else if (!SkipDigits(ref text)) return false;
        if (text is [(byte)'.', ..])
        {
            text = text[1..];
            if (!SkipDigits(ref text)) return false;
        }
        if (text is [(byte)'e' or (byte)'E', ..])
        {
            text = text[1..];
            if (text is [(byte)'+' or (byte)'-', ..]) text = text[1..];
            if (!SkipDigits(ref text)) return false;
        }
        return text.IsEmpty;
    }

    private static bool SkipDigits(ref ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0) digits = text.Length;
        text = text[digits..];
        return digits > 0;
    }
}
