using System.Text;
using System.Text.RegularExpressions;
using Assay.Formats.Imports;

namespace Assay.Formats.Gleif;

/// <summary>
/// Reads files of the Global LEI System: level 1 (who is who) and level 2 (who owns whom: relationships, and why a parent is not named), as CSV of the golden
/// copy or as the standard's XML. What a file is, it tells itself.
/// </summary>
internal static partial class GleifReader
{
    private const int BytesToTell = 4096;

    /// <summary>Reads a file; what is wrong in it is reported to the sink.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is packed, and what is packed is damaged.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it.</exception>
    public static void Read(ImportFile file, ImportSink sink)
    {
        using var stream = file.Open();
        var begin = new byte[BytesToTell];
        var many = stream.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        using var whole = new PrefixedStream(begin.AsMemory(0, many), stream);
        switch (FirstOf(begin.AsSpan(0, many)))
        {
            case 0:
                sink.Report(0, "empty-file", "an empty file", "a file of the register", "download it again");
                break;
            case (byte)'<':
                GleifXml.Read(file, whole, EncodingOf(begin.AsSpan(0, many)), sink);
                break;
            case (byte)'{' or (byte)'[':
                sink.Report(1, "not-gleif", "JSON", "CSV or XML", "download the golden copy as CSV or XML; the file is left out");
                break;
            default:
                GleifCsv.Read(file, whole, sink);
                break;
        }
    }

    // The first byte that is no blank, no mark of the encoding and no half of a character of UTF-16.
    private static byte FirstOf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOfAnyExcept((ReadOnlySpan<byte>)[0, 9, 10, 13, 32, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]);
        return at < 0 ? (byte)0 : bytes[at];
    }

    private static Encoding EncodingOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("?>"u8);
        if (end < 0 || DeclaredEncoding().Match(Encoding.Latin1.GetString(bytes[..end])) is not { Success: true } declared) return Encoding.UTF8;
        return declared.Groups[1].Value.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" ? Encoding.Latin1 : Encoding.UTF8;
    }

    [GeneratedRegex("""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""", RegexOptions.None, 1000)]
    private static partial Regex DeclaredEncoding();
}
