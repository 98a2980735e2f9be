using Assay.Reactions;
using Assay.Reactions.Simulation;
using Xunit;

namespace Assay.Tests.Reactions;

/// <summary>Input that no honest caller gives.</summary>
public sealed class HostileReactionTests
{
    [Fact]
    public void Of_several_reactions_of_one_reader_to_one_finding_the_last_counts()
    {
        var scores = ReactionScores.Build([new(0, 0, true), new(1, 0, true), new(0, 0, false), new(0, 1, true), new(0, 0, false)], 2, 2);
        Assert.False(scores.ReactionOf(0, 0));
        Assert.True(scores.ReactionOf(0, 1));
        Assert.Equal((1, 1), (scores.ScoreOf(0).Useful, scores.ScoreOf(0).NotUseful));
    }

    [Theory]
    [InlineData(2, 0, "Reaction 1 is by reader 2; there are 2 readers.")]
    [InlineData(-1, 0, "Reaction 1 is by reader -1; there are 2 readers.")]
    [InlineData(0, 3, "Reaction 1 is to finding 3; there are 3 findings.")]
    [InlineData(0, int.MinValue, "Reaction 1 is to finding -2147483648; there are 3 findings.")]
    public void An_index_out_of_range_is_refused_by_its_place(int reader, int finding, string message)
    {
        var refused = Assert.Throws<ArgumentOutOfRangeException>(() => ReactionScores.Build([new(0, 0, true), new(reader, finding, true)], 2, 3));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rating_of_three_halves_and_columns_of_different_length_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingTable.Build([0], [0], [3], 1, 1));
        Assert.Throws<ArgumentException>(() => RatingTable.Build([0, 1], [0], [1], 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingTable.Build([], -1, 0));
    }

    [Fact]
    public void Negative_indices_are_refused_and_unknown_ones_are_unrated()
    {
        var scores = ReactionScores.Build([], 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.Set(-1, 0, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.ScoreOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.Order([-1]));
        Assert.Null(scores.ReactionOf(77, 99));
        scores.Refit();
        Assert.Equal(0.5, scores.ScoreOf(1_000_000).Value);
    }

    [Fact]
    public void One_finding_with_any_number_of_readers_says_too_few()
    {
        var scores = ReactionScores.Build([.. Enumerable.Range(0, 500).Select(reader => new Reaction(reader, 0, reader % 2 == 0))], 500, 1);
        Assert.Equal((0.5, true, 250, 250), (scores.ScoreOf(0).Value, scores.ScoreOf(0).HasTooFewReaders, scores.ScoreOf(0).Useful, scores.ScoreOf(0).NotUseful));
    }

    [Fact]
    public void Reactions_that_come_during_a_refit_are_not_lost()
    {
        var world = SmallWorld.Of(90, 40, 6);
        var scores = world.Build();
        Parallel.Invoke(
            () => { for (var i = 0; i < 20; i++) scores.Refit(1); },
            () => { for (var i = 0; i < 4000; i++) scores.Set(i % 400, i % 37, i % 3 == 0 ? null : i % 3 == 1); });
        scores.Refit(1);
        for (var i = 0; i < 400 * 37; i++)
        {
            var last = Enumerable.Range(0, 4000).Where(k => (k % 400, k % 37) == (i % 400, i % 37)).Select(k => (int?)k).LastOrDefault();
            if (last is { } k) Assert.Equal(k % 3 == 0 ? null : k % 3 == 1, scores.ReactionOf(i % 400, i % 37));
            if (i >= 200) break;
        }
        var counted = Enumerable.Range(0, scores.FindingCount).Sum(finding => scores.ScoreOf(finding).Useful + scores.ScoreOf(finding).NotUseful);
        var known = Enumerable.Range(0, scores.ReaderCount).Sum(reader => Enumerable.Range(0, scores.FindingCount).Count(finding => scores.ReactionOf(reader, finding) is not null));
        Assert.Equal(known, counted);
    }

    [Fact]
    public void Sizes_that_no_world_can_have_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ReactionSimulation.Run(new SimulationOptions { Findings = 5 }, null, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReactionSimulation.Run(new SimulationOptions { Findings = 100, ReactionsOfAReader = 51 }, null, TestContext.Current.CancellationToken));
    }
}
