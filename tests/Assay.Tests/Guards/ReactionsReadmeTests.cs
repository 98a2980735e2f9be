using System.Globalization;
using Assay.Reactions;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>What the README of the reactions library shows works as it stands there.</summary>
public sealed class ReactionsReadmeTests
{
    [Fact]
    public void The_nine_lines_of_the_readme_are_the_nine_lines_that_run_here()
    {
        var readme = File.ReadAllText(Checkout.PathOf("src", "Assay.Reactions", "README.md"));
        var shown = readme.Split("```csharp\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var here = File.ReadAllLines(Checkout.PathOf("tests", "Assay.Tests", "Guards", "ReactionsReadmeTests.cs")).Select(line => line.Trim()).ToHashSet();
        Assert.Equal(9, shown.Length);
        foreach (var line in shown) Assert.Contains(line.Trim(), here);
        var said = Run();
        Assert.Matches(@"by 80 ?% of all, on both sides: 0\.[678]\d; by 50 ?%, on one: 0\.[123]\d", said);
        Assert.Contains("first: 2; enough readers", said, StringComparison.Ordinal);
    }

    private static string Run()
    {
        using var Console = new StringWriter(CultureInfo.InvariantCulture);
        Reaction[] reactions = [.. from reader in Enumerable.Range(0, 200) from finding in Enumerable.Range(0, 40)
                                   select new Reaction(reader, finding, finding % 2 == 0 ? (reader + finding) % 5 > 0 : reader % 2 == finding / 2 % 2)];
        ReactionScores scores = ReactionScores.Build(reactions, readerCount: 200, findingCount: 40);
        FindingScore both = scores.ScoreOf(2), one = scores.ScoreOf(3);
        Console.WriteLine($"liked by {both.LikeRatio:P0} of all, on both sides: {both.Value:F2}; by {one.LikeRatio:P0}, on one: {one.Value:F2}");
        FindingScore after = scores.Set(reader: 7, finding: 2, isUseful: null);
        int[] order = scores.Order([3, 2]);
        Console.WriteLine($"first: {order[0]}; {(after.HasTooFewReaders ? "too few readers yet" : "enough readers")}");
        scores.Refit();
        return Console.ToString();
    }
}
