using System.Text;

namespace Assay.Formats.Graphs;

/// <summary>Problems that any file of text may have.</summary>
internal static class FileProblems
{
    /// <summary>A quote out of place in CSV.</summary>
    public static Problem Quote(string file, int line) =>
        new("bad-quote", file, line, 0, "a quote that is never closed, has text after its end, or stands amid a cell", "RFC 4180 quoting", "close the quote, quote the whole cell, and write a quote inside it twice");

    /// <summary>The first byte that is no UTF-8.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">Some of its bytes, from the beginning of a line, that are not all UTF-8.</param>
    /// <param name="firstLine">The line on which they begin.</param>
    public static Problem Encoding(string file, ReadOnlySpan<byte> bytes, int firstLine)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == System.Buffers.OperationStatus.Done) valid += length;
        var lineStart = bytes[..valid].LastIndexOf((byte)'\n') + 1;
        return new Problem("not-utf8", file, firstLine + bytes[..valid].Count((byte)'\n'), System.Text.Encoding.UTF8.GetCharCount(bytes[lineStart..valid]) + 1, $"the byte {bytes[valid]:X2}", "UTF-8 text", "save the file as UTF-8");
    }
}
