using System.Text;
using Assay.Articles;

namespace Assay.Formats.Articles;

/// <summary>
/// What a page or document holds of an article. It becomes text in the form of <c>docs/formats/articles.md</c>, metadata first, so that
/// every article goes one way from there on and what was taken out of a page can be read, saved and checked again.
/// </summary>
internal sealed record ArticleParts(string Body)
{
    public string Title { get; init; } = "";

    public string Author { get; init; } = "";

    public string Publisher { get; init; } = "";

    /// <summary>As written; only its day counts.</summary>
    public string Date { get; init; } = "";

    public string Url { get; init; } = "";

    public string Language { get; init; } = "";

    /// <exception cref="InvalidDataFileException">There is no text.</exception>
    public Article Compose(string name)
    {
        if (string.IsNullOrWhiteSpace(Body))
            throw ArticleFile.Refused(new Problem("empty", name, 0, 0, "no text of an article", "an article with text", "copy its text into a file of its own"));
        var text = new StringBuilder();
        Line("Title", Title);
        Line("Author", Author);
        Line("Publisher", Publisher);
        Line("Date", Date.Length > 10 && Date[10] is 'T' or ' ' ? Date[..10] : Date);
        Line("URL", Url);
        Line("Language", Language.Length >= 2 && (Language.Length == 2 || Language[2] is '-' or '_') ? Language[..2] : "");
        if (text.Length > 0) text.Append('\n');
        return Article.FromText(text.Append(Body).Append('\n').ToString());

        void Line(string key, string value)
        {
            var words = string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0) text.Append(key).Append(": ").Append(words).Append('\n');
        }
    }
}
