using Assay.Storage;
using Assay.Storage.Published;
using Assay.Storage.Reactions;
using Assay.Web.Reactions;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class SqliteRankingTests() : RankingContract(Dialect.Sqlite);

public sealed class PostgreSqlRankingTests() : RankingContract(Dialect.PostgreSql);

/// <summary>What is shown first, over a store that several processes write.</summary>
public abstract class RankingContract(Dialect dialect) : StoreContract(dialect)
{
    private static PublishedFinding Finding(string claim) => Sample.Finding(claim) with { Since = 1 };

    private static ReactionTarget Target(string claim) => new("a", claim, 1);

    [Fact]
    public async Task Counts_follow_this_process_at_once_and_others_when_asked()
    {
        using var ranking = new ReactionRanking(Store, TimeProvider.System, NullLogger<ReactionRanking>.Instance);
        await using var other = await OpenAsync();
        var own = new Reaction(Target("c1"), "r1", true, "");
        await Store.Reactions.SetAsync(own);
        await ranking.NoteAsync(own, CancellationToken.None);
        Assert.Equal(new ReactionCounts(1, 0), ranking.Of("a", Finding("c1")).Counts);
        await other.Reactions.SetAsync(new Reaction(Target("c1"), "r2", false, ""));
        await other.Reactions.SetAsync(own with { Useful = null });
        await ranking.FollowAsync(CancellationToken.None);
        Assert.Equal(new ReactionCounts(0, 1), ranking.Of("a", Finding("c1")).Counts);
        Assert.Equal(default, ranking.Of("a", Finding("c2")));
    }

    [Fact]
    public async Task With_a_handful_of_readers_no_score_is_told()
    {
        for (var reader = 0; reader < 11; reader++) await Store.Reactions.SetAsync(new Reaction(Target("c1"), $"r{reader}", true, ""));
        using var ranking = new ReactionRanking(Store, TimeProvider.System, NullLogger<ReactionRanking>.Instance);
        await ranking.FollowAsync(CancellationToken.None);
        var rank = ranking.Of("a", Finding("c1"));
        Assert.Equal(new ReactionCounts(11, 0), rank.Counts);
        Assert.Null(rank.Score);
    }

    [Fact]
    public async Task What_nobody_reacted_to_keeps_the_order_given()
    {
        using var ranking = new ReactionRanking(Store, TimeProvider.System, NullLogger<ReactionRanking>.Instance);
        await ranking.FollowAsync(CancellationToken.None);
        Assert.Equal(["c3", "c1", "c2"], ranking.Order("a", [Finding("c3"), Finding("c1"), Finding("c2")]).Select(finding => finding.Claim));
    }
}
