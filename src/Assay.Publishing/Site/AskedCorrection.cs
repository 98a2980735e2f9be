namespace Assay.Publishing.Site;

/// <summary>A reader who is about to ask for a correction.</summary>
/// <param name="Article">The article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">The version that the reader sees.</param>
/// <param name="Claim">The claim; empty: the article as a whole.</param>
/// <param name="Quote">The claim's words; empty for the article.</param>
public sealed record AskedCorrection(string Article, string Title, long Number, string Claim, string Quote)
{
    /// <summary>How long a request may be, in characters.</summary>
    public const int MostText = 4000;

    /// <summary>How short.</summary>
    public const int LeastText = 10;

    /// <summary>How long the naming of its source may be.</summary>
    public const int MostSource = 1000;

    /// <summary>What the reader wrote so far.</summary>
    public string Text { get; init; } = "";

    /// <summary>The source named so far.</summary>
    public string Source { get; init; } = "";

    /// <summary>Whether the fields were sent, so that what is wrong with them is said.</summary>
    public bool IsSent { get; init; }

    /// <summary>Whether it was kept.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether it may be kept as it is.</summary>
    public bool IsWhole => TextProblem.Length == 0 && SourceProblem.Length == 0;

    /// <summary>The path to go back to.</summary>
    public string Back => Claim.Length > 0 ? SitePath.Claim(Article, Claim) : SitePath.Article(Article);

    internal string TextProblem => Text.Length < LeastText ? SiteWords.Of("NeedText") : Text.Length > MostText ? SiteWords.Of("TooLong", MostText) : "";

    internal string SourceProblem => Source.Length == 0 ? SiteWords.Of("NeedSource") : Source.Length > MostSource ? SiteWords.Of("TooLong", MostSource) : "";
}
