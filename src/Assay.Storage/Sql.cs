using System.Data.Common;

namespace Assay.Storage;

/// <summary>Runs a statement with its parameters, named as in the SQL (<c>@article</c>) by the names of the tuple.</summary>
internal static class Sql
{
    /// <summary>How many rows a statement changed.</summary>
    public static async Task<int> RunAsync(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = Command(connection, sql, parameters);
        await using (command.ConfigureAwait(false)) return await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>All rows of a query.</summary>
    public static async Task<List<T>> RowsAsync<T>(this DbConnection connection, string sql, Func<DbDataReader, T> map, params (string Name, object? Value)[] parameters)
    {
        var command = Command(connection, sql, parameters);
        await using var _ = command.ConfigureAwait(false);
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync().ConfigureAwait(false)) rows.Add(map(reader));
        return rows;
    }

    /// <summary>The only row of a query; <c>default</c> where there is none.</summary>
    public static async Task<T?> RowAsync<T>(this DbConnection connection, string sql, Func<DbDataReader, T> map, params (string Name, object? Value)[] parameters) =>
        (await connection.RowsAsync(sql, map, parameters).ConfigureAwait(false)) is [var row, ..] ? row : default;

    /// <summary>The first number of the first row; 0 where there is none.</summary>
    public static async Task<long> NumberAsync(this DbConnection connection, string sql, params (string Name, object? Value)[] parameters) =>
        await connection.RowAsync(sql, row => row.IsDBNull(0) ? 0 : row.GetInt64(0), parameters).ConfigureAwait(false);

    /// <summary>A moment as it is stored.</summary>
    public static long Stored(this DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    /// <summary>A stored moment.</summary>
    public static DateTimeOffset Moment(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    /// <summary>A stored yes or no.</summary>
    public static bool Yes(this DbDataReader row, int column) => row.GetInt64(column) != 0;

    private static DbCommand Command(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a literal of this project; values only ever go in as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value switch { null => DBNull.Value, bool yes => yes ? 1L : 0L, int number => (long)number, DateTimeOffset moment => moment.Stored(), _ => value };
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
