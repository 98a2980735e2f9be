using Assay.Evidence;

namespace Assay.Articles;

/// <summary>What the head and foot of an article say about it. Of two lines that say the same thing, the first counts.</summary>
internal sealed class Metadata
{
    private static readonly string[] Addresses = ["original article", "original", "original source", "url", "link", "source"];

    public string Title { get; set; } = "";

    public string Author { get; private set; } = "";

    public string Publisher { get; private set; } = "";

    public PartialDate? Date { get; private set; }

    public string Url { get; private set; } = "";

    public string Disclaimer { get; set; } = "";

    public string Language { get; private set; } = "und";

    /// <summary>Whether there were <c>Key: value</c> lines at the head.</summary>
    public bool HasHead { get; set; }

    /// <summary>Whether the key may end an article.</summary>
    public static bool IsFootKey(string key) => key == "disclaimer" || Addresses.Contains(key);

    /// <summary>Whether the key is one that says something here; others are metadata only in the company of these.</summary>
    public static bool IsKnown(string key) => IsFootKey(key)
        || key is "title" or "headline" or "author" or "authors" or "by" or "publisher" or "outlet"
            or "date" or "published" or "published on" or "publication date" or "language" or "text";

    /// <summary>Takes a value; one that can't be read is left out.</summary>
    public void Take(string key, string value)
    {
        if (value.Length == 0 || (value[0] == '(' && value[^1] == ')')) return;
        switch (key)
        {
            case "title" or "headline":
                Title = First(Title, value);
                break;
            case "author" or "authors" or "by":
                Author = First(Author, value);
                break;
            case "publisher" or "outlet":
                Publisher = First(Publisher, value);
                break;
            case "date" or "published" or "published on" or "publication date":
                if (ArticleDate.TryParse(value, out var date)) Date ??= date;
                break;
            case "language":
                if (value.Length == 2 && value.All(char.IsAsciiLetter)) Language = value.ToLowerInvariant();
                break;
            case "disclaimer":
                Disclaimer = First(Disclaimer, value);
                break;
            default:
                if (Addresses.Contains(key) && TryAddress(value, out var url)) Url = First(Url, url);
                else if (key == "source") Publisher = First(Publisher, value);
                break;
        }
    }

    private static string First(string old, string value) => old.Length > 0 ? old : value;

    /// <summary>The first word of the value that is an address of the web; others, as <c>javascript:</c>, are none.</summary>
    private static bool TryAddress(string value, out string url)
    {
        url = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(IsAddress) ?? "";
        return url.Length > 0;

        static bool IsAddress(string word) => Uri.TryCreate(word, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.Host.Length > 0;
    }
}
