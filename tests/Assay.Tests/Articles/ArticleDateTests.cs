using Assay.Articles;
using Xunit;

namespace Assay.Tests.Articles;

public sealed class ArticleDateTests
{
    [Theory]
    [InlineData("2024-06-01", "2024-06-01")]
    [InlineData("2021-04", "2021-04")]
    [InlineData("2021", "2021")]
    [InlineData("2024-06-01T12:30:00Z", "2024-06-01")]
    [InlineData("2024/06/01", "2024-06-01")]
    [InlineData("1 June 2024", "2024-06-01")]
    [InlineData("1st of June 2024", "")]
    [InlineData("21st June 2024", "2024-06-21")]
    [InlineData("June 1, 2024", "2024-06-01")]
    [InlineData("Saturday, June 1, 2024 10:15", "2024-06-01")]
    [InlineData("Sept. 3, 2024", "2024-09-03")]
    [InlineData("June 2024", "2024-06")]
    [InlineData("01.06.2024", "2024-06-01")]
    [InlineData("6/1/2024", "")]
    [InlineData("31 June 2024", "")]
    [InlineData("2024-13-01", "")]
    [InlineData("yesterday", "")]
    [InlineData("Monday", "")]
    [InlineData("", "")]
    public void Dates_are_read_as_articles_write_them(string text, string expected) =>
        Assert.Equal(expected, ArticleDate.TryParse(text, out var date) ? date.ToString() : "");
}
