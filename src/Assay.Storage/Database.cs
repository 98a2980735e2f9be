using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Assay.Storage;

/// <summary>
/// Runs reads and writes on a database. A write is one transaction: whole or not at all. SQLite takes one writer at a time, so writes wait for
/// each other here, in the order in which they came, and not in the file's lock.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private const int MostTries = 5;

    private readonly DbDataSource _source;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private bool _isThere;

    private Database(DbDataSource source, Dialect dialect, string where) => (_source, Dialect, Where) = (source, dialect, where);

    /// <summary>Which it is.</summary>
    public Dialect Dialect { get; }

    /// <summary>The file, or the server and database, without passwords.</summary>
    public string Where { get; }

    /// <summary>A database by its file, or by a connection string of PostgreSQL (<c>Host=…</c>).</summary>
    /// <param name="where">Which.</param>
    /// <param name="lockedSeconds">How long to wait for another program that holds a file locked.</param>
    /// <exception cref="StoreException">The connection string can't be read.</exception>
    public static Database At(string where, int lockedSeconds = 30)
    {
        if (!IsServer(where))
        {
            var file = new SqliteConnectionStringBuilder { DataSource = where, ForeignKeys = true, DefaultTimeout = lockedSeconds };
            return new Database(SqliteFactory.Instance.CreateDataSource(file.ToString()), Dialect.Sqlite, where);
        }
        try
        {
            var server = new NpgsqlConnectionStringBuilder(where) { IncludeErrorDetail = false };
            return new Database(NpgsqlDataSource.Create(server), Dialect.PostgreSql, $"{server.Host}:{server.Port}/{server.Database ?? server.Username}");
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new StoreException($"the connection string after --store can't be read: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}; write it as Host=localhost;Database=assay;Username=assay", error);
        }
    }

    /// <summary>Whether it names a server, else a file.</summary>
    public static bool IsServer(string where) =>
        where.Contains("Host=", StringComparison.OrdinalIgnoreCase) || where.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads; once more where the connection had gone stale.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async Task<T> ReadAsync<T>(Func<Sql, Task<T>> read, CancellationToken cancellation)
    {
        RefuseIfGone();
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
                    await using (connection.ConfigureAwait(false)) return await read(new Sql(connection, cancellation)).ConfigureAwait(false);
                }
                catch (DbException error) when (IsLostConnection(error) && attempt == 1)
                {
                    // The server was restarted since: the next connection is a new one.
                }
            }
        }
        catch (DbException error)
        {
            throw Failure.Of(this, error);
        }
    }

    /// <summary>Reads everything as it is at one moment, whatever is written meanwhile.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async Task ReadAtOneMomentAsync(Func<Sql, Task> read, CancellationToken cancellation)
    {
        try
        {
            var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var _ = connection.ConfigureAwait(false);
            var transaction = connection is SqliteConnection file ? file.BeginTransaction(deferred: true) : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
            await using var __ = transaction.ConfigureAwait(false);
            await read(new Sql(connection, cancellation)).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw Failure.Of(this, error);
        }
    }

    /// <summary>
    /// Writes in one transaction, again where another writer was in the way or the connection had gone stale: then nothing of it was kept.
    /// </summary>
    /// <exception cref="StoreException">The store can't be reached or written.</exception>
    public async Task<T> WriteAsync<T>(Func<Sql, Task<T>> write, CancellationToken cancellation)
    {
        RefuseIfGone();
        if (Dialect == Dialect.Sqlite) await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await OnceAsync(write, cancellation).ConfigureAwait(false);
                }
                catch (DbException error) when (IsConflict(error) && attempt < MostTries || IsLostConnection(error) && attempt == 1)
                {
                    await Task.Delay(10 * attempt, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (DbException error)
        {
            throw Failure.Of(this, error);
        }
        finally
        {
            if (Dialect == Dialect.Sqlite) _writing.Release();
        }
    }

    /// <summary>Writes in one transaction.</summary>
    /// <exception cref="StoreException">The store can't be reached or written.</exception>
    public Task WriteAsync(Func<Sql, Task> write, CancellationToken cancellation) => WriteAsync(async sql =>
    {
        await write(sql).ConfigureAwait(false);
        return true;
    }, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        if (Dialect == Dialect.Sqlite) SqliteConnection.ClearAllPools();
        _writing.Dispose();
    }

    // An open file can be written after its name is gone: that would be told as kept, and be nowhere after the end of the process.
    private void RefuseIfGone()
    {
        if (Volatile.Read(ref _isThere) && !File.Exists(Where)) throw new StoreException($"the store {Where} is no longer where it was; put the file back, or stop the workbench and restore a backup");
    }

    private async Task<T> OnceAsync<T>(Func<Sql, Task<T>> write, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var result = await write(new Sql(connection, cancellation)).ConfigureAwait(false);
        if (Dialect == Dialect.Sqlite) Volatile.Write(ref _isThere, true);
        try
        {
            // A commit that has begun is not called back: it is told as done or as failed.
            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException error) when (error is not PostgresException)
        {
            throw Failure.Uncertain(this, error);
        }
        return result;
    }

    // 40001: could not serialize; 40P01: deadlock (PostgreSQL, appendix A).
    private static bool IsConflict(DbException error) => error.SqlState is "40001" or "40P01";

    // 57P01 to 57P03: the server is shutting down or starting (the same appendix).
    private static bool IsLostConnection(DbException error) => error is PostgresException ? error.SqlState is "57P01" or "57P02" or "57P03" : error is NpgsqlException { IsTransient: true };
}
