using System.Collections.Immutable;
using System.Data.Common;
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
        await _database.WriteAsync(connection => connection.RunAsync("""
            insert into draft (id, created, created_by, text, body_start, body_end, title, author, publisher, date, url, disclaimer, language, quotes_only)
            values (@id, @now, @by, @text, @start, @end, @title, @author, @publisher, @date, @url, @disclaimer, @language, @quotes)
            """, [("id", id), ("now", _time.GetUtcNow()), ("by", by), ("text", article.Text), ("start", article.Body.Start), ("end", article.Body.End), .. About(article), ("quotes", quotesOnly)]), cancellation).ConfigureAwait(false);
        return id;
    }

    /// <summary>Changes what is known of the article: title, author, publisher, date, address, language, whether it may be shown whole.</summary>
    public Task DescribeAsync(string id, Article article, bool quotesOnly, CancellationToken cancellation = default) => _database.WriteAsync(connection => connection.RunAsync("""
        update draft set title = @title, author = @author, publisher = @publisher, date = @date, url = @url, disclaimer = @disclaimer, language = @language, quotes_only = @quotes
        where id = @id
        """, [("id", id), .. About(article), ("quotes", quotesOnly)]), cancellation);

    /// <summary>The drafts, the newest first.</summary>
    public async Task<IReadOnlyList<DraftLine>> AllAsync(CancellationToken cancellation = default) => await _database.ReadAsync(connection => connection.RowsAsync("""
        select d.id, d.title, d.publisher, d.created, d.created_by, (select count(*) from edit e where e.draft = d.id), d.article from draft d order by d.created desc, d.id
        """, row => new DraftLine(row.GetString(0), row.GetString(1), row.GetString(2), row.Moment(3), row.GetString(4), row.GetInt64(5), row.IsDBNull(6) ? null : row.GetString(6))), cancellation).ConfigureAwait(false);

    /// <summary>One with its edits; null: there is none.</summary>
    public Task<Draft?> FindAsync(string id, CancellationToken cancellation = default) => _database.ReadAsync(async connection =>
    {
        var draft = await connection.RowAsync("""
            select id, text, body_start, body_end, title, author, publisher, date, url, disclaimer, language, quotes_only, created, created_by, article from draft where id = @id
            """, Map, ("id", id)).ConfigureAwait(false);
        return draft is null ? null : draft with { Edits = [.. await EditsAsync(connection, id, 0).ConfigureAwait(false)] };
    }, cancellation);

    /// <summary>Keeps an edit, unless somebody else edited one of its claims after the revision that the editor saw.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="seen">The revision that the editor saw.</param>
    /// <param name="claims">The claims that it is about.</param>
    /// <param name="kind">As in <see cref="Edit"/>.</param>
    /// <param name="content">As in <see cref="Edit"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">To stop waiting.</param>
    public Task<EditOutcome> EditAsync(string id, long seen, ImmutableArray<string> claims, string kind, string content, string by, CancellationToken cancellation = default) => _database.WriteAsync(async connection =>
    {
        // The row of the draft is the lock that keeps two edits from taking one number.
        await connection.RunAsync("update draft set created = created where id = @id", ("id", id)).ConfigureAwait(false);
        var since = await EditsAsync(connection, id, seen).ConfigureAwait(false);
        var last = since.Count > 0 ? since[^1].Number : await connection.NumberAsync("select max(number) from edit where draft = @id", ("id", id)).ConfigureAwait(false);
        var others = since.Where(edit => edit.Claim.Split(' ').Intersect(claims).Any()).ToImmutableArray();
        if (!others.IsEmpty) return new EditOutcome(last, others);
        await connection.RunAsync("insert into edit (draft, number, claim, kind, content, made, made_by) values (@id, @number, @claim, @kind, @content, @now, @by)",
            ("id", id), ("number", last + 1), ("claim", string.Join(' ', claims)), ("kind", kind), ("content", content), ("now", _time.GetUtcNow()), ("by", by)).ConfigureAwait(false);
        return new EditOutcome(last + 1, []);
    }, cancellation);

    private static async Task<List<Edit>> EditsAsync(DbConnection connection, string id, long after) => await connection.RowsAsync(
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
