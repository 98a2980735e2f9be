using System.Collections.Immutable;
using System.Data.Common;
using System.Text;

namespace Assay.Storage.Published;

/// <summary>Published versions: written once, read often.</summary>
public sealed class PublishedTable
{
    internal const string VersionColumns = "article, number, published, published_by, as_of, title, author, publisher, date, url, language, quotes_only, packs, rules, sha256";
    private const string LineColumns = "f.article, a.title, f.claim, f.quote, f.verdict, f.justification, a.changed";

    private const string ChangeColumns = "c.article, c.number, v.title, v.published, c.claim, c.quote, c.old_verdict, c.new_verdict, c.why";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PublishedTable(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>
    /// Publishes a version: the first of a draft makes an article. Its number, moment and the versions since which its verdicts stand are set here.
    /// </summary>
    /// <param name="draft">The draft it comes from.</param>
    /// <param name="version">The version; its findings with their entities and sources. The article's id is taken from the draft where it was published before. A number other than 0 is the one that its changes are told for.</param>
    /// <param name="document">The whole result as JSON.</param>
    /// <param name="parts">The rendered parts.</param>
    /// <param name="body">The words of the article that may be searched.</param>
    /// <param name="cancellation">To stop waiting.</param>
    /// <returns>The version as it was published.</returns>
    /// <exception cref="StaleException">The number that the version was made for is taken: another was published meanwhile.</exception>
    public Task<PublishedVersion> AddAsync(string draft, PublishedVersion version, byte[] document, IReadOnlyList<PublishedPart> parts, string body, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(parts);
        return _database.WriteAsync(sql => new Publication(sql, _database.Dialect, _time).AddAsync(draft, version, document, parts, body), cancellation);
    }

    /// <summary>A version with its findings and their signatures; the latest where no number is given; null: there is none.</summary>
    public Task<PublishedVersion?> FindAsync(string article, long? number = null, CancellationToken cancellation = default) => _database.ReadAsync(async sql =>
    {
        var version = await sql.RowAsync($"select {VersionColumns} from version where article = @id and (number = @number or @number = 0) order by number desc limit 1",
            Map, ("id", article), ("number", number ?? 0)).ConfigureAwait(false);
        if (version is null) return null;
        var changes = await ChangesAsync(sql, article, version.Number, version.Number).ConfigureAwait(false);
        return version with { Findings = [.. await FindingsAsync(sql, article, version.Number).ConfigureAwait(false)], Changes = [.. changes.Select(change => change.Change)] };
    }, cancellation);

    /// <summary>All versions of an article, the latest first, with what each changed, without their findings.</summary>
    public Task<IReadOnlyList<PublishedVersion>> VersionsAsync(string article, CancellationToken cancellation = default) => _database.ReadAsync<IReadOnlyList<PublishedVersion>>(async sql =>
    {
        var versions = await sql.RowsAsync($"select {VersionColumns} from version where article = @id order by number desc", Map, ("id", article)).ConfigureAwait(false);
        var changes = (await ChangesAsync(sql, article, 1, long.MaxValue).ConfigureAwait(false)).ToLookup(change => change.Number, change => change.Change);
        return [.. versions.Select(version => version with { Changes = [.. changes[version.Number]] })];
    }, cancellation);

    /// <summary>The whole result of a version as JSON, byte for byte as published; null: there is none.</summary>
    public Task<byte[]?> DocumentAsync(string article, long number, CancellationToken cancellation = default) => _database.ReadAsync(sql =>
        sql.RowAsync("select document from version where article = @id and number = @number", row => Packed.Unpack((byte[])row.GetValue(0)), ("id", article), ("number", number)), cancellation);

    /// <summary>A rendered part of a version; null: there is none.</summary>
    public Task<string?> PartAsync(string article, long number, string name, string language, CancellationToken cancellation = default) => _database.ReadAsync(sql =>
        sql.RowAsync("select html from part where article = @id and number = @number and name = @name and language = @language", row => Encoding.UTF8.GetString(Packed.Unpack((byte[])row.GetValue(0))),
            ("id", article), ("number", number), ("name", name), ("language", language)), cancellation);

    /// <summary>Articles, the most recently changed first.</summary>
    public async Task<IReadOnlyList<ArticleLine>> ArticlesAsync(int most, int skip = 0, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync(
        "select id, latest, published, changed, title, publisher, language from article order by changed desc, id limit @most offset @skip",
        MapArticle, ("most", most), ("skip", skip)), cancellation).ConfigureAwait(false);

    /// <summary>How many articles there are.</summary>
    public Task<long> CountAsync(CancellationToken cancellation = default) => _database.ReadAsync(sql => sql.NumberAsync("select count(*) from article"), cancellation);

    /// <summary>Verdicts that a later version changed, the newest first.</summary>
    /// <param name="since">Only of versions published from this moment on; null: all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="cancellation">To stop waiting.</param>
    public async Task<IReadOnlyList<VerdictChangeLine>> ChangedVerdictsAsync(DateTimeOffset? since, int most, int skip = 0, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync($"""
        select {ChangeColumns} from version v join verdict_change c on c.article = v.article and c.number = v.number
        where v.published >= @since order by v.published desc, c.article, c.position limit @most offset @skip
        """, MapChange, ("since", since ?? DateTimeOffset.UnixEpoch), ("most", most), ("skip", skip)), cancellation).ConfigureAwait(false);

    /// <summary>Articles that were published or changed from a moment on, the most recently changed first.</summary>
    public async Task<IReadOnlyList<ArticleLine>> ChangedArticlesAsync(DateTimeOffset since, int most, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync(
        "select id, latest, published, changed, title, publisher, language from article where changed >= @since order by changed desc, id limit @most", MapArticle, ("since", since), ("most", most)), cancellation).ConfigureAwait(false);

    /// <summary>Findings of latest versions that name an entity or rest on a row about it.</summary>
    public async Task<IReadOnlyList<FindingLine>> OnEntityAsync(string entity, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync($"""
        select {LineColumns} from finding_entity e join article a on a.id = e.article and a.latest = e.number
        join finding f on f.article = e.article and f.number = e.number and f.claim = e.claim where e.entity = @entity order by a.changed desc, f.article, f.position limit 500
        """, MapLine, ("entity", entity)), cancellation).ConfigureAwait(false);

    /// <summary>Findings of latest versions that rest on a source.</summary>
    public async Task<IReadOnlyList<FindingLine>> OnSourceAsync(string source, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync($"""
        select {LineColumns} from finding_source s join article a on a.id = s.article and a.latest = s.number
        join finding f on f.article = s.article and f.number = s.number and f.claim = s.claim where s.source = @source order by a.changed desc, f.article, f.position limit 500
        """, MapLine, ("source", source)), cancellation).ConfigureAwait(false);

    /// <summary>Signs a finding of the latest version as an editor's own; signing again changes nothing.</summary>
    /// <param name="article">The article.</param>
    /// <param name="number">The version that the editor saw.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="by">The editor.</param>
    /// <param name="cancellation">To stop waiting.</param>
    /// <returns>Whether there is such a finding, and no later version.</returns>
    public Task<bool> SignAsync(string article, long number, string claim, string by, CancellationToken cancellation = default) => _database.WriteAsync(async sql =>
    {
        var signed = await sql.RunAsync("""
            insert into signature (article, claim, since, signed_by, signed)
            select f.article, f.claim, f.since, @by, @now from finding f join article a on a.id = f.article and a.latest = f.number where f.article = @id and f.number = @number and f.claim = @claim
            on conflict (article, claim, since) do update set signed = signature.signed
            """, ("by", by), ("now", _time.GetUtcNow()), ("id", article), ("number", number), ("claim", claim)).ConfigureAwait(false);
        if (signed > 0) await Revisions.RaisePublishedAsync(sql).ConfigureAwait(false);
        return signed > 0;
    }, cancellation);

    internal static Task<List<PublishedFinding>> FindingsAsync(Sql sql, string article, long number) => sql.RowsAsync("""
        select f.claim, f.since, f.quote, f.kind, f.verdict, f.justification, f.origin, s.signed_by, s.signed from finding f
        left join signature s on s.article = f.article and s.claim = f.claim and s.since = f.since
        where f.article = @id and f.number = @number order by f.position
        """, row => new PublishedFinding(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6))
        {
            SignedBy = row.TextOrNull(7) ?? "", Signed = row.MomentOrNull(8),
        }, ("id", article), ("number", number));

    private static PublishedVersion Map(DbDataReader row) => new()
    {
        Article = row.GetString(0), Number = row.GetInt64(1), Published = row.Moment(2), PublishedBy = row.GetString(3), AsOf = row.GetString(4), Title = row.GetString(5), Author = row.GetString(6),
        Publisher = row.GetString(7), Date = row.GetString(8), Url = row.GetString(9), Language = row.GetString(10), QuotesOnly = row.Yes(11), Packs = row.GetString(12), RulesSha256 = row.GetString(13),
        Sha256 = row.GetString(14),
    };

    private static Task<List<VerdictChangeLine>> ChangesAsync(Sql sql, string article, long first, long last) => sql.RowsAsync($"""
        select {ChangeColumns} from version v join verdict_change c on c.article = v.article and c.number = v.number
        where v.article = @id and v.number >= @first and v.number <= @last order by c.number, c.position
        """, MapChange, ("id", article), ("first", first), ("last", last));

    private static VerdictChangeLine MapChange(DbDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.Moment(3), new VerdictChange(row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetString(8)));

    private static ArticleLine MapArticle(DbDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.Moment(2), row.Moment(3), row.GetString(4), row.GetString(5), row.GetString(6));

    private static FindingLine MapLine(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.Moment(6));
}
