using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Assay.Benchmarks;

/// <summary>What the workbench is measured beside: the least that could be done through the same server and the same drivers.</summary>
internal static class WorkbenchBare
{
    /// <summary>Serves one page of so many bytes from memory until it is ended.</summary>
    public static async Task ServeAsync(int size)
    {
        var bytes = new byte[size];
        bytes.AsSpan().Fill((byte)'x');
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        var app = builder.Build();
        app.MapGet("/", context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"open at {app.Urls.First()}");
        await app.WaitForShutdownAsync();
    }

    /// <summary>How many rows a second one connection inserts, each in a transaction of its own that is on the disk when it ends.</summary>
    public static double InsertsASecond(string store, TimeSpan duration)
    {
        var isServer = store.Contains("Host=", StringComparison.Ordinal);
        using DbConnection connection = isServer ? new NpgsqlConnection(store) : new SqliteConnection($"Data Source={store}.bare;Pooling=false");
        connection.Open();
        if (!isServer) Run(connection, "pragma journal_mode = wal; pragma synchronous = full");
        Run(connection, "drop table if exists bare_reaction");
        Run(connection, $"create table bare_reaction (target bigint not null, reader text not null, useful bigint, reason text not null, made bigint not null, primary key (target, reader)){(isServer ? "" : " without rowid")}");
        using var insert = connection.CreateCommand();
        insert.CommandText = "insert into bare_reaction (target, reader, useful, reason, made) values (@target, @reader, 1, '', @made)";
        var (target, reader, made) = (Parameter(insert, "target", 0L), Parameter(insert, "reader", ""), Parameter(insert, "made", 0L));
        insert.Prepare();
        var clock = Stopwatch.StartNew();
        long count = 0;
        for (; clock.Elapsed < duration; count++)
        {
            target.Value = count % 16;
            reader.Value = count.ToString("x32", CultureInfo.InvariantCulture);
            made.Value = count;
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            insert.ExecuteNonQuery();
            transaction.Commit();
        }
        return count / clock.Elapsed.TotalSeconds;
    }

    private static DbParameter Parameter(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
