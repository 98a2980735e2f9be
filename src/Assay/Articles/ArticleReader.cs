namespace Assay.Articles;

/// <summary>
/// Takes the metadata off a plain text: <c>Key: value</c> lines and the title at its head, the source and the disclaimer at its foot.
/// What remains between them is the body.
/// </summary>
internal static class ArticleReader
{
    private const int MostTitleLength = 200;

    public static Article Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = TextLine.Split(text);
        var metadata = new Metadata();

        var first = MetadataHead.Read(lines, metadata);
        var end = MetadataFoot.Read(lines, first, metadata);
        first = SkipBlank(lines, first, end);

        if (metadata.Title.Length == 0 && TitleAt(lines, first, end, hasHead: metadata.HasHead) is { } title)
        {
            metadata.Title = title;
            first = SkipBlank(lines, first + 1, end);
        }
        else if (first < end && metadata.Title.Length > 0 && lines[first].Content.Equals(metadata.Title, StringComparison.Ordinal))
        {
            first = SkipBlank(lines, first + 1, end);
        }
        while (end > first && lines[end - 1].IsBlank) end--;

        return new Article
        {
            Text = text,
            Body = first < end ? new TextSpan(lines[first].ContentSpan.Start, lines[end - 1].ContentSpan.End) : new TextSpan(text.Length, text.Length),
            Title = metadata.Title,
            Author = metadata.Author,
            Publisher = metadata.Publisher,
            Date = metadata.Date,
            Url = metadata.Url,
            Disclaimer = metadata.Disclaimer,
            Language = metadata.Language,
        };
    }

    /// <summary>
    /// The line as a title, if it can only be one: marked as a heading, or short, without a full stop and with text below it.
    /// Without metadata above, a blank line must set it off, so that a first sentence that lost its full stop stays in the body.
    /// </summary>
    private static string? TitleAt(IReadOnlyList<TextLine> lines, int at, int end, bool hasHead)
    {
        if (at >= end) return null;
        var line = lines[at].Content;
        var next = SkipBlank(lines, at + 1, end);
        if (next >= end) return null;
        if (line.StartsWith("# ", StringComparison.Ordinal)) return line[2..].Trim();
        if (line.Length > MostTitleLength || line[^1] is '.' or '。' or '…' or ':' or ';' or ',') return null;
        if (hasHead) return line;
        return next > at + 1 && line[^1] is not ('?' or '!') ? line : null;
    }

    private static int SkipBlank(IReadOnlyList<TextLine> lines, int at, int end)
    {
        while (at < end && lines[at].IsBlank) at++;
        return at;
    }
}
