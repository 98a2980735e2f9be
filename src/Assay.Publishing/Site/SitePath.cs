namespace Assay.Publishing.Site;

/// <summary>The paths of the site's pages. Ids are escaped: those of a pack may hold anything.</summary>
public static class SitePath
{
    /// <summary>An article, its latest version.</summary>
    public static string Article(string id) => $"/a/{Uri.EscapeDataString(id)}";

    /// <summary>A version of an article, for ever.</summary>
    public static string Version(string id, long number) => $"{Article(id)}/v{number}";

    /// <summary>A claim of the latest version.</summary>
    public static string Claim(string id, string claim) => $"{Article(id)}/{claim}";

    /// <summary>An entity of the record.</summary>
    public static string Entity(string id) => $"/e/{Uri.EscapeDataString(id)}";

    /// <summary>A source of the record.</summary>
    public static string Source(string id) => $"/s/{Uri.EscapeDataString(id)}";

    /// <summary>A picture of a published article.</summary>
    public static string Picture(string id) => $"/pictures/{Uri.EscapeDataString(id)}";

    /// <summary>What is found for some words, a page of it.</summary>
    public static string Search(string words, int page = 1) => $"/search?q={Uri.EscapeDataString(words)}{(page > 1 ? $"&page={page}" : "")}";
}
