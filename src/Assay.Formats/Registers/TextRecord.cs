namespace Assay.Formats.Registers;

/// <summary>A text among the others: its length, seven bits a byte, the last without the eighth bit; then its bytes.</summary>
internal static class TextRecord
{
    /// <summary>How many bytes it takes, the gap up to the next included.</summary>
    public static int SizeOf(int length)
    {
        var size = length + 1;
        for (var rest = length >> 7; rest > 0; rest >>= 7) size++;
        return (size + RegisterFormat.TextUnit - 1) / RegisterFormat.TextUnit * RegisterFormat.TextUnit;
    }

    public static void Write(Span<byte> to, ReadOnlySpan<byte> text)
    {
        var at = 0;
        var rest = text.Length;
        for (; rest >= 0x80; rest >>= 7) to[at++] = (byte)(rest & 0x7F | 0x80);
        to[at++] = (byte)rest;
        text.CopyTo(to[at..]);
        to[(at + text.Length)..].Clear();
    }

    /// <summary>The text that begins there; false where none can.</summary>
    public static bool Read(ReadOnlySpan<byte> from, out ReadOnlySpan<byte> text)
    {
        var (length, at) = (0, 0);
        text = default;
        for (var shift = 0; ; shift += 7)
        {
            if (at >= from.Length || shift > 21) return false;
            var part = from[at++];
            length |= (part & 0x7F) << shift;
            if ((part & 0x80) == 0) break;
        }
        if (length > from.Length - at) return false;
        text = from.Slice(at, length);
        return true;
    }
}
