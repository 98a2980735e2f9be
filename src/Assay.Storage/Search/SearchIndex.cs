using System.Data.Common;
using Assay.Storage.Published;

namespace Assay.Storage.Search;

/// <summary>Something that is searched: an article (its claim is empty) or a claim.</summary>
internal sealed record SearchEntry(string Article, string Claim, string Title, string Body);

/// <summary>The index of words: the latest version of each article and its claims.</summary>
internal sealed class SearchIndex(Sql sql, Dialect dialect)
{
    // PostgreSQL takes a megabyte of different words at most; what comes later in a longer article is not found.
    private const int MostIndexed = 200_000;

    /// <summary>Puts a version in place of the one before.</summary>
    /// <param name="version">The version.</param>
    /// <param name="body">The words of the article that may be searched.</param>
    public async Task SetAsync(PublishedVersion version, string body)
    {
        if (dialect == Dialect.Sqlite) await sql.RunAsync("delete from searched_words where rowid in (select id from searched where article = @id)", ("id", version.Article)).ConfigureAwait(false);
        await sql.RunAsync("delete from searched where article = @id", ("id", version.Article)).ConfigureAwait(false);
        await AddAsync([.. version.Findings.Select(finding => new SearchEntry(version.Article, finding.Claim, "", $"{finding.Quote}\n{finding.Justification}")).Prepend(new SearchEntry(version.Article, "", version.Title, body))]).ConfigureAwait(false);
    }

    /// <summary>Adds entries.</summary>
    public async Task AddAsync(IReadOnlyList<SearchEntry> entries)
    {
        if (dialect == Dialect.PostgreSql)
        {
            await sql.RunEachAsync("insert into searched (article, claim, title, body, folded_title, folded_body) values (@id, @claim, @title, @body, @folded_title, @folded_body)",
                [.. entries.Select(entry => new (string, object?)[] { ("id", entry.Article), ("claim", entry.Claim), ("title", entry.Title), ("body", entry.Body), ("folded_title", Indexed(entry.Title)), ("folded_body", Indexed(entry.Body)) })]).ConfigureAwait(false);
            return;
        }
        var first = await sql.NumberAsync("select max(id) from searched").ConfigureAwait(false) + 1;
        await sql.RunEachAsync("insert into searched (id, article, claim, title, body) values (@number, @id, @claim, @title, @body)",
            [.. entries.Select((entry, at) => new (string, object?)[] { ("number", first + at), ("id", entry.Article), ("claim", entry.Claim), ("title", entry.Title), ("body", entry.Body) })]).ConfigureAwait(false);
        await sql.RunEachAsync("insert into searched_words (rowid, title, body) values (@number, @title, @body)",
            [.. entries.Select((entry, at) => new (string, object?)[] { ("number", first + at), ("title", Indexed(entry.Title)), ("body", Indexed(entry.Body)) })]).ConfigureAwait(false);
    }

    /// <summary>What holds all the words, the best first.</summary>
    public async Task<SearchPage> FindAsync(SearchWords words, int most, int skip)
    {
        if (words.Beginnings.Count == 0) return new SearchPage([], 0);
        var (from, order, query) = dialect == Dialect.PostgreSql
            ? ("searched s where s.words @@ to_tsquery('simple', @query)", "ts_rank(s.words, to_tsquery('simple', @query), 1) desc", words.ForServer)
            // A word of the title weighs as much as four of the body; the lower, the better.
            : ("searched_words join searched s on s.id = searched_words.rowid where searched_words match @query", "bm25(searched_words, 4.0, 1.0)", words.ForFile);
        var total = await sql.NumberAsync($"select count(*) from {from}", ("query", query)).ConfigureAwait(false);
        var hits = total == 0 ? [] : await sql.RowsAsync($"""
            select s.article, a.title, s.claim, coalesce(f.verdict, ''), a.changed, case s.body when '' then s.title else s.body end
            from (select s.article, s.claim, s.title, s.body, row_number() over (order by {order}, s.article, s.claim) as place from {from}) s
            join article a on a.id = s.article left join finding f on f.article = s.article and f.number = a.latest and f.claim = s.claim
            where s.place > @skip and s.place <= @end order by s.place
            """, row => Hit(row, words), ("query", query), ("skip", skip), ("end", (long)skip + most)).ConfigureAwait(false);
        return new SearchPage([.. hits], total);
    }

    private static SearchHit Hit(DbDataReader row, SearchWords words) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Moment(4), Snippet.Of(row.GetString(5), words));

    private static string Indexed(string text) => FoldedText.Of(text.Length > MostIndexed ? text[..MostIndexed] : text);
}
