using System.Text;

namespace Assay.Formats.Packs;

/// <summary>Lines and columns (both from 1) of things in a text file. Only computed where there is something to report.</summary>
internal static class TextPlaces
{
    /// <summary>The first place of a text; (0, 0) where it does not occur.</summary>
    public static (int Line, int Column) Of(byte[] file, string text)
    {
        var at = file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text));
        return at < 0 ? (0, 0) : OfByte(file, at);
    }

    /// <summary>The place of a byte.</summary>
    public static (int Line, int Column) OfByte(byte[] file, int index)
    {
        var before = file.AsSpan(0, index);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    /// <summary>The column at which a field begins in the CSV record that begins on a line.</summary>
    public static int OfField(byte[] file, int line, int field)
    {
        var text = Encoding.UTF8.GetString(file).AsSpan().TrimStart('\uFEFF');
        for (var i = 1; i < line; i++)
        {
            var end = text.IndexOf('\n');
            if (end < 0) return 1;
            text = text[(end + 1)..];
        }
        var start = 0;
        var quoted = false;
        for (var i = 0; i < text.Length && field > 0; i++)
        {
            if (text[i] == '"') quoted = !quoted;
            if (quoted) continue;
            if (text[i] == '\n') break;
            if (text[i] != ',') continue;
            field--;
            start = i + 1;
        }
        return text[..start].LastIndexOf('\n') is var newline and >= 0 ? start - newline : start + 1;
    }
}
