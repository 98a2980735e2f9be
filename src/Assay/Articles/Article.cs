using Assay.Evidence;

namespace Assay.Articles;

/// <summary>
/// An article as read. Offsets of everything found in it point into <see cref="Text"/>. Leading <c>Key: value</c> lines and the
/// closing source and disclaimer are metadata: they lie outside <see cref="Body"/>.
/// </summary>
public sealed record Article
{
    /// <summary>The whole text as read.</summary>
    public required string Text { get; init; }

    /// <summary>The part of it that is the article itself.</summary>
    public required TextSpan Body { get; init; }

    /// <summary>The title; empty if not known.</summary>
    public string Title { get; init; } = "";

    /// <summary>The author; empty if not known.</summary>
    public string Author { get; init; } = "";

    /// <summary>The publisher; empty if not known.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The date of the article; null if not known: then "now" and "last year" are unknown.</summary>
    public PartialDate? Date { get; init; }

    /// <summary>The original address, http or https; empty if not known.</summary>
    public string Url { get; init; } = "";

    /// <summary>The closing disclaimer; empty if there is none.</summary>
    public string Disclaimer { get; init; } = "";

    /// <summary>The language as an ISO 639-1 code, as detected or forced; <c>und</c> where it is none that the rules know.</summary>
    public string Language { get; init; } = "und";

    /// <summary>The text of a span.</summary>
    public string Quote(TextSpan span) => Text[span.Start..span.End];

    /// <summary>Reads plain text: metadata lines at its head and foot are taken off the body.</summary>
    public static Article FromText(string text) => ArticleReader.Read(text);
}
