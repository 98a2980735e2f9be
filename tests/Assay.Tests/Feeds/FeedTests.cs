using System.Globalization;
using System.Xml.Linq;
using Assay.Findings;
using Assay.Formats.Feeds;
using Assay.Tests.Publications;
using Xunit;

namespace Assay.Tests.Feeds;

public sealed class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Day = new(2024, 6, 1, 10, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Atom_has_what_rfc_4287_asks_for()
    {
        var feed = Read(FeedXml.Atom(Feed(Entry("hills"), Entry("seas") with { Updated = Day.AddDays(2) })));
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("2024-06-03T08:00:00Z", One(feed, "updated"));
        Assert.Equal(("https://checks.example/desk/feed", "Published"), (One(feed, "id"), One(feed, "title")));
        Assert.Equal("https://checks.example/desk/feed.atom", feed.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == "self").Attribute("href")!.Value);
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        Assert.All(feed.Elements(Atom + "entry"), entry =>
        {
            Assert.Equal(One(entry, "id"), entry.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value is null or "alternate").Attribute("href")!.Value);
            Assert.Equal("2024-06-01T08:00:00Z", One(entry, "published"));
            Assert.NotEmpty(One(entry, "title"));
            Assert.NotEmpty(One(entry, "updated"));
        });
    }

    [Fact]
    public void Rss_has_what_its_specification_asks_for()
    {
        var rss = Read(FeedXml.Rss(Feed(Entry("hills"))));
        Assert.Equal("2.0", rss.Attribute("version")!.Value);
        var channel = rss.Element("channel")!;
        Assert.All((string[])["title", "link", "description"], name => Assert.NotEmpty(channel.Element(name)!.Value));
        var item = Assert.Single(channel.Elements("item"));
        Assert.Equal(("https://checks.example/desk/a/hills", "true"), (item.Element("guid")!.Value, item.Element("guid")!.Attribute("isPermaLink")!.Value));
        Assert.StartsWith("Sat, 01 Jun 2024 08:00:00", item.Element("pubDate")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_feed_was_updated_when_it_was_begun() => Assert.Equal("2024-01-01T00:00:00Z", One(Read(FeedXml.Atom(Feed())), "updated"));

    [Fact]
    public void Entries_that_readers_would_take_for_one_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FeedXml.Atom(Feed(Entry("hills"), Entry("hills"))));
        Assert.Throws<ArgumentException>(() => FeedXml.Rss(Feed(Entry("hills") with { Updated = Day.AddDays(-1) })));
    }

    [Fact]
    public void A_changed_verdict_says_from_what_to_what_and_why()
    {
        var entry = FeedEntry.OfChange(Published.Site.Claim("hills", 3, "c1"), "The hills belong to Northland.", Verdict.Supported, Verdict.Refuted, "stake sold 2024-12-17", Day);
        Assert.Equal("Supported → Refuted: The hills belong to Northland.", entry.Title);
        Assert.Equal("stake sold 2024-12-17", entry.Summary);
        Assert.NotEqual(entry.Permalink, FeedEntry.OfChange(Published.Site.Claim("hills", 4, "c1"), "x", Verdict.Refuted, Verdict.Supported, "", Day).Permalink);
    }

    [Fact]
    public void Hostile_text_is_well_formed_and_comes_back_but_for_what_xml_cannot_hold()
    {
        foreach (var text in Published.HostileTexts)
        {
            var feed = Feed(Entry("hills") with { Title = text, Summary = text, Author = text, Categories = [text] }) with { Title = text, Description = text };
            var title = One(Read(FeedXml.Atom(feed)).Element(Atom + "entry")!, "title");
            Assert.Equal(text.Length, title.Length);
            Assert.Equal(title, Read(FeedXml.Rss(feed)).Element("channel")!.Element("item")!.Element("title")!.Value);
            Assert.All(title.Zip(text).Where(pair => pair.First != pair.Second), pair => Assert.Equal('\uFFFD', pair.First));
        }
    }

    private static XElement Read(byte[] xml) => XDocument.Load(new MemoryStream(xml), LoadOptions.PreserveWhitespace).Root!;

    private static string One(XElement parent, string name) => Assert.Single(parent.Elements(Atom + name)).Value;

    private static FeedEntry Entry(string id) => new() { Permalink = Published.Site.Article(id), Title = $"On {id}", Summary = "Two of three claims are borne out.", Published = Day, Updated = Day, Categories = ["Refuted"] };

    private static Feed Feed(params FeedEntry[] entries) => new()
    {
        Site = Published.Site, Title = "Published", Description = "What was published", Page = Published.Site.At("feed"), Address = Published.Site.At("feed.atom"),
        Begun = DateTimeOffset.Parse("2024-01-01T00:00:00Z", CultureInfo.InvariantCulture), Entries = [.. entries],
    };
}
