using Assay.Formats.Publications;
using Xunit;

namespace Assay.Tests.Publications;

public sealed class SiteTests
{
    [Fact]
    public void Addresses_lie_below_the_site_whatever_the_ids_are()
    {
        Assert.Equal("https://checks.example/desk/a/hills/v2/c3", Published.Site.Claim("hills", 2, "c3").AbsoluteUri);
        Assert.Equal("https://checks.example/desk/e/a%2F..%2F%3Fq%23f", Published.Site.Entity("a/../?q#f").AbsoluteUri);
        foreach (var text in Published.HostileTexts.Where(text => text.Length is > 0 and < 1000))
            Assert.StartsWith("https://checks.example/desk/e/", Published.Site.Entity(text).AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_part_that_would_lead_elsewhere_is_refused(string part) => Assert.Throws<ArgumentException>(() => Published.Site.Entity(part));

    [Theory]
    [InlineData("ftp://checks.example/")]
    [InlineData("https://checks.example/?a=b")]
    [InlineData("https://checks.example/#here")]
    [InlineData("/desk")]
    public void Only_a_web_address_without_query_and_fragment_is_a_site(string address) =>
        Assert.Throws<ArgumentException>(() => new Site(new Uri(address, UriKind.RelativeOrAbsolute), "Desk"));

    [Fact]
    public void A_host_is_written_in_ascii() => Assert.Equal("https://xn--bcher-kva.example/a/x", new Site(new Uri("https://bücher.example"), "Desk").Article("x").AbsoluteUri);

    [Fact]
    public void Text_for_xml_loses_only_what_xml_cannot_hold()
    {
        Assert.Equal("a\uFFFD\t\r\n😀\uFFFDz", PlainText.WithoutControls("a\0\t\r\n😀\ud83dz"));
        Assert.Equal("\uFFFD😀", PlainText.WithoutControls("\ud83d😀"));
    }

    [Fact]
    public void A_shortened_text_is_cut_between_words_and_never_inside_a_character()
    {
        Assert.Equal("one two", PlainText.Short(" one \n two ", 20));
        Assert.Equal("one two…", PlainText.Short("one two three", 10));
        for (var most = 10; most < 20; most++)
        {
            var cut = PlainText.Short(string.Concat(Enumerable.Repeat("😀", 50)), most);
            Assert.True(cut.Length <= most && cut[^1] == '…');
            Assert.False(char.IsHighSurrogate(cut[^2]));
        }
    }
}
