using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Assay.Formats.Publications;

namespace Assay.Formats.Feeds;

/// <summary>Writes feeds as Atom 1.0 (RFC 4287) and as RSS 2.0: <c>docs/formats/feeds.md</c>.</summary>
public static class FeedXml
{
    /// <summary>The media type of Atom.</summary>
    public const string AtomType = "application/atom+xml";

    /// <summary>The media type of RSS.</summary>
    public const string RssType = "application/rss+xml";

    private static readonly XmlWriterSettings Written = new() { Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, Encoding = new UTF8Encoding(false) };

    /// <summary>The feed as Atom in UTF-8.</summary>
    /// <exception cref="ArgumentException">Two entries share a permalink, or one was updated before it was published.</exception>
    public static byte[] Atom(Feed feed) => Write(new Atom10FeedFormatter(Shape(feed, AtomType)));

    /// <summary>The feed as RSS in UTF-8.</summary>
    /// <exception cref="ArgumentException">Two entries share a permalink, or one was updated before it was published.</exception>
    public static byte[] Rss(Feed feed) => Write(new Rss20FeedFormatter(Shape(feed, RssType)));

    private static SyndicationFeed Shape(Feed feed, string type)
    {
        ArgumentNullException.ThrowIfNull(feed);
        if (feed.Entries.Select(entry => entry.Permalink.AbsoluteUri).Distinct(StringComparer.Ordinal).Count() != feed.Entries.Length)
            throw new ArgumentException("Two entries share a permalink; readers would see one of them only.", nameof(feed));
        var shape = new SyndicationFeed
        {
            Id = feed.Page.AbsoluteUri,
            Title = Text(feed.Title),
            Description = Text(feed.Description),
            Language = feed.Language,
            LastUpdatedTime = feed.Updated.ToUniversalTime(),
            Items = [.. feed.Entries.Select(Item)],
        };
        shape.Authors.Add(new SyndicationPerson(null, PlainText.WithoutControls(feed.Site.Publisher), feed.Site.PublisherAddress.AbsoluteUri));
        shape.Links.Add(SyndicationLink.CreateSelfLink(feed.Address, type));
        shape.Links.Add(SyndicationLink.CreateAlternateLink(feed.Page, "text/html"));
        return shape;
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        if (entry.Updated < entry.Published) throw new ArgumentException($"{entry.Permalink} was updated before it was published.", nameof(entry));
        var item = new SyndicationItem
        {
            Id = entry.Permalink.AbsoluteUri,
            Title = Text(entry.Title),
            // Atom asks for a summary or content where the link is not all there is to say; RSS readers show nothing without it.
            Summary = Text(entry.Summary.Length > 0 ? entry.Summary : entry.Title),
            PublishDate = entry.Published.ToUniversalTime(),
            LastUpdatedTime = entry.Updated.ToUniversalTime(),
        };
        item.Links.Add(SyndicationLink.CreateAlternateLink(entry.Permalink, "text/html"));
        if (entry.Author.Length > 0) item.Authors.Add(new SyndicationPerson(null, PlainText.WithoutControls(entry.Author), null));
        foreach (var category in entry.Categories) item.Categories.Add(new SyndicationCategory(PlainText.WithoutControls(category)));
        return item;
    }

    private static TextSyndicationContent Text(string text) => new(PlainText.WithoutControls(text), TextSyndicationContentKind.Plaintext);

    private static byte[] Write(SyndicationFeedFormatter formatter)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Written)) formatter.WriteTo(writer);
        return bytes.ToArray();
    }
}
