using System.Collections.Concurrent;
using Assay.Storage;
using Assay.Storage.Reactions;
using Xunit;

namespace Assay.Tests.Storage;

public sealed class SqliteReactionTests() : ReactionContract(Dialect.Sqlite);

public sealed class PostgreSqlReactionTests() : ReactionContract(Dialect.PostgreSql);

/// <summary>Reactions: one a reader and finding, changeable, and none lost.</summary>
public abstract class ReactionContract(Dialect dialect) : StoreContract(dialect)
{
    [Fact]
    public async Task A_reader_has_one_reaction_to_a_finding_which_can_be_changed_and_taken_back()
    {
        var target = new ReactionTarget((await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1")))).Article, "c1", 1);
        await Store.Reactions.SetAsync(new Reaction(target, "r1", true, "clear"));
        await Store.Reactions.SetAsync(new Reaction(target, "r2", true, ""));
        Assert.Equal(new ReactionCounts(2, 0), (await Store.Reactions.CountsAsync(target.Article))["c1"]);
        await Store.Reactions.SetAsync(new Reaction(target, "r1", false, "biased"));
        Assert.Equal(new ReactionCounts(1, 1), (await Store.Reactions.CountsAsync(target.Article))["c1"]);
        Assert.Equal(new ReaderChoice(false, "biased"), (await Store.Reactions.OfReaderAsync(target.Article, "r1"))["c1"]);
        Assert.Equal([("c1", false, "biased", 1L)], await Store.Reactions.ReasonsAsync(target.Article));
        await Store.Reactions.SetAsync(new Reaction(target, "r1", null, ""));
        Assert.Equal(new ReactionCounts(1, 0), (await Store.Reactions.CountsAsync(target.Article))["c1"]);
        Assert.Empty(await Store.Reactions.OfReaderAsync(target.Article, "r1"));
    }

    [Fact]
    public async Task Reactions_to_a_verdict_that_no_longer_stands_are_not_counted_for_the_new_one()
    {
        var draft = await Sample.DraftAsync(Store);
        var article = (await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1")), draft: draft)).Article;
        await Store.Reactions.SetAsync(new Reaction(new ReactionTarget(article, "c1", 1), "r1", true, ""));
        await Store.Reactions.SetAsync(new Reaction(new ReactionTarget(article, "", 0), "r1", true, ""));
        await Sample.PublishAsync(Store, Sample.Version(Sample.Finding("c1", "Refuted")), draft: draft);
        Assert.Equal([""], (await Store.Reactions.CountsAsync(article)).Keys);
        Assert.Equal([""], (await Store.Reactions.OfReaderAsync(article, "r1")).Keys);
        await Store.Reactions.SetAsync(new Reaction(new ReactionTarget(article, "c1", 2), "r1", false, ""));
        Assert.Equal(new ReactionCounts(0, 1), (await Store.Reactions.CountsAsync(article))["c1"]);
    }

    [Fact]
    public async Task Sixty_four_clients_of_two_processes_lose_nothing()
    {
        const int Clients = 64, Findings = 20, Each = 60;
        await using var other = await OpenAsync();
        var last = new ConcurrentDictionary<(string Reader, string Claim), bool?>();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(client);
            for (var turn = 0; turn < Each; turn++)
            {
                var claim = $"c{random.Next(Findings)}";
                bool? useful = random.Next(5) switch { 0 => null, 1 or 2 => true, _ => false };
                await (client % 2 == 0 ? Store : other).Reactions.SetAsync(new Reaction(new ReactionTarget("a", claim, 0), $"r{client}", useful, ""));
                last[($"r{client}", claim)] = useful;
            }
        })));
        foreach (var client in Enumerable.Range(0, Clients))
        {
            var expected = last.Where(pair => pair.Key.Reader == $"r{client}" && pair.Value is not null).ToDictionary(pair => pair.Key.Claim, pair => new ReaderChoice(pair.Value!.Value, ""));
            Assert.Equal(expected.OrderBy(pair => pair.Key), (await Store.Reactions.OfReaderAsync("a", $"r{client}")).OrderBy(pair => pair.Key));
        }
        var targets = await Store.Reactions.TargetsAsync();
        Assert.Equal(last.Keys.Select(key => key.Claim).Distinct().Order(), targets.Select(target => target.Claim).Order());
        Assert.Equal(targets.Skip(3), await other.Reactions.TargetsAsync(4));
    }

    [Fact]
    public async Task Who_follows_the_reactions_of_all_processes_misses_none()
    {
        const int Writers = 16, Each = 50;
        await using var other = await OpenAsync();
        await using var follower = await OpenAsync();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < Each; turn++)
                await (writer % 2 == 0 ? Store : other).Reactions.SetAsync(new Reaction(new ReactionTarget("a", $"c{turn}", 0), $"r{writer}", turn % 3 != 0, ""));
        })));
        var seen = new Dictionary<(long, string), bool?>();
        void Take(KeptReaction reaction) => seen[(reaction.Target, reaction.Reader)] = reaction.Useful;
        long revision = 0;
        while (!writing.IsCompleted) revision = await follower.Reactions.ReadSinceAsync(revision, Take);
        await writing;
        await follower.Reactions.ReadSinceAsync(revision, Take);
        var all = new Dictionary<(long, string), bool?>();
        await Store.Reactions.ReadSinceAsync(0, reaction => all[(reaction.Target, reaction.Reader)] = reaction.Useful);
        Assert.Equal(Writers * Each, all.Count);
        Assert.Equal(all.OrderBy(pair => pair.Key), seen.OrderBy(pair => pair.Key));
    }

    [Fact]
    public async Task One_batch_with_a_reader_who_changes_their_mind_keeps_the_last()
    {
        var target = new ReactionTarget("a", "c1", 0);
        await Task.WhenAll(Enumerable.Range(0, 501).Select(turn => Store.Reactions.SetAsync(new Reaction(target, "r1", turn % 2 == 0, ""))));
        Assert.Equal(new ReactionCounts(1, 0), (await Store.Reactions.CountsAsync("a"))["c1"]);
    }
}
