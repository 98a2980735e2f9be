using System.Net;
using Assay.Storage;
using Xunit;

namespace Assay.Tests.Storage;

/// <summary>What a reader was told is kept is kept, whatever happens to the server.</summary>
public sealed class ServeKilledTests
{
    private const int Clients = 64;
    private const int Reactions = 10_000;
    private const int Findings = 50;

    [Theory]
    [InlineData(Dialect.Sqlite)]
    [InlineData(Dialect.PostgreSql)]
    public async Task After_a_kill_in_the_middle_of_ten_thousand_reactions_every_acknowledged_one_is_there(Dialect dialect)
    {
        await using var place = await StorePlace.NewAsync(dialect);
        string article;
        await using (var store = await Store.OpenAsync(place.Where, TimeProvider.System))
            article = (await Sample.PublishAsync(store, Sample.Version([.. Enumerable.Range(1, Findings).Select(number => Sample.Finding($"c{number}"))]))).Article;
        var cookies = Enumerable.Range(0, Clients).Select(_ => new CookieContainer()).ToArray();
        var acknowledged = Enumerable.Range(0, Clients).Select(_ => new Dictionary<string, bool>()).ToArray();
        var unanswered = new (string Claim, bool Useful)?[Clients];
        var count = 0;
        using (var serve = await ServeRun.StartAsync(place.Where))
        {
            var clients = cookies.Select(own => new ReactingClient(serve.Address, own)).ToArray();
            foreach (var client in clients) await client.BeginAsync(article);
            var half = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var reacting = Enumerable.Range(0, Clients).Select(number => Task.Run(async () =>
            {
                var random = new Random(number);
                for (var turn = 0; turn < Reactions / Clients; turn++)
                {
                    var (claim, useful) = ($"c{random.Next(1, Findings + 1)}", random.Next(2) == 0);
                    unanswered[number] = (claim, useful);
                    try
                    {
                        using var answer = await clients[number].SendAsync(article, new { claim, useful });
                        answer.EnsureSuccessStatusCode();
                    }
                    catch (HttpRequestException error) when (error.StatusCode is null)
                    {
                        return;
                    }
                    acknowledged[number][claim] = useful;
                    unanswered[number] = null;
                    if (Interlocked.Increment(ref count) == Reactions / 2) half.TrySetResult();
                }
            })).ToArray();
            await Task.WhenAny(half.Task, Task.WhenAll(reacting));
            serve.Kill();
            await Task.WhenAll(reacting);
            foreach (var client in clients) client.Dispose();
        }
        Assert.InRange(count, Reactions / 2, Reactions - 1);

        using var again = await ServeRun.StartAsync(place.Where);
        for (var number = 0; number < Clients; number++)
        {
            // The port is another one; cookies know the name alone.
            using var client = new ReactingClient(again.Address, cookies[number]);
            var kept = await client.OwnAsync(article);
            foreach (var (claim, useful) in acknowledged[number])
                Assert.True(kept.TryGetValue(claim, out var found) && (found == useful || unanswered[number] == (claim, found)), $"client {number}: {claim} was acknowledged as {useful}");
        }
    }

    [Fact]
    public async Task A_backup_made_while_readers_react_holds_what_was_acknowledged_before_it_and_can_be_served()
    {
        await using var place = await StorePlace.NewAsync(Dialect.Sqlite);
        string article;
        await using (var store = await Store.OpenAsync(place.Where, TimeProvider.System))
            article = (await Sample.PublishAsync(store, Sample.Version([.. Enumerable.Range(1, Findings).Select(number => Sample.Finding($"c{number}"))]))).Article;
        using var serve = await ServeRun.StartAsync(place.Where);
        var cookies = new CookieContainer();
        using var reader = new ReactingClient(serve.Address, cookies);
        await reader.BeginAsync(article);
        var sent = 0;
        using var stop = new CancellationTokenSource();
        var reacting = Task.Run(async () =>
        {
            for (var number = 1; number <= Findings && !stop.IsCancellationRequested; number++)
            {
                using var answer = await reader.SendAsync(article, new { claim = $"c{number}", useful = true });
                answer.EnsureSuccessStatusCode();
                Volatile.Write(ref sent, number);
            }
        });
        while (Volatile.Read(ref sent) < 5 && !reacting.IsCompleted) await Task.Delay(5);
        var before = Volatile.Read(ref sent);
        var file = place.Where + ".backup";
        var run = Cli.CommandRun.Of("backup", file, "--store", place.Where);
        Assert.True(run.ExitCode == 0, run.Error);
        await stop.CancelAsync();
        await reacting;
        using var restored = await ServeRun.StartAsync(file);
        using var same = new ReactingClient(restored.Address, cookies);
        Assert.Empty(Enumerable.Range(1, before).Select(number => $"c{number}").Except((await same.OwnAsync(article)).Keys));
    }
}
