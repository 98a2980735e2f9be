using Assay.Reactions.Simulation;
using Xunit;

namespace Assay.Tests.Reactions;

/// <summary>The attack curve, in one small world.</summary>
public sealed class SimulationTests
{
    private static readonly SimulationOptions s_small = new() { Readers = 1000, Findings = 200, ReactionsOfAReader = 30, Worlds = 1, Seed = 11 };
    private static readonly IReadOnlyList<AttackPoint> s_curve = ReactionSimulation.Run(s_small);

    [Fact]
    public void The_same_seed_gives_the_same_curve_and_another_seed_another()
    {
        Assert.Equal(s_curve, ReactionSimulation.Run(s_small, null, TestContext.Current.CancellationToken));
        Assert.NotEqual(s_curve, ReactionSimulation.Run(s_small with { Seed = 12 }, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Without_a_brigade_no_rule_that_orders_loses_more_than_one_good_finding_in_twenty()
    {
        foreach (var point in s_curve.Where(point => point.Share == 0))
            foreach (var effect in (AttackEffect[])[point.Agreement, point.LikeRatio, point.PublishedOrder])
                Assert.True(effect is { Suppressed: <= 0.05, Promoted: <= 0.05 }, $"{point}");
    }

    [Fact]
    public void Plain_down_voters_move_the_like_ratio_and_not_this_rule()
    {
        foreach (var point in s_curve.Where(point => point.Brigade == BrigadeKind.Plain && point.Share >= 0.1))
        {
            Assert.True(point.Agreement is { Suppressed: <= 0.05, Promoted: <= 0.05 }, $"{point}");
            Assert.True(point.LikeRatio.Suppressed >= 0.5, $"{point}");
        }
    }
}
