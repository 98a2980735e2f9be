using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Assay.Formats.Articles;

/// <summary>Turns the bytes of an article into text, or says what is wrong with them and where.</summary>
internal static class ArticleText
{
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(c => c is not ('\t' or '\n' or '\v' or '\f' or '\r')).Select(c => (char)c), '\u007F']);

    public static string Decode(byte[] bytes, string name)
    {
        if (bytes.Length == 0)
            throw Refused("empty", name, "0 bytes", "the text of an article", "check that it was saved");
        var text = bytes.AsSpan() switch
        {
            [0xFF, 0xFE, 0, 0, ..] => throw Refused("encoding", name, "UTF-32", "UTF-8 or UTF-16", "save it as UTF-8"),
            [0xFF, 0xFE, ..] => Utf16(bytes, bigEndian: false, name),
            [0xFE, 0xFF, ..] => Utf16(bytes, bigEndian: true, name),
            [0xEF, 0xBB, 0xBF, ..] => Utf8Text(bytes, 3, name),
            _ => Utf8Text(bytes, 0, name),
        };
        RefuseBinary(bytes, text, name);
        return text;
    }

    private static string Utf8Text(byte[] bytes, int start, string name)
    {
        var chars = new char[bytes.Length - start];
        var status = Utf8.ToUtf16(bytes.AsSpan(start), chars, out var read, out var written, replaceInvalidSequences: false);
        if (status == OperationStatus.Done) return new string(chars, 0, written);

        var offset = start + read;
        if (bytes.AsSpan().Contains((byte)0)) throw WithNuls(bytes, name);
        var before = chars.AsSpan(0, written);
        throw ArticleFile.Refused(new Problem("not-utf8", name, before.Count('\n') + 1, written - (before.LastIndexOf('\n') + 1) + 1,
            string.Create(CultureInfo.InvariantCulture, $"byte 0x{bytes[offset]:X2} at offset {offset}, which is not UTF-8"),
            "UTF-8, or UTF-16 with a byte order mark", $"save it as UTF-8, as with: iconv -f {CodePage.Likely(bytes)} -t UTF-8"));
    }

    private static string Utf16(byte[] bytes, bool bigEndian, string name)
    {
        try
        {
            return new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2);
        }
        catch (DecoderFallbackException error)
        {
            throw Refused("not-utf16", name, $"half a character near offset {error.Index + 2}", "whole UTF-16 characters after the byte order mark", "save it as UTF-8");
        }
    }

    private static void RefuseBinary(byte[] bytes, string text, string name)
    {
        if (text.Contains('\0')) throw WithNuls(bytes, name);
        var controls = 0;
        foreach (var c in text)
            if (Controls.Contains(c)) controls++;
        if (controls * 10L > text.Length) throw Binary(name, "mostly control characters");
    }

    private static InvalidDataFileException WithNuls(byte[] bytes, string name) => CodePage.LikelyUtf16(bytes) is { } wide
        ? Refused("encoding", name, $"what seems to be {wide} without a byte order mark", "UTF-8, or UTF-16 with a byte order mark", $"save it as UTF-8, as with: iconv -f {wide} -t UTF-8")
        : Binary(name, "NUL bytes");

    private static InvalidDataFileException Binary(string name, string found) =>
        Refused("not-text", name, $"binary data ({found})", "plain text", "save the article's text; UTF-16 needs a byte order mark");

    private static InvalidDataFileException Refused(string code, string name, string found, string expected, string mend) =>
        ArticleFile.Refused(new Problem(code, name, 0, 0, found, expected, mend));
}
