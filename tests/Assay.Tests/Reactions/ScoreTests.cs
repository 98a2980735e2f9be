using Assay.Reactions;
using CsCheck;
using Xunit;

namespace Assay.Tests.Reactions;

/// <summary>Scores: what they are made of, and what they do not depend on.</summary>
public sealed class ScoreTests
{
    [Fact]
    public void Setting_reactions_one_by_one_gives_the_bits_that_counting_them_all_gives()
    {
        Gen.Select(SmallWorld.Any, Gen.Int[0, 1 << 20]).Sample((world, seed) =>
        {
            // All of one reader's reactions to findings of one half leave everybody's position for that half alone, the reader's too.
            var chance = new Random(seed);
            var half = Enumerable.Range(0, world.Findings).Where(finding => FindingHalf.Of(finding) == 0).ToArray();
            if (half.Length == 0) return;
            var (live, changed) = (world.Build(), world);
            for (var i = 0; i < 20; i++)
            {
                var reaction = new Reaction(chance.Next(world.Readers), half[chance.Next(half.Length)], chance.Next(2) == 0);
                live.Set(reaction.Reader, reaction.Finding, reaction.IsUseful);
                changed = changed.With(reaction);
            }
            var rebuilt = changed.Build();
            foreach (var finding in half) Assert.Equal(rebuilt.ScoreOf(finding), live.ScoreOf(finding));
        }, iter: 60);
    }

    [Fact]
    public void A_refit_gives_what_building_anew_gives()
    {
        SmallWorld.Any.Sample(world =>
        {
            var live = world.Build();
            live.Set(world.Readers, 0, true);
            live.Set(0, world.Findings + 1, false);
            live.Set(1, 2, null);
            live.Refit(1);
            var rebuilt = (world.Without(1, 2) with { Readers = world.Readers + 1, Findings = world.Findings + 2 })
                .With(new Reaction(world.Readers, 0, true)).With(new Reaction(0, world.Findings + 1, false)).Build();
            for (var finding = 0; finding < live.FindingCount; finding++) Assert.Equal(rebuilt.ScoreOf(finding).Value, live.ScoreOf(finding).Value, 1e-12);
            Assert.Equal((world.Readers + 1, world.Findings + 2), (live.ReaderCount, live.FindingCount));
        }, iter: 30);
    }

    [Fact]
    public void Taking_back_a_reaction_brings_back_the_score()
    {
        SmallWorld.Any.Sample(world =>
        {
            var live = world.Build();
            var (reader, finding) = (world.Reactions[0].Reader, world.Reactions[0].Finding);
            var before = live.ScoreOf(finding);
            live.Set(reader, finding, null);
            Assert.Null(live.ReactionOf(reader, finding));
            Assert.Equal(before, live.Set(reader, finding, world.Reactions[0].IsUseful));
        }, iter: 30);
    }

    [Fact]
    public void Setting_the_same_reaction_twice_counts_once()
    {
        var live = SmallWorld.Of(50, 20, 1).Build();
        var once = live.Set(60, 3, true);
        Assert.Equal(once, live.Set(60, 3, true));
    }

    [Fact]
    public void Scores_do_not_depend_on_how_readers_are_numbered()
    {
        SmallWorld.Any.Sample(world =>
        {
            var renumbered = world with { Reactions = [.. world.Reactions.Select(each => each with { Reader = world.Readers - 1 - each.Reader }).Reverse()] };
            var (one, other) = (world.Scores(), renumbered.Scores());
            for (var finding = 0; finding < world.Findings; finding++) Assert.Equal(one[finding].Value, other[finding].Value, 1e-9);
        }, iter: 60);
    }

    [Fact]
    public void Exchanging_the_two_sides_exchanges_the_sides_of_every_score()
    {
        Gen.Select(SmallWorld.Any, Gen.Double[-2, 2].Array[90]).Sample((world, positions) =>
        {
            var table = RatingTable.Build(world.Reactions, world.Readers, world.Findings);
            var (here, there) = (Tally(table, positions), Tally(table, [.. positions.Select(position => -position)]));
            for (var finding = 0; finding < world.Findings; finding++)
            {
                var (one, other) = (here.Score(finding), there.Score(finding));
                Assert.Equal((one.First, one.Second, one.Value), (other.Second, other.First, other.Value));
            }
        }, iter: 60);
    }

    [Fact]
    public void Scores_have_the_same_bits_on_any_number_of_threads()
    {
        var world = SmallWorld.Of(900, 200, 4);
        Assert.Equal(world.Scores(1), world.Scores(2));
        Assert.Equal(world.Scores(1), world.Scores(7));
    }

    [Fact]
    public void Eleven_readers_on_a_side_are_too_few_and_twelve_are_enough()
    {
        Assert.True(Sides(11, 40).HasTooFewReaders);
        Assert.False(Sides(12, 40).HasTooFewReaders);
        Assert.True(Sides(40, 11).HasTooFewReaders);
    }

    [Fact]
    public void Without_reactions_a_score_is_a_half_and_says_that_readers_are_too_few()
    {
        var score = ReactionScores.Build([], 0, 0).ScoreOf(5);
        Assert.Equal((0.5, true, 0, 0), (score.Value, score.HasTooFewReaders, score.Useful, score.NotUseful));
    }

    [Fact]
    public void Raw_counts_have_everybody()
    {
        SmallWorld.Any.Sample(world =>
        {
            var scores = world.Scores();
            for (var finding = 0; finding < world.Findings; finding++)
            {
                var of = world.Reactions.Where(each => each.Finding == finding).ToArray();
                Assert.Equal((of.Count(each => each.IsUseful), of.Count(each => !each.IsUseful)), (scores[finding].Useful, scores[finding].NotUseful));
            }
        }, iter: 20);
    }

    [Fact]
    public void What_both_sides_like_comes_before_what_one_side_loves()
    {
        var table = RatingTable.Build([.. from reader in Enumerable.Range(0, 60) from finding in Enumerable.Range(0, 2)
                                          select new Reaction(reader, finding, finding == 0 ? reader % 3 > 0 : reader < 40)], 60, 2);
        var tally = Tally(table, [.. Enumerable.Range(0, 60).Select(reader => reader < 40 ? -1.0 : 1.0)]);
        Assert.Equal(tally.Score(0).LikeRatio, tally.Score(1).LikeRatio);
        Assert.True(tally.Score(0).Value > tally.Score(1).Value);
    }

    [Fact]
    public void Findings_are_ordered_by_score_and_equal_ones_stay_as_given()
    {
        var world = SmallWorld.Of(80, 30, 9);
        var scores = world.Build();
        int[] asked = [40, 7, 3, 41, 12, 20];
        Assert.Equal(asked.OrderByDescending(finding => scores.ScoreOf(finding).Value), scores.Order(asked));
    }

    [Fact]
    public void A_reader_who_is_new_since_the_fit_is_in_the_raw_counts_alone()
    {
        var scores = SmallWorld.Of(80, 30, 2).Build();
        var before = scores.ScoreOf(4);
        Assert.Equal(before with { Useful = before.Useful + 1 }, scores.Set(1000, 4, true));
    }

    /// <summary>A finding that so many readers of either side react to.</summary>
    private static FindingScore Sides(int low, int high)
    {
        var table = RatingTable.Build([.. Enumerable.Range(0, low + high).Select(reader => new Reaction(reader, 0, true))], low + high, 1);
        return Tally(table, [.. Enumerable.Range(0, low + high).Select(reader => reader < low ? -1.0 : 1.0)]).Score(0);
    }

    private static FindingTally Tally(RatingTable table, double[] positions)
    {
        var standing = Standing.At(positions);
        var tally = new FindingTally([standing, standing], table.FindingCount);
        tally.AddAll(table, 1);
        return tally;
    }
}
