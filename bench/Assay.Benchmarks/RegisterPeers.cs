using System.Globalization;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Parquet;

namespace Assay.Benchmarks;

/// <summary>The same stakes in other stores: written, opened, asked for the owners of one company.</summary>
internal static class RegisterPeers
{
    private const string Columns = "owner VARCHAR, asset VARCHAR, share DOUBLE, begun VARCHAR, source VARCHAR";

    public static void WriteSqlite(string file, int companies)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Execute(connection, $"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE stakes ({Columns})");
        using (var transaction = connection.BeginTransaction())
        using (var insert = connection.CreateCommand())
        {
            insert.CommandText = "INSERT INTO stakes VALUES ($owner, $asset, $share, $begun, 'register-2026')";
            foreach (var name in (string[])["$owner", "$asset", "$share", "$begun"]) insert.Parameters.Add(new SqliteParameter(name, null));
            foreach (var (owner, asset, share) in RegisterData.Stakes(companies))
            {
                (insert.Parameters[0].Value, insert.Parameters[1].Value) = (RegisterData.IdOf(owner), RegisterData.IdOf(asset));
                (insert.Parameters[2].Value, insert.Parameters[3].Value) = (share, Begun(asset));
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        Execute(connection, "CREATE INDEX assets ON stakes(asset); CREATE INDEX owners ON stakes(owner)");
    }

    /// <summary>Opens a SQLite file and asks it for the owners of some companies.</summary>
    /// <returns>How many rows there were.</returns>
    public static int AskSqlite(string file, IEnumerable<int> assets)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT owner, share, begun, source FROM stakes WHERE asset = $asset";
        ask.Parameters.Add(new SqliteParameter("$asset", ""));
        var rows = 0;
        foreach (var asset in assets)
        {
            ask.Parameters[0].Value = RegisterData.IdOf(asset);
            using var reader = ask.ExecuteReader();
            for (; reader.Read(); rows++) _ = (reader.GetString(0), reader.GetDouble(1), reader.GetString(2), reader.GetString(3));
        }
        return rows;
    }

    /// <summary>Writes a DuckDB file, with an index where one is wanted, and a Parquet file of the same rows in the order of their assets.</summary>
    public static void WriteDuck(string file, string? parquet, bool isIndexed, int companies)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        Execute(connection, $"CREATE TABLE stakes ({Columns})");
        using (var appender = connection.CreateAppender("stakes"))
            foreach (var (owner, asset, share) in RegisterData.Stakes(companies))
                appender.CreateRow().AppendValue(RegisterData.IdOf(owner)).AppendValue(RegisterData.IdOf(asset)).AppendValue((double)share).AppendValue(Begun(asset)).AppendValue("register-2026").EndRow();
        if (isIndexed) Execute(connection, "CREATE INDEX assets ON stakes(asset)");
        if (parquet is not null) Execute(connection, $"COPY (SELECT * FROM stakes ORDER BY asset) TO '{parquet}' (FORMAT parquet, COMPRESSION zstd)");
        Execute(connection, "CHECKPOINT");
    }

    /// <summary>Opens a DuckDB file and asks it for the owners of some companies.</summary>
    public static int AskDuck(string file, string from, IEnumerable<int> assets)
    {
        using var connection = new DuckDBConnection(file.Length == 0 ? "Data Source=:memory:" : $"Data Source={file};ACCESS_MODE=READ_ONLY");
        connection.Open();
        using var ask = connection.CreateCommand();
        ask.CommandText = $"SELECT owner, share, begun, source FROM {from} WHERE asset = $asset";
        ask.Parameters.Add(new DuckDBParameter("asset", ""));
        var rows = 0;
        foreach (var asset in assets)
        {
            ask.Parameters[0].Value = RegisterData.IdOf(asset);
            using var reader = ask.ExecuteReader();
            for (; reader.Read(); rows++) _ = (reader.GetString(0), reader.GetDouble(1), reader.GetString(2), reader.GetString(3));
        }
        return rows;
    }

    /// <summary>Opens a Parquet file with Parquet.Net and asks it for the owners of some companies: row groups whose limits leave them out are passed over.</summary>
    public static async Task<int> AskParquetAsync(string file, IEnumerable<int> assets)
    {
        await using var stream = File.OpenRead(file);
        await using var reader = await ParquetReader.CreateAsync(stream);
        var fields = reader.Schema.GetDataFields();
        var rows = 0;
        foreach (var asset in assets.Select(RegisterData.IdOf))
        {
            for (var group = 0; group < reader.RowGroupCount; group++)
            {
                using var part = reader.OpenRowGroupReader(group);
                var limits = part.GetStatistics(fields[1]);
                if (limits is { MinValue: string low, MaxValue: string high } && (string.CompareOrdinal(asset, low) < 0 || string.CompareOrdinal(asset, high) > 0)) continue;
                var ids = new string?[part.RowCount];
                await part.ReadAsync(fields[1], ids);
                if (!ids.Contains(asset)) continue;
                var owners = new string?[part.RowCount];
                await part.ReadAsync(fields[0], owners);
                rows += ids.Count(id => id == asset);
            }
        }
        return rows;
    }

    private static string Begun(int asset) => $"{2000 + asset % 25}-0{(1 + asset % 9).ToString(CultureInfo.InvariantCulture)}";

    private static void Execute(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
