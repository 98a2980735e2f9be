using Assay.Findings;

namespace Assay.Publishing.Page;

/// <summary>The page of a checked article: one HTML file that needs nothing else, neither script nor network. Safe to share between threads.</summary>
public static class ArticlePage
{
    internal static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The page as HTML. The same findings give the same bytes.</summary>
    public static string Render(CheckedArticle article, PageOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        return PageRenderer.Render<Document>(new Dictionary<string, object?>
        {
            [nameof(Document.Article)] = article,
            [nameof(Document.Options)] = options,
            [nameof(Document.Style)] = Style.Value,
        }, options.Language);
    }

    private static string ReadStyle()
    {
        using var stream = typeof(ArticlePage).Assembly.GetManifestResourceStream("page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
