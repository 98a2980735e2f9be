using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Assay.Formats.OEmbed;
using Assay.Tests.Publications;
using Xunit;

namespace Assay.Tests.OEmbed;

public sealed class OEmbedTests
{
    private static readonly EmbeddedPage Page = new() { Site = Published.Site, Title = "Whose hills?", Embed = Published.Site.Embed("hills", "c1") };

    [Fact]
    public void The_response_has_what_a_rich_one_must_have()
    {
        var json = JsonDocument.Parse(OEmbedResponse.Json(Page)).RootElement;
        Assert.Equal(("rich", "1.0"), (json.GetProperty("type").GetString(), json.GetProperty("version").GetString()));
        Assert.Equal((640, 360), (json.GetProperty("width").GetInt32(), json.GetProperty("height").GetInt32()));
        Assert.Equal("https://checks.example/desk/embed/a/hills/c1", Frame(json.GetProperty("html").GetString()!).GetAttribute("src"));
        Assert.Equal("The Desk & Sons", json.GetProperty("provider_name").GetString());
    }

    [Theory]
    [InlineData(null, null, 640, 360)]
    [InlineData(300, null, 300, 360)]
    [InlineData(2000, 100, 640, 100)]
    [InlineData(1, 1, 1, 1)]
    public void The_frame_is_never_larger_than_asked_for(int? maxWidth, int? maxHeight, int width, int height)
    {
        var json = JsonDocument.Parse(OEmbedResponse.Json(Page, maxWidth, maxHeight)).RootElement;
        Assert.Equal((width, height), (json.GetProperty("width").GetInt32(), json.GetProperty("height").GetInt32()));
        var frame = Frame(json.GetProperty("html").GetString()!);
        Assert.Equal(($"{width}", $"{height}"), (frame.GetAttribute("width"), frame.GetAttribute("height")));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, -1)]
    public void No_room_at_all_is_refused(int? maxWidth, int? maxHeight) => Assert.Throws<ArgumentOutOfRangeException>(() => OEmbedResponse.Xml(Page, maxWidth, maxHeight));

    [Theory]
    [InlineData("https://checks.example/desk/a/hills", "https://checks.example/desk/embed/a/hills")]
    [InlineData("https://checks.example/desk/a/hills/", "https://checks.example/desk/embed/a/hills")]
    [InlineData("https://checks.example/desk/a/hills?x=y#z", "https://checks.example/desk/embed/a/hills")]
    [InlineData("https://checks.example/desk/a/hills/v2", "https://checks.example/desk/embed/a/hills")]
    [InlineData("https://checks.example/desk/a/hills/c18", "https://checks.example/desk/embed/a/hills/c18")]
    [InlineData("https://checks.example/desk/a/hills/v2/c18", "https://checks.example/desk/embed/a/hills/c18")]
    [InlineData("https://checks.example/desk/e/hills", null)]
    [InlineData("https://checks.example/desk/a/", null)]
    [InlineData("https://checks.example/a/hills", null)]
    [InlineData("https://other.example/desk/a/hills", null)]
    public void Articles_and_claims_of_the_site_can_be_embedded_and_nothing_else(string page, string? embed) => Assert.Equal(embed, EmbeddedPage.AddressFor(new Uri(page), Published.Site)?.AbsoluteUri);

    [Fact]
    public void Hostile_titles_stay_inside_their_attribute()
    {
        foreach (var text in Published.HostileTexts)
        {
            var page = Page with { Title = text, Author = text };
            var json = OEmbedResponse.Json(page);
            Assert.Equal(-1, json.AsSpan().IndexOfAny("<>&"u8));
            var html = JsonDocument.Parse(json).RootElement.GetProperty("html").GetString()!;
            Assert.Equal(["height", "loading", "sandbox", "src", "style", "title", "width"], Frame(html).Attributes.Select(attribute => attribute.Name).Order(StringComparer.Ordinal));
            var xml = XDocument.Load(new MemoryStream(OEmbedResponse.Xml(page))).Root!;
            Assert.Equal(("oembed", html), (xml.Name.LocalName, xml.Element("html")!.Value));
        }
    }

    private static AngleSharp.Dom.IElement Frame(string html) => Assert.Single(new HtmlParser().ParseDocument(html).Body!.Children, child => child.LocalName == "iframe");
}
