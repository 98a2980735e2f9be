using Assay.Formats;
using Assay.Formats.Graphs;
using Xunit;

namespace Assay.Tests.Graphs;

/// <summary>What is wrong with a file is told with its place and how to mend it, and nothing of the file is used.</summary>
public sealed class GraphProblemTests
{
    [Theory]
    [InlineData("owner,asset\na,b\n", "stakes.csv:1 bad-header: no column share")]
    [InlineData("", "stakes.csv:1 empty-file: an empty file")]
    [InlineData("owner,asset,share,owner\n", "stakes.csv:1 bad-header: two columns owner")]
    [InlineData("owner,asset,share\na,b\n", "stakes.csv:2 field-count: 2 fields, expected 3 fields")]
    [InlineData("owner,asset,share\na,b,1,2\n", "stakes.csv:2 field-count: 4 fields, expected 3 fields")]
    [InlineData("owner,asset,share\n\na,b,1\n", "stakes.csv:2 field-count: an empty line")]
    [InlineData("owner,asset,share\n,b,1\n", "stakes.csv:2:1 empty-cell: nothing, expected a value for owner")]
    [InlineData("owner,asset,share\na, b,1\n", "stakes.csv:2:3 stray-space: a space at the edge")]
    [InlineData("owner,asset,share\n\"é\n,\",b,50%\n", "stakes.csv:2:6 bad-number: '50%'")]
    [InlineData("owner,asset,share\na,b,50\n", "stakes.csv:2:5 share-range: '50', expected a fraction from 0 to 1; correct the figure; if the file is in percent, say so (--percent)")]
    [InlineData("owner,asset,share\na,b,-0.1\n", "stakes.csv:2:5 share-range: '-0.1'")]
    [InlineData("owner,asset,share\na,b,NaN\n", "stakes.csv:2:5 bad-number: 'NaN'")]
    [InlineData("owner,asset,share\na,b,\n", "stakes.csv:2:5 no-value: neither a share nor a range")]
    [InlineData("owner,asset,share,min,max\na,b,,0.6,0.4\n", "stakes.csv:2:6 range-order: the least 0.6 above the most 0.4")]
    [InlineData("owner,asset,share,min,max\na,b,0.9,0.4,0.6\n", "stakes.csv:2:5 outside-range: '0.9'")]
    [InlineData("owner,asset,share,interest\na,b,1,options\n", "stakes.csv:2:7 bad-word: 'options'")]
    [InlineData("owner,asset,share,interest\na,b,1,golden-share\n", "stakes.csv:2:7 share-of-right: a share beside golden-share")]
    [InlineData("owner,asset,share\nx\"y,b,1\n", "stakes.csv:2 bad-quote:")]
    [InlineData("owner,asset,share\na,b,1\n\"c,b,1\n", "stakes.csv:3 bad-quote:")]
    [InlineData("owner,asset,share\n\"c\"d,b,1\n", "stakes.csv:2 bad-quote:")]
    public void A_problem_of_stakes_is_told_with_its_place(string stakes, string expected)
    {
        using var folder = GraphFolder.Of(stakes);
        Assert.StartsWith(expected, folder.Problems()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entity\na\nb\na\n", "entities.csv:4 duplicate-id: 'a' again, which stands on line 2")]
    [InlineData("entity,complete\na,maybe\n", "entities.csv:2:3 bad-word: 'maybe'")]
    [InlineData("id\na\n", "entities.csv:1 bad-header: no column entity")]
    [InlineData("entity\na\n", "stakes.csv:2 unknown-id: the asset 'b'")]
    public void A_problem_of_entities_is_told_with_its_place(string entities, string expected)
    {
        using var folder = GraphFolder.Of("owner,asset,share\na,b,1\n", entities);
        Assert.StartsWith(expected, folder.Problems()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asset,value\nc,1\n", "values.csv:2:1 unknown-id: 'c'")]
    [InlineData("asset,value\nb,1\na,2\nb,3\n", "values.csv:4:1 duplicate-row: 'b' again, which stands on line 2")]
    [InlineData("asset,value\nb,-1\n", "values.csv:2:3 bad-number: '-1', expected 0 or more")]
    [InlineData("asset,value\nb,1 t\n", "values.csv:2:3 bad-number: '1 t'")]
    [InlineData("asset\nb\n", "values.csv:1 bad-header:")]
    public void A_problem_of_values_is_told_with_its_place(string values, string expected)
    {
        using var folder = GraphFolder.Of("owner,asset,share\na,b,1\n", null, values);
        Assert.StartsWith(expected, folder.Problems()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_told_with_their_place()
    {
        using var folder = GraphFolder.Of("");
        File.WriteAllBytes(folder["stakes.csv"], [.. "owner,asset,share\na,b,1\ná,"u8, 0xC3, .. ",1\n"u8]);
        Assert.StartsWith("stakes.csv:3:3 not-utf8: the byte C3", folder.Problems()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_counted_and_the_first_hundred_given_in_the_order_of_the_file()
    {
        using var folder = GraphFolder.Of("owner,asset,share\n" + string.Concat(Enumerable.Range(0, 250_000).Select(i => i % 1000 == 7 ? "a,b,2\n" : "a,b,0.0\n")));
        var error = Assert.Throws<InvalidDataFileException>(() => folder.Load());
        Assert.Contains("250 problems, of which the first 100 are listed", error.Message, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i * 1000 + 9), error.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_file_that_is_not_there_keeps_its_own_exception() =>
        Assert.Throws<FileNotFoundException>(() => new GraphFiles(Path.Combine(Path.GetTempPath(), "no-such-folder-of-assay.csv")).Load(cancellation: TestContext.Current.CancellationToken));
}
