using Assay.Storage;
using CsCheck;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class SqliteSearchTests() : SearchContract(Dialect.Sqlite);

public sealed class PostgreSqlSearchTests() : SearchContract(Dialect.PostgreSql);

/// <summary>Search over articles and claims.</summary>
public abstract class SearchContract(Dialect dialect) : StoreContract(dialect)
{
    [Theory]
    [InlineData("northern")]
    [InlineData("NORTH")]
    [InlineData("northern belongs")]
    [InlineData("\"northern\" + (belongs) -- ;")]
    [InlineData("northern*")]
    [InlineData("cafe")]
    [InlineData("Café")]
    [InlineData("нефть")]
    [InlineData("НЕФТЯМИ")]
    [InlineData("елки")]
    public async Task Words_are_found_in_any_case_with_or_without_marks_and_as_beginnings(string words)
    {
        var article = (await Sample.PublishAsync(Store, Sample.Version(), "The mine belongs to Northern Ores, they said in a café. Добыча нефти, нефтями: ёлки.")).Article;
        await Sample.PublishAsync(Store, Sample.Version() with { Title = "Another" }, "Of sheep and wool.");
        Assert.Equal([article], (await Store.SearchAsync(words, 10)).Hits.Select(hit => hit.Article));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\"'*:&|!()<->")]
    [InlineData("northern sheep")]
    [InlineData("NOT northern")]
    public async Task What_does_not_hold_all_words_is_not_found(string words)
    {
        await Sample.PublishAsync(Store, Sample.Version(), "The mine belongs to Northern Ores.");
        var page = await Store.SearchAsync(words, 10);
        Assert.Empty(page.Hits);
        Assert.Equal(0, page.Total);
    }

    [Fact]
    public async Task Nothing_that_a_reader_types_is_refused_by_the_database()
    {
        await Sample.PublishAsync(Store, Sample.Version());
        string[] marks = ["\"", "'", "*", ":*", " NEAR(", " OR ", "\\", "--", ";", "\0", "\uD800", "{title}:", "^", "ﬁ", "İ", "١٢"];
        await Gen.Select(Gen.String, Gen.Int[0, marks.Length - 1], Gen.String, (one, mark, two) => one + marks[mark] + two).SampleAsync(async words => await Store.SearchAsync(words, 5), iter: 200, threads: 1);
    }

    [Fact]
    public async Task A_word_of_the_title_weighs_more_and_pages_follow_each_other()
    {
        for (var number = 0; number < 7; number++) await Sample.PublishAsync(Store, Sample.Version() with { Title = $"Number {number}" }, "Copper is mined, and sheep are kept, and the rest is silence.");
        var titled = (await Sample.PublishAsync(Store, Sample.Version() with { Title = "Copper" }, "It is mined in the hills.")).Article;
        var all = await Store.SearchAsync("copper", 100);
        Assert.Equal(8, all.Total);
        Assert.Equal(titled, all.Hits[0].Article);
        var pages = new List<string>();
        for (var skip = 0; skip < 8; skip += 3)
        {
            var page = await Store.SearchAsync("copper", 3, skip);
            Assert.Equal(8, page.Total);
            pages.AddRange(page.Hits.Select(hit => hit.Article));
        }
        Assert.Equal(all.Hits.Select(hit => hit.Article), pages);
    }

    [Fact]
    public async Task A_claim_is_found_with_its_verdict_and_the_words_around()
    {
        var article = (await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", "Refuted", "A <b>fifth</b> of the copper went abroad.")), "Other words.")).Article;
        var hit = Assert.Single((await Store.SearchAsync("copper", 10)).Hits);
        Assert.Equal((article, "c1", "Refuted", "Whose ore"), (hit.Article, hit.Claim, hit.Verdict, hit.Title));
        Assert.Equal(["copper"], hit.Snippet.Where(piece => piece.IsFound).Select(piece => piece.Text));
        Assert.StartsWith("A <b>fifth</b> of the copper went", string.Concat(hit.Snippet.Select(piece => piece.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snippet_is_short_and_holds_what_was_found_however_long_the_article()
    {
        var body = string.Join(' ', Enumerable.Repeat("gravel", 20_000)) + " copper " + string.Join(' ', Enumerable.Repeat("sand", 20_000));
        await Sample.PublishAsync(Store, Sample.Version(), body);
        var hit = Assert.Single((await Store.SearchAsync("copper", 10)).Hits);
        Assert.Contains(hit.Snippet, piece => piece is { IsFound: true, Text: "copper" });
        Assert.InRange(string.Concat(hit.Snippet.Select(piece => piece.Text)).Length, 100, 400);
    }

    [Fact]
    public async Task An_article_of_the_largest_size_is_published_and_found()
    {
        var body = string.Join(' ', Enumerable.Range(0, 1_200_000).Select(number => $"w{number:x}"));
        await Sample.PublishAsync(Store, Sample.Version(), body);
        Assert.Single((await Store.SearchAsync("w1f", 10)).Hits);
    }

    [Fact]
    public async Task Only_the_latest_version_is_found()
    {
        var draft = await Sample.DraftAsync(Store);
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", quote: "Copper is mined.")), "Copper is mined.", draft);
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", quote: "Zinc is mined.")), "Zinc is mined.", draft);
        Assert.Empty((await Store.SearchAsync("copper", 10)).Hits);
        Assert.Equal(2, (await Store.SearchAsync("zinc", 10)).Total);
    }
}
