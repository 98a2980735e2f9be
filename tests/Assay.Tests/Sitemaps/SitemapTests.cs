using System.Globalization;
using System.Xml.Linq;
using Assay.Formats.Sitemaps;
using Assay.Tests.Publications;
using Xunit;

namespace Assay.Tests.Sitemaps;

public sealed class SitemapTests
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly DateTimeOffset Day = DateTimeOffset.Parse("2024-06-01T10:00:00+02:00", CultureInfo.InvariantCulture);

    [Fact]
    public void Few_pages_are_one_file()
    {
        var file = Assert.Single(SitemapXml.Write([new(Published.Site.Article("a&b'c"), Day), new(Published.Site.Entity("hills"))], Published.Site));
        Assert.Equal("sitemap.xml", file.Name);
        var pages = Read(file).Elements(Namespace + "url").ToList();
        Assert.Equal([Published.Site.Article("a&b'c").AbsoluteUri, "https://checks.example/desk/e/hills"], pages.Select(page => page.Element(Namespace + "loc")!.Value));
        Assert.Equal(["2024-06-01T08:00:00Z", null], pages.Select(page => page.Element(Namespace + "lastmod")?.Value));
    }

    [Fact]
    public void No_pages_are_an_empty_file() => Assert.Empty(Read(Assert.Single(SitemapXml.Write([], Published.Site))).Elements());

    [Fact]
    public void Beyond_fifty_thousand_pages_an_index_names_the_files()
    {
        var files = SitemapXml.Write(Pages(50_001), Published.Site);
        Assert.Equal(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"], files.Select(file => file.Name));
        Assert.Equal(["https://checks.example/desk/sitemap-1.xml", "https://checks.example/desk/sitemap-2.xml"], Read(files[0]).Elements(Namespace + "sitemap").Select(part => part.Element(Namespace + "loc")!.Value));
        Assert.Equal([50_000, 1], files.Skip(1).Select(file => Read(file).Elements().Count()));
        Assert.Single(SitemapXml.Write(Pages(50_000), Published.Site));
    }

    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    public void No_file_is_larger_than_it_may_be_and_no_page_is_lost(int mostBytes)
    {
        var files = SitemapXml.Write(Pages(100), Published.Site, 50_000, mostBytes);
        Assert.All(files.Skip(1), file => Assert.True(file.Content.Length <= mostBytes));
        Assert.Equal(Pages(100).Select(page => page.Address.AbsoluteUri), files.Skip(1).SelectMany(file => Read(file).Elements().Select(page => page.Element(Namespace + "loc")!.Value)));
    }

    [Fact]
    public void Pages_of_other_sites_and_too_long_addresses_are_left_out()
    {
        SitemapEntry[] pages = [new(new Uri("https://other.example/a")), new(new Uri("https://checks.example/a")), new(Published.Site.Article(new string('x', 2_100))), new(Published.Site.Article("hills"))];
        Assert.Equal("https://checks.example/desk/a/hills", Assert.Single(Read(SitemapXml.Write(pages, Published.Site)[0]).Elements()).Element(Namespace + "loc")!.Value);
    }

    [Fact]
    public void Hostile_ids_are_well_formed()
    {
        var texts = Published.HostileTexts.Where(text => text.Length is > 0 and < 1000).ToList();
        Assert.Equal(texts.Count, Read(SitemapXml.Write(texts.Select(text => new SitemapEntry(Published.Site.Entity(text))), Published.Site)[0]).Elements().Count());
    }

    private static IEnumerable<SitemapEntry> Pages(int count) => Enumerable.Range(0, count).Select(i => new SitemapEntry(Published.Site.Article($"p{i}"), Day));

    private static XElement Read(SitemapFile file) => XDocument.Load(new MemoryStream(file.Content.ToArray())).Root!;
}
