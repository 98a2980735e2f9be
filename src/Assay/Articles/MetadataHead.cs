namespace Assay.Articles;

/// <summary>The <c>Key: value</c> lines above an article.</summary>
internal static class MetadataHead
{
    private const int MostLines = 12;
    private const int MostValueLength = 400;

    /// <summary>
    /// Takes the lines and returns the number of the line after them. A line with a known key is metadata; one with an unknown key
    /// only within a block that has known keys and ends at a blank line: "Kazakhstan: a land of oil" above a text is none.
    /// </summary>
    public static int Read(IReadOnlyList<TextLine> lines, Metadata metadata)
    {
        var first = 0;
        while (first < lines.Count && (lines[first].IsBlank || lines[first].Content == "---")) first++;

        var block = new List<(string Key, string Value)>();
        for (var at = first; at < lines.Count && block.Count < MostLines; at++)
        {
            if (!lines[at].TryKeyAndValue(out var key, out var value) || value.Length > MostValueLength) break;
            block.Add((key, value));
        }
        var afterBlock = first + block.Count;
        var endsAtBlank = afterBlock < lines.Count && (lines[afterBlock].IsBlank || lines[afterBlock].Content == "---");

        var taken = endsAtBlank && block.Any(line => Metadata.IsKnown(line.Key))
            ? block.Count
            : block.FindLastIndex(line => Metadata.IsKnown(line.Key)) + 1;
        foreach (var (key, value) in block.Take(taken)) metadata.Take(key, value);
        metadata.HasHead = taken > 0;

        var next = first + taken;
        return next < lines.Count && taken > 0 && lines[next].Content == "---" ? next + 1 : next;
    }
}
