using System.Data.Common;

namespace Assay.Storage.Pictures;

/// <summary>The pictures of articles.</summary>
public sealed class PictureTable
{
    private const string Columns = "p.id, p.draft, d.article, p.type, p.alt, p.credit, p.url, p.added, p.added_by";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PictureTable(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Keeps a picture; gives its id.</summary>
    /// <exception cref="ArgumentException">It is larger than <see cref="Picture.MostBytes"/>, or of no type that <see cref="Picture.TypeOf"/> knows.</exception>
    public async Task<string> AddAsync(string draft, byte[] bytes, string alt, string credit, string url, string by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > Picture.MostBytes) throw new ArgumentException("A picture may have 2 MB at most.", nameof(bytes));
        var type = Picture.TypeOf(bytes) ?? throw new ArgumentException("A picture is a PNG, JPEG, WebP or GIF file.", nameof(bytes));
        var id = NewId.Short();
        await _database.WriteAsync(sql => sql.RunAsync("""
            insert into picture (id, draft, type, bytes, alt, credit, url, added, added_by) values (@id, @draft, @type, @bytes, @alt, @credit, @url, @now, @by)
            """, ("id", id), ("draft", draft), ("type", type), ("bytes", bytes), ("alt", alt), ("credit", credit), ("url", url), ("now", _time.GetUtcNow()), ("by", by)), cancellation).ConfigureAwait(false);
        return id;
    }

    /// <summary>Those of a draft, in the order in which they were added.</summary>
    public async Task<IReadOnlyList<Picture>> OfDraftAsync(string draft, CancellationToken cancellation = default) => await _database.ReadAsync(sql => sql.RowsAsync(
        $"select {Columns} from picture p join draft d on d.id = p.draft where p.draft = @draft order by p.added, p.id", Map, ("draft", draft)), cancellation).ConfigureAwait(false);

    /// <summary>One without its bytes; null: there is none.</summary>
    public Task<Picture?> FindAsync(string id, CancellationToken cancellation = default) =>
        _database.ReadAsync(sql => sql.RowAsync($"select {Columns} from picture p join draft d on d.id = p.draft where p.id = @id", Map, ("id", id)), cancellation);

    /// <summary>Its bytes; null: there is none.</summary>
    public Task<byte[]?> BytesAsync(string id, CancellationToken cancellation = default) =>
        _database.ReadAsync(sql => sql.RowAsync("select bytes from picture where id = @id", row => (byte[])row.GetValue(0), ("id", id)), cancellation);

    /// <summary>Changes what is said of it; false: there is none.</summary>
    public async Task<bool> DescribeAsync(string id, string alt, string credit, string url, CancellationToken cancellation = default) => await _database.WriteAsync(sql => sql.RunAsync(
        "update picture set alt = @alt, credit = @credit, url = @url where id = @id", ("id", id), ("alt", alt), ("credit", credit), ("url", url)), cancellation).ConfigureAwait(false) > 0;

    /// <summary>Takes one away whose draft was never published; false: there is none, or a published version may show it.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellation = default) => await _database.WriteAsync(sql => sql.RunAsync(
        "delete from picture where id = @id and exists (select 1 from draft d where d.id = picture.draft and d.article is null)", ("id", id)), cancellation).ConfigureAwait(false) > 0;

    private static Picture Map(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.TextOrNull(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.Moment(7), row.GetString(8));
}
