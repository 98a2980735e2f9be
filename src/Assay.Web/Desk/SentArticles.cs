using System.Text;
using Assay.Articles;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Articles;
using Assay.Publishing.Desk;
using Microsoft.AspNetCore.Http;

namespace Assay.Web.Desk;

/// <summary>Reads articles that are sent to the desk: as words, as a file, or by an address.</summary>
internal static class SentArticles
{
    /// <summary>What stands in the form, so that it can be shown again.</summary>
    public static SentArticle Of(IFormCollection form) => new() { Text = form["text"].ToString(), Address = form["address"].ToString().Trim(), About = AboutOf(form) };

    /// <summary>What is said of the article.</summary>
    public static SentAbout AboutOf(IFormCollection form) => new()
    {
        Title = Line(form["title"]), Author = Line(form["author"]), Publisher = Line(form["publisher"]), Date = Line(form["date"]), Url = Line(form["url"]),
        Language = Line(form["language"]).ToLowerInvariant(), QuotesOnly = form["quotes"] == "yes",
    };

    /// <summary>The article.</summary>
    /// <exception cref="InvalidDataFileException">It is none; the message says why.</exception>
    /// <exception cref="IOException">It could not be fetched; the message says why.</exception>
    public static async Task<Article> ReadAsync(IFormCollection form, FetchOptions fetching, CancellationToken cancellation)
    {
        var sent = Of(form);
        var article = await WordsAsync(form, sent, fetching, cancellation);
        return With(article, sent.About, onlyGiven: true);
    }

    /// <summary>An article with what is said of it.</summary>
    /// <param name="article">The article.</param>
    /// <param name="about">What is said.</param>
    /// <param name="onlyGiven">Whether empty fields leave what the article itself says.</param>
    /// <exception cref="InvalidDataFileException">The date, the language or the address is none.</exception>
    public static Article With(Article article, SentAbout about, bool onlyGiven)
    {
        PartialDate? date = null;
        if (about.Date.Length > 0) date = PartialDate.TryParse(about.Date, out var day) ? day : throw new InvalidDataFileException(DeskWords.Say("BadDate", about.Date));
        if (about.Language.Length > 0 && !(about.Language.Length is 2 or 3 && about.Language.All(char.IsAsciiLetterLower))) throw new InvalidDataFileException(DeskWords.Say("BadLanguage", about.Language));
        if (about.Url.Length > 0 && !ArticleAddress.Is(about.Url)) throw new InvalidDataFileException(DeskWords.Say("BadAddress", about.Url));
        return article with
        {
            Title = Chosen(about.Title, article.Title), Author = Chosen(about.Author, article.Author), Publisher = Chosen(about.Publisher, article.Publisher), Url = Chosen(about.Url, article.Url),
            Date = date ?? (onlyGiven ? article.Date : null), Language = about.Language.Length > 0 ? about.Language : onlyGiven ? article.Language : "und",
        };

        string Chosen(string given, string known) => given.Length > 0 || !onlyGiven ? given : known;
    }

    private static async Task<Article> WordsAsync(IFormCollection form, SentArticle sent, FetchOptions fetching, CancellationToken cancellation)
    {
        if (form.Files["file"] is { Length: > 0 } file)
        {
            using var stream = file.OpenReadStream();
            // Reading a large page is work that no thread of requests should do.
            return await Task.Run(() => ArticleFile.Read(stream, Path.GetFileName(file.FileName)), cancellation);
        }
        if (sent.Text.Trim().Length > 0) return await Task.Run(() => ArticleFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(sent.Text.ReplaceLineEndings("\n"))), DeskWords.Say("TheText")), cancellation);
        if (sent.Address.Length == 0) throw new InvalidDataFileException(DeskWords.Say("NothingSent"));
        if (!ArticleAddress.Is(sent.Address)) throw new InvalidDataFileException(DeskWords.Say("BadAddress", sent.Address));
        return await ArticleAddress.FetchAsync(new Uri(sent.Address), fetching, cancellation);
    }

    private static string Line(string? text) => string.Concat((text ?? "").Trim().Where(letter => !char.IsControl(letter)));
}
