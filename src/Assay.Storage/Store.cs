using Assay.Storage.Accounts;
using Assay.Storage.Drafts;
using Assay.Storage.Pictures;
using Assay.Storage.Published;
using Assay.Storage.Reactions;
using Assay.Storage.Requests;
using Assay.Storage.Search;

namespace Assay.Storage;

/// <summary>
/// Everything that a workbench keeps: drafts with their edits, published versions, reactions, requests, accounts, keys. In a SQLite file, or in
/// PostgreSQL where several people or machines share it. What a method has returned from is on the disk. Safe to share between threads.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Database _database;

    private Store(Database database, TimeProvider time)
    {
        _database = database;
        Accounts = new AccountTable(database, time);
        Keys = new KeyTable(database);
        Drafts = new DraftTable(database, time);
        Published = new PublishedTable(database, time);
        Reactions = new ReactionTable(database, time);
        Pictures = new PictureTable(database, time);
        Requests = new RequestTable(database, time);
    }

    /// <summary>Who may edit.</summary>
    public AccountTable Accounts { get; }

    /// <summary>The keys that cookies are signed with.</summary>
    public KeyTable Keys { get; }

    /// <summary>Articles under work.</summary>
    public DraftTable Drafts { get; }

    /// <summary>Pictures of articles.</summary>
    public PictureTable Pictures { get; }

    /// <summary>Published versions.</summary>
    public PublishedTable Published { get; }

    /// <summary>What readers find useful.</summary>
    public ReactionTable Reactions { get; }

    /// <summary>Readers' requests for corrections.</summary>
    public RequestTable Requests { get; }

    /// <summary>The file, or the server and database, without passwords.</summary>
    public string Where => _database.Where;

    /// <summary>Which database it lies in.</summary>
    public Dialect Dialect => _database.Dialect;

    /// <summary>Opens a store by its file, made where it is missing, or by a connection string of PostgreSQL, and brings it to this program's schema.</summary>
    /// <exception cref="StoreException">It can't be reached or written, or was written by a later version.</exception>
    public static async Task<Store> OpenAsync(string where, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(where);
        ArgumentNullException.ThrowIfNull(time);
        var database = Database.At(where);
        try
        {
            if (database.Dialect == Dialect.Sqlite) await PrepareFileAsync(database, cancellation).ConfigureAwait(false);
            await Migrations.RunAsync(database, time.GetUtcNow(), cancellation).ConfigureAwait(false);
            return new Store(database, time);
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether it answers.</summary>
    /// <exception cref="StoreException">It does not.</exception>
    public Task PingAsync(CancellationToken cancellation = default) => _database.ReadAsync(sql => sql.NumberAsync("select 1"), cancellation);

    /// <summary>How often it was written: a small read, for those who keep something in memory.</summary>
    public Task<Revisions> RevisionsAsync(CancellationToken cancellation = default) => _database.ReadAsync(Revisions.ReadAsync, cancellation);

    /// <summary>
    /// Finds the latest versions of articles, and their claims, that hold all words of a text; each may go on, so that <c>oil</c> finds <c>oilfield</c>.
    /// </summary>
    /// <param name="words">What a reader typed; nothing in it has a meaning but its letters and digits.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="cancellation">To stop waiting.</param>
    public Task<SearchPage> SearchAsync(string words, int most, int skip = 0, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(words);
        var wanted = SearchWords.Of(words);
        return _database.ReadAsync(sql => new SearchIndex(sql, Dialect).FindAsync(wanted, most, skip), cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Reactions.DisposeAsync().ConfigureAwait(false);
        await _database.DisposeAsync().ConfigureAwait(false);
    }

    // A log beside the file lets readers go on while one writes; a commit is on the disk before it is told (synchronous=full is the default).
    private static Task<bool> PrepareFileAsync(Database database, CancellationToken cancellation) => database.ReadAsync(async sql =>
    {
        await sql.RunAsync("pragma journal_mode = wal").ConfigureAwait(false);
        return true;
    }, cancellation);
}
