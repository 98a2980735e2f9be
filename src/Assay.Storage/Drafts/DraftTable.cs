using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Storage.Drafts;

/// <summary>Articles under work and their edits.</summary>
public sealed class DraftTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DraftTable(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Keeps a new article; gives its id.</summary>
    public async Task<string> AddAsync(Article article, bool quotesOnly, string by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        var id = NewId.Short();
        await _database.WriteAsync(sql => sql.RunAsync("""
            insert into draft (id, created, created_by, text, body_start, body_end, title, author, publisher, date, url, disclaimer, language, quotes_only)
            values (@id, @now, @by, @text, @start, @end, @title, @author, @publisher, @date, @url, @disclaimer, @language, @quotes)
            """, [("id", id), ("now", _time.GetUtcNow()), ("by", by), ("text", article.Text), ("start", article.Body.Start), ("end", article.Body.End), .. About(article), ("quotes", quotesOnly)]), cancellation).ConfigureAwait(false);
        return id;
    }

    /// <summary>Changes what is known of the article: title, author, publisher, date, address, language, whether it may be shown whole.</summary>
    public Task DescribeAsync(string id, Article article, bool quotesOnly, CancellationToken cancellation = default) => _database.WriteAsync(sql => sql.RunAsync("""
        update draft set title = @title, author = @author, publisher = @publisher, date = @date, url = @url, disclaimer = @disclaimer, language = @language, quotes_only = @quotes
        where id = @id
        """, [("id", id), .. About(article), ("quotes", quotesOnly)]), cancellation);

    /// <summary>The drafts, the newest first.</summary>
    public async Task<IReadOnlyList<DraftLine>> AllAsync(CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync("""
        select d.id, d.title, d.publisher, d.created, d.created_by, (select count(*) from edit e where e.draft = d.id), d.article from draft d order by d.created desc, d.id
        """, row => new DraftLine(row.GetString(0), row.GetString(1), row.GetString(2), row.Moment(3), row.GetString(4), row.GetInt64(5), row.IsDBNull(6) ? null : row.GetString(6))), cancellation).ConfigureAwait(false);

    /// <summary>One with its edits; null: there is none.</summary>
    public Task<Draft?> FindAsync(string id, CancellationToken cancellation = default) => _database.ReadAsync(async sql =>
    {
        var draft = await sql.RowAsync("""
            select id, text, body_start, body_end, title, author, publisher, date, url, disclaimer, language, quotes_only, created, created_by, article from draft where id = @id
            """, Map, ("id", id)).ConfigureAwait(false);
        return draft is null ? null : draft with { Edits = [.. await EditsAsync(sql, id, 0).ConfigureAwait(false)] };
    }, cancellation);

    /// <summary>Keeps an edit, unless somebody else edited one of its claims after the revision that the editor saw.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="seen">The revision that the editor saw.</param>
    /// <param name="claims">The claims that it is about.</param>
    /// <param name="kind">As in <see cref="Edit"/>.</param>
    /// <param name="content">As in <see cref="Edit"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">To stop waiting.</param>
    public Task<EditOutcome> EditAsync(string id, long seen, ImmutableArray<string> claims, string kind, string content, string by, CancellationToken cancellation = default) => _database.WriteAsync(async sql =>
    {
        await LockAsync(sql, id).ConfigureAwait(false);
        var since = await EditsAsync(sql, id, seen).ConfigureAwait(false);
        var last = since.Count > 0 ? since[^1].Number : await sql.NumberAsync("select max(number) from edit where draft = @id", ("id", id)).ConfigureAwait(false);
        var others = since.Where(edit => edit.Claim.Split(' ').Intersect(claims).Any()).ToImmutableArray();
        if (!others.IsEmpty) return new EditOutcome(last, others);
        await InsertAsync(sql, id, new Edit(last + 1, string.Join(' ', claims), kind, content, _time.GetUtcNow(), by)).ConfigureAwait(false);
        return new EditOutcome(last + 1, []);
    }, cancellation);

    /// <summary>
    /// Takes an edit back, by one more edit: nothing is ever taken out of the list. Not where a later edit of the same claims still stands, for that
    /// one was made on top of it; those are told as the others.
    /// </summary>
    /// <param name="id">The draft.</param>
    /// <param name="number">The edit to take back.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">To stop waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such edit, or it was taken back already.</exception>
    public Task<EditOutcome> UndoAsync(string id, long number, string by, CancellationToken cancellation = default) => _database.WriteAsync(async sql =>
    {
        await LockAsync(sql, id).ConfigureAwait(false);
        var edits = await EditsAsync(sql, id, 0).ConfigureAwait(false);
        var standing = Draft.Standing(edits);
        var undone = standing.FirstOrDefault(edit => edit.Number == number) ?? throw new ArgumentOutOfRangeException(nameof(number), number, "There is no such edit, or it was taken back already.");
        var claims = undone.Claim.Split(' ');
        var later = standing.Where(edit => edit.Number > number && edit.Claim.Split(' ').Intersect(claims).Any()).ToImmutableArray();
        if (!later.IsEmpty) return new EditOutcome(edits[^1].Number, later);
        await InsertAsync(sql, id, new Edit(edits[^1].Number + 1, undone.Claim, Edit.Undo, number.ToString(CultureInfo.InvariantCulture), _time.GetUtcNow(), by)).ConfigureAwait(false);
        return new EditOutcome(edits[^1].Number + 1, []);
    }, cancellation);

    // The row of the draft is the lock that keeps two edits from taking one number.
    private static async Task LockAsync(Sql sql, string id)
    {
        if (await sql.RunAsync("update draft set created = created where id = @id", ("id", id)).ConfigureAwait(false) == 0) throw new ArgumentException($"There is no draft {id}.", nameof(id));
    }

    private static Task<int> InsertAsync(Sql sql, string id, Edit edit) => sql.RunAsync("insert into edit (draft, number, claim, kind, content, made, made_by) values (@id, @number, @claim, @kind, @content, @now, @by)",
        ("id", id), ("number", edit.Number), ("claim", edit.Claim), ("kind", edit.Kind), ("content", edit.Content), ("now", edit.Made), ("by", edit.MadeBy));

    private static async Task<List<Edit>> EditsAsync(Sql sql, string id, long after) => await sql.RowsAsync(
        "select number, claim, kind, content, made, made_by from edit where draft = @id and number > @after order by number",
        row => new Edit(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Moment(4), row.GetString(5)), ("id", id), ("after", after)).ConfigureAwait(false);

    private static (string, object?)[] About(Article article) =>
    [
        ("title", article.Title), ("author", article.Author), ("publisher", article.Publisher), ("date", article.Date?.ToString() ?? ""),
        ("url", article.Url), ("disclaimer", article.Disclaimer), ("language", article.Language),
    ];

    private static Draft Map(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Article = new Article
        {
            Text = row.GetString(1), Body = new TextSpan((int)row.GetInt64(2), (int)row.GetInt64(3)), Title = row.GetString(4), Author = row.GetString(5), Publisher = row.GetString(6),
            Date = PartialDate.TryParse(row.GetString(7), out var date) ? date : null, Url = row.GetString(8), Disclaimer = row.GetString(9), Language = row.GetString(10),
        },
        QuotesOnly = row.Yes(11), Created = row.Moment(12), CreatedBy = row.GetString(13), PublishedAs = row.IsDBNull(14) ? null : row.GetString(14),
    };
}
