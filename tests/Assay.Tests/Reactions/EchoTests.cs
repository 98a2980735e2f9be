using Assay.Reactions;
using Assay.Reactions.Simulation;
using Xunit;

namespace Assay.Tests.Reactions;

/// <summary>What accounts that vote as one can do.</summary>
public sealed class EchoTests
{
    private const int Honest = 600;
    private const int Findings = 240;

    /// <summary>Sixty findings are attacked by each echo; what is measured is a finding of them.</summary>
    private static readonly int[] s_attacked = [.. Enumerable.Range(0, Findings).Where(finding => finding % 4 == 0)];

    [Fact]
    public void Accounts_that_copy_each_other_are_one_echo_and_readers_of_one_camp_are_none()
    {
        var table = RatingTable.Build([.. World(), .. Echo(50, false)], Honest + 50, Findings);
        var echoes = Echoes.Find(table, 1);
        Assert.Equal(1, echoes.Count);
        for (var reader = 0; reader < Honest; reader++) Assert.Equal(-1, echoes.Of[reader]);
        for (var account = Honest; account < Honest + 50; account++) Assert.Equal(0, echoes.Of[account]);
        Assert.Equal(50 - ScoreRule.EchoCap, echoes.Superfluous().Count(superfluous => superfluous));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void However_large_an_echo_is_it_moves_a_score_no_further_than_readers_of_its_cap_would(bool likes)
    {
        foreach (var size in (int[])[1, 10, 100, 1_000, 100_000])
        {
            var most = ScoreRule.EchoWeight(size);
            Assert.InRange(most, 0, ScoreRule.EchoCap);
            foreach (var (useful, not) in ((double, double)[])[(0, 0), (12, 3), (3, 12), (200, 200)])
            {
                var (least, greatest) = (ScoreRule.Rate(useful, not + ScoreRule.EchoCap), ScoreRule.Rate(useful + ScoreRule.EchoCap, not));
                Assert.InRange(likes ? ScoreRule.Rate(useful + most, not) : ScoreRule.Rate(useful, not + most), least, greatest);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hundred_thousand_copies_change_no_more_than_a_few_readers(bool likes)
    {
        var (few, many) = (Attacked(200, likes), Attacked(20_000, likes));
        foreach (var finding in s_attacked)
        {
            var (one, other) = (few.ScoreOf(finding), many.ScoreOf(finding));
            Assert.Equal(20_000 - 200, likes ? other.Useful - one.Useful : other.NotUseful - one.NotUseful);
            // A hundred times as many: the weight of the echo goes from 3.94 readers to 4.
            Assert.Equal(one.Value, other.Value, 0.02);
        }
    }

    [Fact]
    public void One_echo_alone_is_never_enough_for_a_rank()
    {
        Assert.True(ScoreRule.EchoWeight(int.MaxValue) < ScoreRule.FewestReaders);
    }

    [Fact]
    public void Readers_at_one_place_move_their_side_by_its_stratum_at_most()
    {
        // 30 readers spread over one side like a finding, and any number at one place dislike it.
        var honest = Enumerable.Range(0, 30).Select(reader => 0.3 + reader * 0.05).Concat(Enumerable.Repeat(-1.0, 30)).ToArray();
        var before = Score(honest, 0).Second.Score;
        foreach (var crowd in (int[])[1, 10, 25])
            Assert.InRange(before - Score([.. honest, .. Enumerable.Repeat(1.0, crowd)], crowd).Second.Score, 0, 1.0 / ScoreRule.Strata);

        static FindingScore Score(double[] positions, int crowd)
        {
            var reactions = Enumerable.Range(0, positions.Length).Select(reader => new Reaction(reader, 0, reader < positions.Length - crowd)).ToArray();
            var standing = Standing.At(positions);
            var tally = new FindingTally([standing, standing], 1);
            tally.AddAll(RatingTable.Build(reactions, positions.Length, 1), 1);
            return tally.Score(0);
        }
    }

    [Fact]
    public void Accounts_that_only_attack_have_no_say()
    {
        var (alone, attacked) = (ReactionScores.Build(World(), Honest, Findings), Attacked(100, false));
        var moved = s_attacked.Average(finding => alone.ScoreOf(finding).Value - attacked.ScoreOf(finding).Value);
        Assert.InRange(moved, -0.05, 0.05);
    }

    /// <summary>Readers of two camps who react to a quarter of the findings; the attacked ones are liked by both.</summary>
    private static Reaction[] World()
    {
        var chance = new Random(8);
        return [.. from reader in Enumerable.Range(0, Honest)
                   from finding in Enumerable.Range(0, Findings)
                   where chance.Next(4) == 0
                   select new Reaction(reader, finding, chance.NextDouble() < (finding % 4 < 2 ? 0.85 : reader % 2 == finding / 4 % 2 ? 0.85 : 0.2))];
    }

    private static IEnumerable<Reaction> Echo(int accounts, bool likes) =>
        from account in Enumerable.Range(Honest, accounts) from finding in s_attacked select new Reaction(account, finding, likes);

    private static ReactionScores Attacked(int accounts, bool likes) => ReactionScores.Build([.. World(), .. Echo(accounts, likes)], Honest + accounts, Findings);
}
