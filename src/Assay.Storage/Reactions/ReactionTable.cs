using System.Threading.Channels;

namespace Assay.Storage.Reactions;

/// <summary>
/// Readers' reactions: one a reader and target, changeable. Those that come while one transaction is written go together into the next, so that
/// the disk is waited for once for all of them; a reaction is told as kept only when it is on the disk.
/// </summary>
public sealed class ReactionTable : IAsyncDisposable
{
    private const int MostTogether = 1000;

    // Reactions to an earlier verdict of a claim stay with that verdict.
    private const string Standing = """
        from reaction_target t join reaction r on r.target = t.id left join article a on a.id = t.article
        left join finding f on f.article = t.article and f.number = a.latest and f.claim = t.claim
        where t.article = @id and t.since = coalesce(f.since, 0) and r.useful is not null
        """;

    private readonly Database _database;
    private readonly ReactionWriter _writer;
    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(10 * MostTogether) { SingleReader = true });
    private readonly Task _writing;

    internal ReactionTable(Database database, TimeProvider time)
    {
        (_database, _writer) = (database, new ReactionWriter(database, time));
        _writing = Task.Run(WriteAllAsync);
    }

    private sealed record Waiting(Reaction Reaction, TaskCompletionSource Done);

    /// <summary>Keeps a reaction in place of the reader's earlier one.</summary>
    /// <exception cref="StoreException">It could not be kept.</exception>
    public async Task SetAsync(Reaction reaction, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reaction);
        var waiting = new Waiting(reaction, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await _waiting.Writer.WriteAsync(waiting, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException error)
        {
            throw new StoreException($"the store {_database.Where} is being closed; try again in a moment", error);
        }
        await waiting.Done.Task.ConfigureAwait(false);
    }

    /// <summary>The counts of an article's findings, by claim (empty: the article as a whole), each for the verdict that stands.</summary>
    public async Task<IReadOnlyDictionary<string, ReactionCounts>> CountsAsync(string article, CancellationToken cancellation = default)
    {
        var rows = await _database.ReadAsync(sql => sql.RowsAsync($"select t.claim, cast(sum(r.useful) as bigint), count(*) {Standing} group by t.claim",
            row => (Claim: row.GetString(0), Useful: row.GetInt64(1), All: row.GetInt64(2)), ("id", article)), cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Claim, row => new ReactionCounts(row.Useful, row.All - row.Useful));
    }

    /// <summary>What a reader chose of an article's findings, by claim (empty: the article as a whole), each for the verdict that stands.</summary>
    public async Task<IReadOnlyDictionary<string, ReaderChoice>> OfReaderAsync(string article, string reader, CancellationToken cancellation = default)
    {
        var rows = await _database.ReadAsync(sql => sql.RowsAsync($"select t.claim, r.useful, r.reason {Standing} and r.reader = @reader",
            row => (Claim: row.GetString(0), Choice: new ReaderChoice(row.Yes(1), row.GetString(2))), ("id", article), ("reader", reader)), cancellation).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Claim, row => row.Choice);
    }

    /// <summary>How often each reason was given for an article's findings, the most frequent first.</summary>
    public async Task<IReadOnlyList<(string Claim, bool Useful, string Reason, long Count)>> ReasonsAsync(string article, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync(
        $"select t.claim, r.useful, r.reason, count(*) {Standing} and r.reason <> '' group by t.claim, r.useful, r.reason order by 4 desc, 1, 2, 3",
        row => (row.GetString(0), row.Yes(1), row.GetString(2), row.GetInt64(3)), ("id", article)), cancellation).ConfigureAwait(false);

    /// <summary>What was ever reacted to, from a number on, in order; the first has number 1, the next 2.</summary>
    public async Task<IReadOnlyList<ReactionTarget>> TargetsAsync(long from = 1, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync(
        "select article, claim, since from reaction_target where id >= @from order by id", row => new ReactionTarget(row.GetString(0), row.GetString(1), row.GetInt64(2)), ("from", from)), cancellation).ConfigureAwait(false);

    /// <summary>Hands on every reaction that was kept, changed or taken back after a revision of the reactions (0: all there are), the earliest first.</summary>
    /// <returns>The revision to go on from. What was written under a later one may have been handed on already and is then handed on again.</returns>
    public Task<long> ReadSinceAsync(long revision, Action<KeptReaction> take, CancellationToken cancellation = default) => _database.ReadAsync(async sql =>
    {
        var now = (await Revisions.ReadAsync(sql).ConfigureAwait(false)).Reactions;
        if (now > revision)
        {
            await sql.EachAsync("select target, reader, useful from reaction where revision > @revision order by revision",
                row => take(new KeptReaction(row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.Yes(2))), ("revision", revision)).ConfigureAwait(false);
        }
        return now;
    }, cancellation);

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
            await _writer.WriteAsync([.. together.Select(waiting => waiting.Reaction)]).ConfigureAwait(false);
            foreach (var (_, done) in together) done.TrySetResult();
        }
#pragma warning disable CA1031 // Whatever went wrong, each who waits is told of it.
        catch (Exception error)
#pragma warning restore CA1031
        {
            foreach (var (_, done) in together) done.TrySetException(error);
        }
    }
}
