using System.Collections.Immutable;
using System.Data.Common;
using System.IO.Compression;
using System.Text;

namespace Assay.Storage.Published;

/// <summary>Published versions: written once, read often.</summary>
public sealed class PublishedTable
{
    private const string VersionColumns = "article, number, published, published_by, as_of, title, author, publisher, date, url, language, quotes_only, packs, rules, sha256, changes";
    private const string LineColumns = "f.article, a.title, f.claim, f.quote, f.verdict, f.justification, a.changed";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PublishedTable(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>
    /// Publishes a version: the first of a draft makes an article. Its number, moment and the versions since which its verdicts stand are set here.
    /// </summary>
    /// <param name="draft">The draft it comes from.</param>
    /// <param name="version">The version; its findings with their entities and sources. The article's id is taken from the draft where it was published before.</param>
    /// <param name="document">The whole result as JSON.</param>
    /// <param name="parts">The rendered parts.</param>
    /// <param name="body">The words of the article that may be searched.</param>
    /// <param name="cancellation">To stop waiting.</param>
    /// <returns>The version as it was published.</returns>
    public Task<PublishedVersion> AddAsync(string draft, PublishedVersion version, byte[] document, IReadOnlyList<PublishedPart> parts, string body, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        return _database.WriteAsync(async connection =>
        {
            await connection.RunAsync("update draft set created = created where id = @draft", ("draft", draft)).ConfigureAwait(false);
            var id = await connection.RowAsync("select article from draft where id = @draft", row => row.IsDBNull(0) ? null : row.GetString(0), ("draft", draft)).ConfigureAwait(false) ?? NewId.Short();
            var now = _time.GetUtcNow();
            var latest = await connection.NumberAsync("select latest from article where id = @id", ("id", id)).ConfigureAwait(false);
            var before = latest == 0 ? [] : await FindingsAsync(connection, id, latest).ConfigureAwait(false);
            var whole = version with { Article = id, Number = latest + 1, Published = now, Findings = [.. version.Findings.Select(finding => finding with { Since = Since(finding, before, latest + 1) })] };
            await connection.RunAsync("""
                insert into article (id, latest, published, changed, title, publisher, language) values (@id, @number, @now, @now, @title, @publisher, @language)
                on conflict (id) do update set latest = excluded.latest, changed = excluded.changed, title = excluded.title, publisher = excluded.publisher, language = excluded.language
                """, ("id", id), ("number", whole.Number), ("now", now), ("title", whole.Title), ("publisher", whole.Publisher), ("language", whole.Language)).ConfigureAwait(false);
            await connection.RunAsync("update draft set article = @id where id = @draft", ("id", id), ("draft", draft)).ConfigureAwait(false);
            await InsertAsync(connection, whole, document).ConfigureAwait(false);
            foreach (var part in parts)
                await connection.RunAsync("insert into part (article, number, name, language, html) values (@id, @number, @name, @language, @html)",
                    ("id", id), ("number", whole.Number), ("name", part.Name), ("language", part.Language), ("html", Packed(Encoding.UTF8.GetBytes(part.Html)))).ConfigureAwait(false);
            await InsertFindingsAsync(connection, whole).ConfigureAwait(false);
            await IndexAsync(connection, whole, body).ConfigureAwait(false);
            return whole;
        }, cancellation);
    }

    /// <summary>A version with its findings and their signatures; the latest where no number is given; null: there is none.</summary>
    public Task<PublishedVersion?> FindAsync(string article, long? number = null, CancellationToken cancellation = default) => _database.ReadAsync(async connection =>
    {
        var version = await connection.RowAsync($"select {VersionColumns} from version where article = @id and (number = @number or @number = 0) order by number desc limit 1",
            Map, ("id", article), ("number", number ?? 0)).ConfigureAwait(false);
        return version is null ? null : version with { Findings = [.. await FindingsAsync(connection, article, version.Number).ConfigureAwait(false)] };
    }, cancellation);

    /// <summary>All versions of an article, the latest first, without their findings.</summary>
    public async Task<IReadOnlyList<PublishedVersion>> VersionsAsync(string article, CancellationToken cancellation = default) =>
        await _database.ReadAsync(connection => connection.RowsAsync($"select {VersionColumns} from version where article = @id order by number desc", Map, ("id", article)), cancellation).ConfigureAwait(false);

    /// <summary>The whole result of a version as JSON, byte for byte as published; null: there is none.</summary>
    public Task<byte[]?> DocumentAsync(string article, long number, CancellationToken cancellation = default) => _database.ReadAsync(connection =>
        connection.RowAsync("select document from version where article = @id and number = @number", row => Unpacked((byte[])row.GetValue(0)), ("id", article), ("number", number)), cancellation);

    /// <summary>A rendered part of a version; null: there is none.</summary>
    public Task<string?> PartAsync(string article, long number, string name, string language, CancellationToken cancellation = default) => _database.ReadAsync(connection =>
        connection.RowAsync("select html from part where article = @id and number = @number and name = @name and language = @language", row => Encoding.UTF8.GetString(Unpacked((byte[])row.GetValue(0))),
            ("id", article), ("number", number), ("name", name), ("language", language)), cancellation);

    /// <summary>Articles, the most recently changed first.</summary>
    public async Task<IReadOnlyList<ArticleLine>> ArticlesAsync(int most, int skip = 0, CancellationToken cancellation = default) => await _database.ReadAsync(connection => connection.RowsAsync(
        "select id, latest, published, changed, title, publisher, language from article order by changed desc, id limit @most offset @skip",
        row => new ArticleLine(row.GetString(0), row.GetInt64(1), row.Moment(2), row.Moment(3), row.GetString(4), row.GetString(5), row.GetString(6)), ("most", most), ("skip", skip)), cancellation).ConfigureAwait(false);

    /// <summary>Findings of latest versions that name an entity or rest on a row about it.</summary>
    public async Task<IReadOnlyList<FindingLine>> OnEntityAsync(string entity, CancellationToken cancellation = default) => await _database.ReadAsync(connection => connection.RowsAsync($"""
        select {LineColumns} from finding_entity e join article a on a.id = e.article and a.latest = e.number
        join finding f on f.article = e.article and f.number = e.number and f.claim = e.claim where e.entity = @entity order by a.changed desc, f.article, f.position limit 500
        """, MapLine, ("entity", entity)), cancellation).ConfigureAwait(false);

    /// <summary>Findings of latest versions that rest on a source.</summary>
    public async Task<IReadOnlyList<FindingLine>> OnSourceAsync(string source, CancellationToken cancellation = default) => await _database.ReadAsync(connection => connection.RowsAsync($"""
        select {LineColumns} from finding_source s join article a on a.id = s.article and a.latest = s.number
        join finding f on f.article = s.article and f.number = s.number and f.claim = s.claim where s.source = @source order by a.changed desc, f.article, f.position limit 500
        """, MapLine, ("source", source)), cancellation).ConfigureAwait(false);

    /// <summary>Signs a finding as an editor's own; signing again changes nothing.</summary>
    /// <returns>Whether there is such a finding.</returns>
    public Task<bool> SignAsync(string article, string claim, string by, CancellationToken cancellation = default) => _database.WriteAsync(async connection => await connection.RunAsync("""
        insert into signature (article, claim, since, signed_by, signed)
        select f.article, f.claim, f.since, @by, @now from finding f join article a on a.id = f.article and a.latest = f.number where f.article = @id and f.claim = @claim
        on conflict (article, claim, since) do update set signed = signature.signed
        """, ("by", by), ("now", _time.GetUtcNow()), ("id", article), ("claim", claim)).ConfigureAwait(false) > 0, cancellation);

    private static long Since(PublishedFinding finding, List<PublishedFinding> before, long number) =>
        before.FirstOrDefault(old => old.Claim == finding.Claim && old.Verdict == finding.Verdict && old.Quote == finding.Quote)?.Since ?? number;

    private static Task<int> InsertAsync(DbConnection connection, PublishedVersion version, byte[] document) => connection.RunAsync($"""
        insert into version ({VersionColumns}, document) values (@id, @number, @now, @by, @as_of, @title, @author, @publisher, @date, @url, @language, @quotes, @packs, @rules, @sha, @changes, @document)
        """, ("id", version.Article), ("number", version.Number), ("now", version.Published), ("by", version.PublishedBy), ("as_of", version.AsOf), ("title", version.Title), ("author", version.Author),
        ("publisher", version.Publisher), ("date", version.Date), ("url", version.Url), ("language", version.Language), ("quotes", version.QuotesOnly), ("packs", version.Packs),
        ("rules", version.RulesSha256), ("sha", version.Sha256), ("changes", version.Changes), ("document", Packed(document)));

    private static async Task InsertFindingsAsync(DbConnection connection, PublishedVersion version)
    {
        for (var at = 0; at < version.Findings.Length; at++)
        {
            var finding = version.Findings[at];
            (string, object?)[] key = [("id", version.Article), ("number", version.Number), ("claim", finding.Claim)];
            await connection.RunAsync("""
                insert into finding (article, number, claim, position, since, quote, kind, verdict, justification, origin)
                values (@id, @number, @claim, @position, @since, @quote, @kind, @verdict, @justification, @origin)
                """, [.. key, ("position", at), ("since", finding.Since), ("quote", finding.Quote), ("kind", finding.Kind), ("verdict", finding.Verdict), ("justification", finding.Justification), ("origin", finding.Origin)]).ConfigureAwait(false);
            foreach (var entity in finding.Entities.Distinct())
                await connection.RunAsync("insert into finding_entity (entity, article, number, claim) values (@entity, @id, @number, @claim)", [.. key, ("entity", entity)]).ConfigureAwait(false);
            foreach (var source in finding.Sources.Distinct())
                await connection.RunAsync("insert into finding_source (source, article, number, claim) values (@source, @id, @number, @claim)", [.. key, ("source", source)]).ConfigureAwait(false);
        }
    }

    private static async Task IndexAsync(DbConnection connection, PublishedVersion version, string body)
    {
        const string Insert = "insert into search (article, claim, title, body) values (@id, @claim, @title, @body)";
        await connection.RunAsync("delete from search where article = @id", ("id", version.Article)).ConfigureAwait(false);
        await connection.RunAsync(Insert, ("id", version.Article), ("claim", ""), ("title", version.Title), ("body", body)).ConfigureAwait(false);
        foreach (var finding in version.Findings)
            await connection.RunAsync(Insert, ("id", version.Article), ("claim", finding.Claim), ("title", ""), ("body", $"{finding.Quote} {finding.Justification}")).ConfigureAwait(false);
    }

    private static Task<List<PublishedFinding>> FindingsAsync(DbConnection connection, string article, long number) => connection.RowsAsync("""
        select f.claim, f.since, f.quote, f.kind, f.verdict, f.justification, f.origin, s.signed_by, s.signed from finding f
        left join signature s on s.article = f.article and s.claim = f.claim and s.since = f.since
        where f.article = @id and f.number = @number order by f.position
        """, row => new PublishedFinding(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6))
        {
            SignedBy = row.IsDBNull(7) ? "" : row.GetString(7), Signed = row.IsDBNull(8) ? null : row.Moment(8),
        }, ("id", article), ("number", number));

    private static PublishedVersion Map(DbDataReader row) => new()
    {
        Article = row.GetString(0), Number = row.GetInt64(1), Published = row.Moment(2), PublishedBy = row.GetString(3), AsOf = row.GetString(4), Title = row.GetString(5), Author = row.GetString(6),
        Publisher = row.GetString(7), Date = row.GetString(8), Url = row.GetString(9), Language = row.GetString(10), QuotesOnly = row.Yes(11), Packs = row.GetString(12), RulesSha256 = row.GetString(13),
        Sha256 = row.GetString(14), Changes = row.GetString(15),
    };

    private static FindingLine MapLine(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.Moment(6));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        gzip.CopyTo(whole);
        return whole.ToArray();
    }
}
