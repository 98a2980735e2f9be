using System.Collections.Immutable;
using Assay.Storage.Drafts;

namespace Assay.Publishing.Desk;

/// <summary>The desk: what is under work, what waits for somebody.</summary>
public sealed record DeskHome
{
    /// <summary>The drafts, the newest first.</summary>
    public required IReadOnlyList<DraftLine> Drafts { get; init; }

    /// <summary>How many requests of readers are open.</summary>
    public required int OpenRequests { get; init; }

    /// <summary>Published articles that the record would judge otherwise now; null: that is being looked up.</summary>
    public required ImmutableArray<ChangedArticle>? Changed { get; init; }

    /// <summary>What was sent and could not be used, to be sent again.</summary>
    public SentArticle Sent { get; init; } = new();

    /// <summary>Why the last article could not be used; empty: there was none.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Why the record in use is not what its folders hold; empty: it is.</summary>
    public ImmutableArray<string> Broken { get; init; } = [];
}

/// <summary>The fields of the form that an article is sent by.</summary>
public sealed record SentArticle
{
    /// <summary>Its words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Where it is fetched from.</summary>
    public string Address { get; init; } = "";

    /// <summary>What is known of it.</summary>
    public SentAbout About { get; init; } = new();
}

/// <summary>What is known of an article, as it is written in a form.</summary>
public sealed record SentAbout
{
    /// <summary>The title.</summary>
    public string Title { get; init; } = "";

    /// <summary>The author.</summary>
    public string Author { get; init; } = "";

    /// <summary>The publisher.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The date.</summary>
    public string Date { get; init; } = "";

    /// <summary>The original address.</summary>
    public string Url { get; init; } = "";

    /// <summary>The language, as <c>en</c>; empty: it is told by the words.</summary>
    public string Language { get; init; } = "";

    /// <summary>Whether only the sentences that hold a claim may be shown.</summary>
    public bool QuotesOnly { get; init; }
}

/// <summary>A published article that the record would judge otherwise now.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Draft">The draft that it comes from.</param>
/// <param name="Title">Its title.</param>
/// <param name="Claims">The claims whose verdict would be another.</param>
public sealed record ChangedArticle(string Article, string Draft, string Title, ImmutableArray<ChangedClaim> Claims);

/// <summary>A claim whose verdict is another than in the version published last.</summary>
/// <param name="Claim">Its id.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Old">The verdict published; empty: the claim is new.</param>
/// <param name="New">The verdict now; empty: the claim is gone.</param>
/// <param name="Why">Why, in one line; empty: not known.</param>
public sealed record ChangedClaim(string Claim, string Quote, string Old, string New, string Why);
