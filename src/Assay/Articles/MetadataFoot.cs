namespace Assay.Articles;

/// <summary>The lines below an article: where it comes from, and its disclaimer, which may run over several lines.</summary>
internal static class MetadataFoot
{
    private const int MostLines = 8;

    /// <summary>Takes the lines and returns the number of the first of them; the text's line count where there are none.</summary>
    public static int Read(IReadOnlyList<TextLine> lines, int first, Metadata metadata)
    {
        for (var start = Math.Max(first, lines.Count - MostLines); start < lines.Count; start++)
        {
            if (!IsFoot(lines, start)) continue;
            Take(lines, start, metadata);
            return start;
        }
        return lines.Count;
    }

    /// <summary>Whether every line from there on is a foot line, is blank, or continues a disclaimer without a blank line between.</summary>
    private static bool IsFoot(IReadOnlyList<TextLine> lines, int start)
    {
        if (!IsFootLine(lines[start], out _, out _)) return false;
        var inDisclaimer = false;
        foreach (var line in lines.Skip(start))
        {
            if (IsFootLine(line, out var key, out _)) inDisclaimer = key == "disclaimer";
            else if (line.IsBlank) inDisclaimer = false;
            else if (!inDisclaimer) return false;
        }
        return true;
    }

    private static void Take(IReadOnlyList<TextLine> lines, int start, Metadata metadata)
    {
        var disclaimer = new List<string>();
        var inDisclaimer = false;
        foreach (var line in lines.Skip(start).Where(line => !line.IsBlank))
        {
            if (IsFootLine(line, out var key, out var value))
            {
                inDisclaimer = key == "disclaimer";
                if (!inDisclaimer) metadata.Take(key, value);
            }
            if (inDisclaimer) disclaimer.Add(key.Length > 0 ? value : line.Content);
        }
        metadata.Take("disclaimer", string.Join(' ', disclaimer).Trim());
    }

    private static bool IsFootLine(TextLine line, out string key, out string value)
    {
        if (line.TryKeyAndValue(out key, out value) && Metadata.IsFootKey(key)) return true;
        key = "";
        return false;
    }
}
