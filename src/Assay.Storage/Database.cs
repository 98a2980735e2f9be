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

    private Database(DbDataSource source, Dialect dialect, string where) => (_source, Dialect, Where) = (source, dialect, where);

    /// <summary>Which it is.</summary>
    public Dialect Dialect { get; }

    /// <summary>The file, or the server and database, without passwords.</summary>
    public string Where { get; }

    /// <summary>A database by its file, or by a connection string of PostgreSQL (<c>Host=…</c>).</summary>
    public static Database At(string where)
    {
        if (IsServer(where))
        {
            var server = new NpgsqlConnectionStringBuilder(where) { IncludeErrorDetail = false };
            return new Database(NpgsqlDataSource.Create(server), Dialect.PostgreSql, $"{server.Host}:{server.Port}/{server.Database}");
        }
        var file = new SqliteConnectionStringBuilder { DataSource = where, ForeignKeys = true, DefaultTimeout = 30 };
        return new Database(SqliteFactory.Instance.CreateDataSource(file.ToString()), Dialect.Sqlite, where);
    }

    /// <summary>Whether it names a server, else a file.</summary>
    public static bool IsServer(string where) =>
        where.Contains("Host=", StringComparison.OrdinalIgnoreCase) || where.Contains("Server=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads.</summary>
    /// <exception cref="StoreException">The store can't be reached.</exception>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation)
    {
        try
        {
            var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false)) return await read(connection).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw Unusable(error);
        }
    }

    /// <summary>Writes in one transaction, again where another writer was in the way.</summary>
    /// <exception cref="StoreException">The store can't be reached or written.</exception>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation)
    {
        if (Dialect == Dialect.Sqlite) await _writing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await OnceAsync(write, cancellation).ConfigureAwait(false);
                }
                catch (DbException error) when (error.IsTransient && attempt < MostTries && IsConflict(error))
                {
                    await Task.Delay(10 * attempt, cancellation).ConfigureAwait(false);
                }
            }
        }
        catch (DbException error)
        {
            throw Unusable(error);
        }
        finally
        {
            if (Dialect == Dialect.Sqlite) _writing.Release();
        }
    }

    /// <summary>Writes in one transaction.</summary>
    /// <exception cref="StoreException">The store can't be reached or written.</exception>
    public Task WriteAsync(Func<DbConnection, Task> write, CancellationToken cancellation) => WriteAsync(async connection =>
    {
        await write(connection).ConfigureAwait(false);
        return true;
    }, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync().ConfigureAwait(false);
        if (Dialect == Dialect.Sqlite) SqliteConnection.ClearAllPools();
        _writing.Dispose();
    }

    private async Task<T> OnceAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation)
    {
        var connection = await _source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        var result = await write(connection).ConfigureAwait(false);
        // A commit that has begun is not called back: it is told as done or as failed.
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        return result;
    }

    // 40001: could not serialize; 40P01: deadlock (PostgreSQL, appendix A).
    private static bool IsConflict(DbException error) => error.SqlState is "40001" or "40P01";

    private StoreException Unusable(DbException error) => new($"the store {Where} can't be used: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}; "
        + (Dialect == Dialect.Sqlite ? "check that the folder exists and may be written, and that the disk is not full" : "check that the server runs and that the name, the password and the database after --store are right"), error);
}
