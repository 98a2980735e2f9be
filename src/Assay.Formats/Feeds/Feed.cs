using System.Collections.Immutable;
using Assay.Formats.Publications;

namespace Assay.Formats.Feeds;

/// <summary>A feed of what was published or changed, newest first.</summary>
public sealed record Feed
{
    /// <summary>Whose feed it is.</summary>
    public required Site Site { get; init; }

    /// <summary>The title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What is in it, plain text.</summary>
    public required string Description { get; init; }

    /// <summary>The page that shows the same to people.</summary>
    public required Uri Page { get; init; }

    /// <summary>The address of the feed itself, in the form that is written.</summary>
    public required Uri Address { get; init; }

    /// <summary>The language of its text, as an ISO 639-1 code.</summary>
    public string Language { get; init; } = "en";

    /// <summary>When the feed was begun: what it says it was last updated while it is empty.</summary>
    public required DateTimeOffset Begun { get; init; }

    /// <summary>The entries.</summary>
    public required ImmutableArray<FeedEntry> Entries { get; init; }

    /// <summary>When any of it last changed.</summary>
    public DateTimeOffset Updated => Entries.IsDefaultOrEmpty ? Begun : Entries.Max(entry => entry.Updated);
}
