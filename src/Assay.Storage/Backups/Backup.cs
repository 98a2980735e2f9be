using Assay.Storage.Search;
using Microsoft.Data.Sqlite;

namespace Assay.Storage.Backups;

/// <summary>
/// Copies of whole stores, made while they are in use. A copy is itself a store in one SQLite file, wherever it was made of: it can be served as it
/// is, read by any program that reads SQLite, and restored into a file or into PostgreSQL of any version.
/// </summary>
public static class Backup
{
    // In the order in which tables refer to each other.
    private static readonly string[] Tables =
    [
        "account", "data_key", "draft", "edit", "article", "version", "part", "finding", "finding_entity", "finding_source", "verdict_change", "signature", "picture", "request",
        "reaction_target", "reaction",
    ];

    /// <summary>Copies a store as it is at one moment into a new file, which is there whole or not at all.</summary>
    /// <param name="where">The store: a file, or a connection string of PostgreSQL. It may be written meanwhile.</param>
    /// <param name="file">The file to make; one that is there is replaced.</param>
    /// <param name="time">When it is now.</param>
    /// <param name="cancellation">To stop: then no file is made.</param>
    /// <exception cref="StoreException">The store can't be read, or is of another schema than this version's.</exception>
    /// <exception cref="IOException">The file can't be written.</exception>
    public static async Task MakeAsync(string where, string file, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(where);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        ArgumentNullException.ThrowIfNull(time);
        if (!Database.IsServer(where) && !File.Exists(where)) throw new StoreException($"there is no store {where}; name one after --store");
        if (!Database.IsServer(where) && Path.GetFullPath(where) == Path.GetFullPath(file)) throw new StoreException($"{file} is the store itself; name another file to back it up into");
        var beside = $"{file}.{Environment.ProcessId}.tmp";
        try
        {
            // SQLite would make no file in a folder that is not there, and say less.
            await File.Create(beside).DisposeAsync().ConfigureAwait(false);
            if (Database.IsServer(where)) await CopyRowsAsync(where, beside, time, cancellation).ConfigureAwait(false);
            else await CopyFileAsync(where, beside, cancellation).ConfigureAwait(false);
            Seal(beside);
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            foreach (var ending in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(beside + ending);
        }
    }

    /// <summary>Copies a backup, or any store in a file, into a store in which there is nothing yet.</summary>
    /// <param name="file">The backup; it is only read, and may be of an earlier schema.</param>
    /// <param name="where">The store: a file that is not there yet, or a connection string of an empty PostgreSQL database.</param>
    /// <param name="time">When it is now.</param>
    /// <param name="cancellation">To stop: then nothing is restored.</param>
    /// <exception cref="StoreException">The backup can't be read, or the store can't be written or is not empty.</exception>
    /// <exception cref="IOException">The backup can't be copied.</exception>
    public static async Task RestoreAsync(string file, string where, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        ArgumentException.ThrowIfNullOrWhiteSpace(where);
        ArgumentNullException.ThrowIfNull(time);
        if (!File.Exists(file)) throw new StoreException($"there is no backup {file}");
        if (!Database.IsServer(where))
        {
            if (Path.Exists(where)) throw new StoreException($"{where} is there already, and is left as it is; name a file that is not there yet");
            await MakeAsync(file, where, time, cancellation).ConfigureAwait(false);
            return;
        }
        // An earlier schema is brought to this one in a copy, not in the backup.
        var copy = Path.Combine(Path.GetTempPath(), $"assay-restore-{Guid.NewGuid():N}.db");
        try
        {
            await CopyFileAsync(file, copy, cancellation).ConfigureAwait(false);
            await (await Store.OpenAsync(copy, time, cancellation).ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
            await CopyRowsAsync(copy, where, time, cancellation).ConfigureAwait(false);
        }
        finally
        {
            foreach (var ending in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(copy + ending);
        }
    }

    private static async Task CopyFileAsync(string from, string to, CancellationToken cancellation)
    {
        try
        {
            using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
            await source.OpenAsync(cancellation).ConfigureAwait(false);
            await target.OpenAsync(cancellation).ConfigureAwait(false);
            source.BackupDatabase(target);
        }
        catch (SqliteException error)
        {
            throw new StoreException($"the store {from} can't be copied to {to}: {error.Message.TrimEnd('.')}; check that it is a store, and that the disk is not full", error);
        }
    }

    private static async Task CopyRowsAsync(string from, string to, TimeProvider time, CancellationToken cancellation)
    {
        var (reader, writer) = (Database.At(from), Database.At(to));
        await using var _ = reader.ConfigureAwait(false);
        await using var __ = writer.ConfigureAwait(false);
        await Migrations.CheckAsync(reader, cancellation).ConfigureAwait(false);
        await Migrations.RunAsync(writer, time.GetUtcNow(), cancellation).ConfigureAwait(false);
        await reader.ReadAtOneMomentAsync(read => writer.WriteAsync(write => CopyRowsAsync(read, write, reader.Dialect, writer), cancellation), cancellation).ConfigureAwait(false);
    }

    private static async Task CopyRowsAsync(Sql read, Sql write, Dialect from, Database to)
    {
        if (await write.NumberAsync("select (select count(*) from draft) + (select count(*) from account) + (select count(*) from reaction)").ConfigureAwait(false) > 0)
            throw new StoreException($"the store {to.Where} is not empty, and is left as it is; name an empty database");
        // Keys that a server made when it was opened by hand would mix with those that readers' cookies are signed with.
        await write.RunAsync("delete from data_key").ConfigureAwait(false);
        foreach (var table in Tables) await new TableCopy(read, write, table).RunAsync(await ColumnsAsync(from == Dialect.Sqlite ? read : write, table).ConfigureAwait(false)).ConfigureAwait(false);
        foreach (var (name, number) in await read.RowsAsync("select name, number from revision", row => (row.GetString(0), row.GetInt64(1))).ConfigureAwait(false))
            await write.RunAsync("update revision set number = @number where name = @name", ("number", number), ("name", name)).ConfigureAwait(false);
        var searched = await read.RowsAsync("select article, claim, title, body from searched order by article, claim", row => new SearchEntry(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3))).ConfigureAwait(false);
        await new SearchIndex(write, to.Dialect).AddAsync(searched).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<string>> ColumnsAsync(Sql file, string table) =>
        await file.RowsAsync("select name from pragma_table_info(@table) order by cid", row => row.GetString(0), ("table", table)).ConfigureAwait(false);

    // One file, without a log beside it, and on the disk before it gets its name.
    private static void Seal(string file)
    {
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "pragma journal_mode = delete";
            command.ExecuteNonQuery();
        }
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }
}
