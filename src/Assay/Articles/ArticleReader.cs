namespace Assay.Articles;

/// <summary>Takes metadata lines off the head and foot of a plain text.</summary>
internal static class ArticleReader
{
    public static Article Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Article { Text = text, Body = new TextSpan(0, text.Length) };
    }
}
