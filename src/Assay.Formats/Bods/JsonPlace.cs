using System.Text;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>Where in the bytes of a statement a path leads, for messages: the value itself, or the innermost one around it that is there.</summary>
internal static class JsonPlace
{
    /// <summary>The line and column of a path, counted in the file.</summary>
    public static (int Line, int Column) Of(StatementFrame frame, string path)
    {
        var bytes = frame.Bytes.Span;
        var offset = Math.Min(Offset(bytes, path), bytes.Length);
        var before = bytes[..offset];
        var lines = before.Count((byte)'\n');
        var column = lines == 0 ? (long)frame.Column + offset : offset - before.LastIndexOf((byte)'\n');
        return ((int)Math.Min((long)frame.Line + lines, int.MaxValue), (int)Math.Min(column, int.MaxValue));
    }

    private static int Offset(ReadOnlySpan<byte> bytes, string path)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = StatementFrames.DeepestNesting });
        var place = 0;
        try
        {
            reader.Read();
            foreach (var part in Parts(path))
            {
                if (!(part.Index is { } index ? ToItem(ref reader, index) : ToField(ref reader, part.Name))) break;
                place = (int)reader.TokenStartIndex;
            }
        }
        catch (JsonException)
        {
            // What comes before the fault was found.
        }
        return place;
    }

    private static bool ToField(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt) return true;
            reader.Skip();
        }
        return false;
    }

    private static bool ToItem(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType != JsonTokenType.StartArray) return false;
        for (var at = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; at++)
        {
            if (at == index) return true;
            reader.Skip();
        }
        return false;
    }

    private static IEnumerable<(string Name, int? Index)> Parts(string path)
    {
        var name = new StringBuilder();
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] is not ('.' or '[')) { name.Append(path[at]); continue; }
            if (name.Length > 0) yield return (name.ToString(), null);
            name.Clear();
            if (path[at] == '.') continue;
            var end = path.IndexOf(']', at);
            yield return ("", int.Parse(path.AsSpan(at + 1, end - at - 1), System.Globalization.CultureInfo.InvariantCulture));
            at = end;
        }
        if (name.Length > 0) yield return (name.ToString(), null);
    }
}
