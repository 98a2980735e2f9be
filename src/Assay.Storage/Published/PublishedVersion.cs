using System.Collections.Immutable;

namespace Assay.Storage.Published;

/// <summary>A published version of a checked article: it never changes.</summary>
public sealed record PublishedVersion
{
    /// <summary>The article.</summary>
    public required string Article { get; init; }

    /// <summary>From 1, in order.</summary>
    public required long Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>By whom.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>The date that "now" was taken for; empty: not known.</summary>
    public required string AsOf { get; init; }

    /// <summary>The title; empty if not known.</summary>
    public required string Title { get; init; }

    /// <summary>The author; empty if not known.</summary>
    public required string Author { get; init; }

    /// <summary>The publisher; empty if not known.</summary>
    public required string Publisher { get; init; }

    /// <summary>The date of the article; empty if not known.</summary>
    public required string Date { get; init; }

    /// <summary>The original address; empty if not known.</summary>
    public required string Url { get; init; }

    /// <summary>The language of the article.</summary>
    public required string Language { get; init; }

    /// <summary>Whether only the sentences that hold a claim are shown.</summary>
    public required bool QuotesOnly { get; init; }

    /// <summary>The evidence: one pack a line, <c>name version sha256</c>.</summary>
    public required string Packs { get; init; }

    /// <summary>SHA-256 over the rules.</summary>
    public required string RulesSha256 { get; init; }

    /// <summary>SHA-256 over the document.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The verdicts that differ from the version before; empty for the first.</summary>
    public ImmutableArray<VerdictChange> Changes { get; init; } = [];

    /// <summary>Its findings, in the order of the article.</summary>
    public ImmutableArray<PublishedFinding> Findings { get; init; } = [];
}

/// <summary>A published finding, as lists and searches need it.</summary>
/// <param name="Claim">As <c>c18</c>.</param>
/// <param name="Since">The version from which on it has had this verdict.</param>
/// <param name="Quote">The words of the article.</param>
/// <param name="Kind">As in the output contract.</param>
/// <param name="Verdict">As in the output contract.</param>
/// <param name="Justification">One sentence.</param>
/// <param name="Origin">Who found the claim: <c>machine</c>, or an editor who <c>corrected</c> or <c>added</c> it.</param>
public sealed record PublishedFinding(string Claim, long Since, string Quote, string Kind, string Verdict, string Justification, string Origin)
{
    /// <summary>The entities of its claim and of the rows it rests on. Filled only when it is published.</summary>
    public ImmutableArray<string> Entities { get; init; } = [];

    /// <summary>The sources of the rows it rests on. Filled only when it is published.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Who signed it; empty: nobody, it is a machine's finding.</summary>
    public string SignedBy { get; init; } = "";

    /// <summary>When it was signed.</summary>
    public DateTimeOffset? Signed { get; init; }
}

/// <summary>A rendered part of a version.</summary>
/// <param name="Name"><c>body</c>, or a claim as <c>c18</c>.</param>
/// <param name="Language">The language of the interface.</param>
/// <param name="Html">The markup.</param>
public sealed record PublishedPart(string Name, string Language, string Html);

/// <summary>A line of a list of articles: the latest version.</summary>
public sealed record ArticleLine(string Id, long Latest, DateTimeOffset Published, DateTimeOffset Changed, string Title, string Publisher, string Language);

/// <summary>A finding with the article it stands in, its latest version.</summary>
public sealed record FindingLine(string Article, string Title, string Claim, string Quote, string Verdict, string Justification, DateTimeOffset Changed);
