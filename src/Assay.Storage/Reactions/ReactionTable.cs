using System.Data.Common;
using System.Threading.Channels;

namespace Assay.Storage.Reactions;

/// <summary>
/// Readers' reactions: one a reader and target, changeable. Those that come while one transaction is written go together into the next, so that
/// the disk is waited for once for all of them; a reaction is told as kept only when it is on the disk.
/// </summary>
public sealed class ReactionTable : IAsyncDisposable
{
    private const int MostTogether = 1000;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10 * MostTogether) { SingleReader = true });
    private readonly Task _writing;

    internal ReactionTable(Database database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        _writing = Task.Run(WriteAllAsync);
    }

    private sealed record Waiting(Reaction Reaction, TaskCompletionSource Done);

    /// <summary>Keeps a reaction in place of the reader's earlier one.</summary>
    /// <exception cref="StoreException">It could not be kept.</exception>
    public async Task SetAsync(Reaction reaction, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        var waiting = new Waiting(reaction, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _waiting.Writer.WriteAsync(waiting, cancellation).ConfigureAwait(false);
        await waiting.Done.Task.ConfigureAwait(false);
    }

    /// <summary>The counts of an article's findings, by claim (empty: the article as a whole), each for the verdict that stands.</summary>
    public async Task<IReadOnlyDictionary<string, ReactionCounts>> CountsAsync(string article, CancellationToken cancellation = default)
    {
        var rows = await _database.ReadAsync(connection => connection.RowsAsync("""
            select r.claim, sum(r.useful), count(*) from reaction r left join article a on a.id = r.article
            left join finding f on f.article = r.article and f.number = a.latest and f.claim = r.claim
            where r.article = @id and r.since = coalesce(f.since, 0) group by r.claim
            """, row => (Claim: row.GetString(0), Useful: Convert.ToInt64(row.GetValue(1), System.Globalization.CultureInfo.InvariantCulture), All: row.GetInt64(2)), ("id", article)), cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Claim, row => new ReactionCounts(row.Useful, row.All - row.Useful));
    }

    /// <summary>What a reader found of an article's findings, by claim.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> OfReaderAsync(string article, string reader, CancellationToken cancellation = default)
    {
        var rows = await _database.ReadAsync(connection => connection.RowsAsync("select claim, useful from reaction where article = @id and reader = @reader order by since",
            row => (Claim: row.GetString(0), Useful: row.Yes(1)), ("id", article), ("reader", reader)), cancellation).ConfigureAwait(false);
        return rows.GroupBy(row => row.Claim).ToDictionary(group => group.Key, group => group.Last().Useful);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        var together = new List<Waiting>();
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            together.Clear();
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var next)) together.Add(next);
            await WriteTogetherAsync(together).ConfigureAwait(false);
        }
    }

    private async Task WriteTogetherAsync(List<Waiting> together)
    {
        try
        {
            await _database.WriteAsync(async connection =>
            {
                foreach (var (reaction, _) in together) await WriteAsync(connection, reaction).ConfigureAwait(false);
            }, CancellationToken.None).ConfigureAwait(false);
            foreach (var (_, done) in together) done.TrySetResult();
        }
#pragma warning disable CA1031 // Whatever went wrong, each who waits is told of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            foreach (var (_, done) in together) done.TrySetException(error);
        }
    }

    private Task<int> WriteAsync(DbConnection connection, Reaction reaction)
    {
        (string, object?)[] key = [("article", reaction.Target.Article), ("claim", reaction.Target.Claim), ("since", reaction.Target.Since), ("reader", reaction.Reader)];
        return reaction.Useful is not { } useful
            ? connection.RunAsync("delete from reaction where article = @article and claim = @claim and since = @since and reader = @reader", key)
            : connection.RunAsync("""
                insert into reaction (article, claim, since, reader, useful, reason, made) values (@article, @claim, @since, @reader, @useful, @reason, @now)
                on conflict (article, claim, since, reader) do update set useful = excluded.useful, reason = excluded.reason, made = excluded.made
                """, [.. key, ("useful", useful), ("reason", reaction.Reason), ("now", _time.GetUtcNow())]);
    }
}
