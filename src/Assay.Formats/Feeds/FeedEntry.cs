using System.Collections.Immutable;
using Assay.Findings;
using Assay.Formats.Publications;

namespace Assay.Formats.Feeds;

/// <summary>One entry of a feed.</summary>
public sealed record FeedEntry
{
    private const int LongestQuote = 160;

    /// <summary>The address that stands for the entry for ever: its id. Two entries never share one, an entry never changes its own.</summary>
    public required Uri Permalink { get; init; }

    /// <summary>The title, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What it says, plain text; empty: nothing beyond the title.</summary>
    public string Summary { get; init; } = "";

    /// <summary>When it was first published.</summary>
    public required DateTimeOffset Published { get; init; }

    /// <summary>When it last changed in a way that readers should hear of; not before <see cref="Published"/>.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>The editor who signed it; empty: the publisher stands for it.</summary>
    public string Author { get; init; } = "";

    /// <summary>What it is filed under, as a verdict.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>An entry for a verdict that another version of an article gives a claim.</summary>
    /// <param name="permalink">The claim in the version with the new verdict.</param>
    /// <param name="quote">The article's words; shortened in the title.</param>
    /// <param name="before">The verdict before.</param>
    /// <param name="after">The verdict from then on.</param>
    /// <param name="why">What changed it, in a sentence; empty if not known.</param>
    /// <param name="when">When the new version was published.</param>
    public static FeedEntry OfChange(Uri permalink, string quote, Verdict before, Verdict after, string why, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(why);
        return new FeedEntry
        {
            Permalink = permalink,
            Title = $"{VerdictLabel.Of(before)} → {VerdictLabel.Of(after)}: {PlainText.Short(quote, LongestQuote)}",
            Summary = why,
            Published = when,
            Updated = when,
            Categories = [VerdictLabel.Of(after)],
        };
    }
}
