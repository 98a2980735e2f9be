using Assay.Reactions;
using CsCheck;
using Xunit;

namespace Assay.Tests.Reactions;

/// <summary>No like lowers a finding's score and no dislike raises it: at once, and after everything is fitted anew.</summary>
public sealed class MonotonicityTests
{
    private static readonly Gen<(SmallWorld World, int Reader, int Finding)> s_reactions =
        Gen.Select(SmallWorld.Any, Gen.Int[0, 1 << 20], Gen.Int[0, 1 << 20]).Select((world, reader, finding) => (world, reader % world.Readers, finding % world.Findings));

    [Fact]
    public void A_like_never_lowers_and_a_dislike_never_raises_a_score_when_all_is_fitted_anew()
    {
        s_reactions.Sample(each =>
        {
            var (world, reader, finding) = each;
            var silent = world.Without(reader, finding).Build().ScoreOf(finding).Value;
            var liked = world.With(new Reaction(reader, finding, true)).Build().ScoreOf(finding).Value;
            var disliked = world.With(new Reaction(reader, finding, false)).Build().ScoreOf(finding).Value;
            return disliked <= silent && silent <= liked;
        }, iter: 200);
    }

    [Fact]
    public void Many_likes_at_once_never_lower_a_score_when_all_is_fitted_anew()
    {
        s_reactions.Sample(each =>
        {
            var (world, readers, finding) = each;
            var more = Enumerable.Range(0, readers + 1).Aggregate(world, (changed, reader) => changed.With(new Reaction(reader, finding, true)));
            return more.Build().ScoreOf(finding).Value >= world.Build().ScoreOf(finding).Value;
        }, iter: 60);
    }

    [Fact]
    public void Each_of_any_row_of_changes_moves_a_score_its_own_way()
    {
        Gen.Select(SmallWorld.Any, Gen.Int[0, 1 << 20], Gen.Int[-1, 1]).Sample((world, seed, _) =>
        {
            var chance = new Random(seed);
            var scores = world.Build();
            for (var i = 0; i < 100; i++)
            {
                var (reader, finding, next) = (chance.Next(world.Readers + 3), chance.Next(world.Findings), chance.Next(3) - 1);
                var (before, old) = (scores.ScoreOf(finding).Value, Sign(scores.ReactionOf(reader, finding)));
                var after = scores.Set(reader, finding, next == 0 ? null : next > 0).Value;
                if (next >= old ? after < before : after > before) return false;
            }
            return true;
        }, iter: 100);

        static int Sign(bool? reaction) => reaction is { } liked ? liked ? 1 : -1 : 0;
    }

    [Fact]
    public void The_rate_keeps_its_order_however_large_or_uneven_the_weights_are()
    {
        var weight = Gen.OneOf(Gen.Double[0, 1e9], Gen.Double[0, 4], Gen.Int[0, 100].Select(count => (double)count));
        Gen.Select(weight, weight, Gen.Double[0, 10]).Sample((useful, not, more) =>
            ScoreRule.Rate(useful + more, not) >= ScoreRule.Rate(useful, not) && ScoreRule.Rate(useful, not + more) <= ScoreRule.Rate(useful, not));
    }

    [Fact]
    public void An_echo_weighs_more_the_more_accounts_it_has_and_never_as_much_as_its_cap()
    {
        Gen.Int[0, int.MaxValue - 1].Sample(accounts =>
            ScoreRule.EchoWeight(accounts + 1) >= ScoreRule.EchoWeight(accounts) && ScoreRule.EchoWeight(accounts) <= ScoreRule.EchoCap);
        Assert.Equal((0, 1, 1.6, 3.2), (ScoreRule.EchoWeight(0), ScoreRule.EchoWeight(1), ScoreRule.EchoWeight(2), ScoreRule.EchoWeight(12)));
    }
}
