using System.Security.Cryptography;
using Assay.Storage;
using Npgsql;
using Xunit;

namespace Assay.Tests.Storage;

/// <summary>A place for one store, gone after the test: a file in a folder of its own, or a schema of its own in the server that ./test starts.</summary>
public sealed class StorePlace : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;

    private StorePlace(string where, Func<ValueTask> remove) => (Where, _remove) = (where, remove);

    /// <summary>What stands after <c>--store</c>.</summary>
    public string Where { get; }

    /// <summary>A place in a database of this kind; skips the test where there is no server.</summary>
    public static async Task<StorePlace> NewAsync(Dialect dialect)
    {
        if (dialect == Dialect.Sqlite)
        {
            var folder = Directory.CreateTempSubdirectory("assay-store-");
            return new StorePlace(Path.Combine(folder.FullName, "desk.db"), () =>
            {
                folder.Delete(recursive: true);
                return ValueTask.CompletedTask;
            });
        }
        var server = Server();
        var schema = $"t_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        await RunAsync(server, $"create schema {schema}");
        return new StorePlace($"{server};Search Path={schema};Maximum Pool Size=20", async () => await RunAsync(server, $"drop schema {schema} cascade"));
    }

    /// <summary>The server's connection string; skips the test where there is none.</summary>
    public static string Server()
    {
        var server = Environment.GetEnvironmentVariable("ASSAY_TEST_POSTGRES");
        Assert.SkipWhen(string.IsNullOrEmpty(server), Environment.GetEnvironmentVariable("ASSAY_TEST_POSTGRES_MISSING") ?? "No PostgreSQL: ./test starts one and names it in ASSAY_TEST_POSTGRES.");
        return server!;
    }

    public ValueTask DisposeAsync() => _remove();

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection($"{server};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
