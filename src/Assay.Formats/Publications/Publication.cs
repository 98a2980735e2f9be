using System.Collections.Immutable;
using Assay.Findings;

namespace Assay.Formats.Publications;

/// <summary>What publishing knows of one version of a checked article: where it stands, since when, and which findings an editor has signed.</summary>
public sealed record Publication
{
    /// <summary>Where it is published.</summary>
    public required Site Site { get; init; }

    /// <summary>The article's id on the site.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The number of the version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>When this version was published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When anything about it last changed, as a signature; not before <see cref="Published"/>.</summary>
    public required DateTimeOffset Modified { get; init; }

    /// <summary>Whether the article may not be republished: then nothing of its text is written but the quotes of its claims.</summary>
    public bool QuotesOnly { get; init; }

    /// <summary>The language of verdicts and justifications, as an ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The signatures by claim id; most claims have none.</summary>
    public IReadOnlyDictionary<string, Signature> Signatures { get; init; } = ImmutableDictionary<string, Signature>.Empty;

    /// <summary>The article, in its newest version.</summary>
    public Uri Address => Site.Article(ArticleId);

    /// <summary>This version, which never changes.</summary>
    public Uri Permalink => Site.Version(ArticleId, Version);

    /// <summary>The page of a claim.</summary>
    public Uri AddressOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Site.Claim(ArticleId, finding.Claim.Id);
    }

    /// <summary>Who signed a finding; null where nobody did, or where its verdict is no longer the one that was signed.</summary>
    public Signature? SignatureOf(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Signatures.TryGetValue(finding.Claim.Id, out var signature) && signature.Verdict == finding.Verdict ? signature : null;
    }
}

/// <summary>A named editor stands for a finding. It holds for the verdict that was signed and for no other.</summary>
public sealed record Signature
{
    /// <summary>An editor's signature.</summary>
    /// <param name="editor">The editor's name, as readers see it.</param>
    /// <param name="day">The day of signing.</param>
    /// <param name="verdict">The verdict that was signed.</param>
    /// <exception cref="ArgumentException">The editor has no name.</exception>
    public Signature(string editor, DateOnly day, Verdict verdict)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(editor);
        (Editor, Day, Verdict) = (editor, day, verdict);
    }

    /// <summary>The editor's name.</summary>
    public string Editor { get; }

    /// <summary>The day of signing.</summary>
    public DateOnly Day { get; }

    /// <summary>The verdict that was signed.</summary>
    public Verdict Verdict { get; }
}
