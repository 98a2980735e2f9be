using System.Text.RegularExpressions;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>The pages under <c>docs</c> speak of files that are there, and link to pages that are there.</summary>
public sealed partial class PagesTests
{
    public static IEnumerable<TheoryDataRow<string>> Pages() =>
        ((string[])[Checkout.PathOf("README.md"), Checkout.PathOf("CHANGELOG.md"), Checkout.PathOf("src", "Assay", "README.md"), .. Directory.GetFiles(Checkout.PathOf("docs"), "*.md", SearchOption.AllDirectories)])
        .Select(page => new TheoryDataRow<string>(Path.GetRelativePath(Checkout.Root, page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_that_a_page_names_is_there(string page)
    {
        var named = FileName().Matches(File.ReadAllText(Checkout.PathOf(page))).Select(match => match.Groups[1].Value);
        Assert.All(named, name => Assert.True(Path.Exists(Checkout.PathOf(name)), $"{page}: {name}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Checkout.PathOf(page))!;
        var links = Link().Matches(File.ReadAllText(Checkout.PathOf(page))).Select(match => match.Groups[1].Value).Where(link => !link.Contains("://", StringComparison.Ordinal));
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(folder, link)), $"{page}: {link}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_page_boasts(string page) =>
        Assert.DoesNotMatch(@"(?i)\b(simply|powerful|robust|seamless|blazing|leverage)\b", File.ReadAllText(Checkout.PathOf(page)));

    [Fact]
    public void Every_type_that_the_walk_through_names_is_there()
    {
        var types = typeof(Assay.Articles.Article).Assembly.GetTypes().SelectMany(type => type.GetProperties().Select(property => property.Name).Prepend(type.Name)).ToHashSet();
        var named = CodeName().Matches(File.ReadAllText(Checkout.PathOf("src", "Assay", "README.md"))).Select(match => match.Groups[1].Value);
        Assert.All(named, name => Assert.Contains(name, types));
    }

    [GeneratedRegex(@"`((?:src|rules|examples|packs|tests)/[\w./-]*)`")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\]\(([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`([A-Z]\w+)`")]
    private static partial Regex CodeName();
}
