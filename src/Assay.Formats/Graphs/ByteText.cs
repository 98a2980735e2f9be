using System.Text;

namespace Assay.Formats.Graphs;

/// <summary>
/// Text of which each character is one byte of the UTF-8 that the file holds. The CSV reader takes characters, and all that it looks for is
/// ASCII: so nothing is decoded that is only compared, and a column's bytes come out as they went in.
/// </summary>
internal static class ByteText
{
    /// <summary>The bytes.</summary>
    public static void Narrow(ReadOnlySpan<char> text, Span<byte> bytes) => Encoding.Latin1.GetBytes(text, bytes);

    /// <summary>Each byte as a character.</summary>
    public static void Widen(ReadOnlySpan<byte> bytes, Span<char> text) => Encoding.Latin1.GetChars(bytes, text);

    /// <summary>The bytes.</summary>
    public static byte[] Bytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        Narrow(text, bytes);
        return bytes;
    }

    /// <summary>The text that the bytes stand for.</summary>
    public static string Decode(ReadOnlySpan<char> text) => Encoding.UTF8.GetString(Bytes(text));

    /// <summary>The text that the bytes stand for, shortened for a message.</summary>
    public static string Quote(ReadOnlySpan<char> text) => Quote(Bytes(text));

    /// <summary>The text that the bytes stand for, shortened for a message.</summary>
    public static string Quote(ReadOnlySpan<byte> text)
    {
        const int Most = 60;
        var whole = Encoding.UTF8.GetString(text);
        return whole.Length <= Most ? $"'{whole}'" : $"'{whole[..(char.IsHighSurrogate(whole[Most - 1]) ? Most - 1 : Most)]}…'";
    }
}
