using System.Data.Common;

namespace Assay.Storage;

/// <summary>
/// A connection in the middle of a read or a write. Parameters are named as in the SQL (<c>@article</c>) by the names of the tuples; whatever is
/// under way ends when the caller stops waiting.
/// </summary>
internal sealed class Sql(DbConnection connection, CancellationToken cancellation)
{
    /// <summary>The connection itself, for what only one of the drivers can do.</summary>
    public DbConnection Connection { get; } = connection;

    /// <summary>To stop waiting.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>How many rows a statement changed.</summary>
    public async Task<int> RunAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Command(sql, parameters);
        await using (command.ConfigureAwait(false)) return await command.ExecuteNonQueryAsync(Cancellation).ConfigureAwait(false);
    }

    /// <summary>Runs a statement once for each row of parameters; all rows have the same names. A server is sent them all at once.</summary>
    public async Task RunEachAsync(string sql, IReadOnlyList<(string Name, object? Value)[]> rows)
    {
        if (rows.Count == 0) return;
        if (!Connection.CanCreateBatch)
        {
            var command = Command(sql, rows[0]);
            await using var _ = command.ConfigureAwait(false);
            await command.PrepareAsync(Cancellation).ConfigureAwait(false);
            foreach (var row in rows)
            {
                for (var at = 0; at < row.Length; at++) command.Parameters[at].Value = Storable(row[at].Value);
                await command.ExecuteNonQueryAsync(Cancellation).ConfigureAwait(false);
            }
            return;
        }
        var batch = Connection.CreateBatch();
        await using var __ = batch.ConfigureAwait(false);
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var (name, value) in row)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, Storable(value));
                command.Parameters.Add(parameter);
            }
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(Cancellation).ConfigureAwait(false);
    }

    /// <summary>All rows of a query.</summary>
    public async Task<List<T>> RowsAsync<T>(string sql, Func<DbDataReader, T> map, params (string Name, object? Value)[] parameters)
    {
        var rows = new List<T>();
        await EachAsync(sql, row => rows.Add(map(row)), parameters).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Hands on the rows of a query one by one, however many there are.</summary>
    public async Task EachAsync(string sql, Action<DbDataReader> take, params (string Name, object? Value)[] parameters)
    {
        var command = Command(sql, parameters);
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync(Cancellation).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(Cancellation).ConfigureAwait(false)) take(reader);
    }

    /// <summary>The only row of a query; <c>default</c> where there is none.</summary>
    public async Task<T?> RowAsync<T>(string sql, Func<DbDataReader, T> map, params (string Name, object? Value)[] parameters) =>
        (await RowsAsync(sql, map, parameters).ConfigureAwait(false)) is [var row, ..] ? row : default;

    /// <summary>The first number of the first row; 0 where there is none.</summary>
    public async Task<long> NumberAsync(string sql, params (string Name, object? Value)[] parameters) =>
        await RowAsync(sql, row => row.IsDBNull(0) ? 0 : row.GetInt64(0), parameters).ConfigureAwait(false);

    private DbCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a literal of this project; values only ever go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Storable(value));
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static object Storable(object? value) => value switch
    {
        null => DBNull.Value,
        bool yes => yes ? 1L : 0L,
        int number => (long)number,
        DateTimeOffset moment => moment.ToUnixTimeMilliseconds(),
        string text => StorableText.Of(text),
        _ => value,
    };
}

/// <summary>Reads values as <see cref="Sql"/> writes them.</summary>
internal static class Column
{
    /// <summary>A stored moment.</summary>
    public static DateTimeOffset Moment(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>A stored moment; null where there is none.</summary>
    public static DateTimeOffset? MomentOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Moment(column);

    /// <summary>A stored text; null where there is none.</summary>
    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>A stored yes or no.</summary>
    public static bool Yes(this DbDataReader row, int column) => row.GetInt64(column) != 0;
}
