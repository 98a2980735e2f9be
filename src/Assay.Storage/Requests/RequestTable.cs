using System.Data.Common;

namespace Assay.Storage.Requests;

/// <summary>A reader's request for a correction, and what became of it.</summary>
public sealed record CorrectionRequest
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The article.</summary>
    public required string Article { get; init; }

    /// <summary>The version that the reader saw.</summary>
    public required long Number { get; init; }

    /// <summary>The claim; empty: the article as a whole.</summary>
    public required string Claim { get; init; }

    /// <summary>What is wrong, in the reader's words.</summary>
    public required string Text { get; init; }

    /// <summary>The source that shows it: an address, or a title.</summary>
    public required string Source { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary><c>open</c>, <c>accepted</c> or <c>declined</c>.</summary>
    public required string State { get; init; }

    /// <summary>The desk's answer; empty while it is open.</summary>
    public string Answer { get; init; } = "";

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>Who answered it.</summary>
    public string AnsweredBy { get; init; } = "";
}

/// <summary>Readers' requests for corrections.</summary>
public sealed class RequestTable
{
    private const string Columns = "id, article, number, claim, text, source, made, state, answer, answered, answered_by";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal RequestTable(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Keeps a request; gives its id.</summary>
    public async Task<string> AddAsync(string article, long number, string claim, string text, string source, CancellationToken cancellation = default)
    {
        var id = NewId.Short();
        await _database.WriteAsync(async sql =>
        {
            await sql.RunAsync("""
                insert into request (id, article, number, claim, text, source, made, state) values (@id, @article, @number, @claim, @text, @source, @now, 'open')
                """, ("id", id), ("article", article), ("number", number), ("claim", claim), ("text", text), ("source", source), ("now", _time.GetUtcNow())).ConfigureAwait(false);
            await Revisions.RaisePublishedAsync(sql).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
        return id;
    }

    /// <summary>Answers an open request; false: it was answered already, or there is none.</summary>
    public Task<bool> AnswerAsync(string id, bool accepts, string answer, string by, CancellationToken cancellation = default) => _database.WriteAsync(async sql =>
    {
        var answered = await sql.RunAsync("""
            update request set state = @state, answer = @answer, answered = @now, answered_by = @by where id = @id and state = 'open'
            """, ("id", id), ("state", accepts ? "accepted" : "declined"), ("answer", answer), ("now", _time.GetUtcNow()), ("by", by)).ConfigureAwait(false);
        if (answered > 0) await Revisions.RaisePublishedAsync(sql).ConfigureAwait(false);
        return answered > 0;
    }, cancellation);

    /// <summary>One by its id; null: there is none.</summary>
    public Task<CorrectionRequest?> FindAsync(string id, CancellationToken cancellation = default) =>
        _database.ReadAsync(sql => sql.RowAsync($"select {Columns} from request where id = @id", Map, ("id", id)), cancellation);

    /// <summary>Those of an article, the newest first.</summary>
    public async Task<IReadOnlyList<CorrectionRequest>> OfArticleAsync(string article, CancellationToken cancellation = default) =>
        await _database.ReadAsync(sql => sql.RowsAsync($"select {Columns} from request where article = @article order by made desc, id", Map, ("article", article)), cancellation).ConfigureAwait(false);

    /// <summary>All, the open ones first, the newest first.</summary>
    public async Task<IReadOnlyList<CorrectionRequest>> AllAsync(int most, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync(
        $"select {Columns} from request order by case state when 'open' then 0 else 1 end, made desc, id limit @most", Map, ("most", most)), cancellation).ConfigureAwait(false);

    private static CorrectionRequest Map(DbDataReader row) => new()
    {
        Id = row.GetString(0), Article = row.GetString(1), Number = row.GetInt64(2), Claim = row.GetString(3), Text = row.GetString(4), Source = row.GetString(5), Made = row.Moment(6),
        State = row.GetString(7), Answer = row.GetString(8), Answered = row.MomentOrNull(9), AnsweredBy = row.GetString(10),
    };
}
