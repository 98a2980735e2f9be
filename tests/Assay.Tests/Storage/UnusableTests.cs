using Assay.Storage;
using Assay.Storage.Reactions;
using Assay.Tests.Cli;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Assay.Tests.Storage;

/// <summary>A store that can't be used says why and how to mend it; when it is back, it goes on, and nothing was lost.</summary>
public sealed class UnusableTests
{
    [Fact]
    public async Task A_file_in_no_folder_is_told()
    {
        using var folder = new TemporaryFolder();
        await Refused(folder["none/desk.db"], "check that its folder exists");
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_is_told()
    {
        using var folder = new TemporaryFolder();
        await Refused(folder.Path, "check that its folder exists");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        var text = string.Join('\n', Enumerable.Repeat("This is a letter and no database.", 100));
        await File.WriteAllTextAsync(folder["letter.txt"], text);
        await Refused(folder["letter.txt"], "name another file after --store");
        Assert.Equal(text, await File.ReadAllTextAsync(folder["letter.txt"]));
    }

    [Fact]
    public async Task A_database_of_another_program_is_told_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        await using (var other = new SqliteConnection($"Data Source={folder["bookmarks.db"]};Pooling=false"))
        {
            await other.OpenAsync();
            await using var command = new SqliteCommand("create table bookmark (address text)", other);
            await command.ExecuteNonQueryAsync();
        }
        var before = await File.ReadAllBytesAsync(folder["bookmarks.db"]);
        await Refused(folder["bookmarks.db"], "another program");
        Assert.Equal(before.Length, (await File.ReadAllBytesAsync(folder["bookmarks.db"])).Length);
    }

    [Fact]
    public async Task A_file_that_another_program_holds_locked_is_told_and_used_again_after()
    {
        using var folder = new TemporaryFolder();
        await (await Store.OpenAsync(folder["desk.db"], TimeProvider.System)).DisposeAsync();
        await using var database = Database.At(folder["desk.db"], lockedSeconds: 1);
        Task Add(string name) => database.WriteAsync(sql => sql.RunAsync("insert into data_key (name, xml) values (@name, '')", ("name", name)), CancellationToken.None);
        await using var other = new SqliteConnection($"Data Source={folder["desk.db"]};Pooling=false");
        await other.OpenAsync();
        await using (var command = new SqliteCommand("begin immediate", other)) await command.ExecuteNonQueryAsync();
        var error = await Assert.ThrowsAsync<StoreException>(() => Add("k1"));
        Assert.Contains("another program holds it locked", error.Message, StringComparison.Ordinal);
        await using (var command = new SqliteCommand("rollback", other)) await command.ExecuteNonQueryAsync();
        await Add("k2");
        Assert.Equal(1, await database.ReadAsync(sql => sql.NumberAsync("select count(*) from data_key"), CancellationToken.None));
    }

    [Fact]
    public async Task On_a_full_disk_what_does_not_fit_is_told_and_what_fitted_stays()
    {
        using var folder = new TemporaryFolder();
        await using var database = Database.At(folder["desk.db"]);
        await Migrations.RunAsync(database, DateTimeOffset.UnixEpoch, CancellationToken.None);
        // SQLite's own limit of pages answers as a full disk does.
        Task Write(int number, int bytes) => database.WriteAsync(async sql =>
        {
            await sql.RunAsync("pragma max_page_count = 400");
            await sql.RunAsync("insert into data_key (name, xml) values (@name, @xml)", ("name", $"k{number}"), ("xml", new string('x', bytes)));
        }, CancellationToken.None);
        var kept = 0;
        var error = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (; ; kept++) await Write(kept, 100_000);
        });
        Assert.Contains("its disk is full: make room", error.Message, StringComparison.Ordinal);
        Assert.InRange(kept, 1, 100);
        Assert.Equal(kept, await database.ReadAsync(sql => sql.NumberAsync("select count(*) from data_key"), CancellationToken.None));
        await database.WriteAsync(sql => sql.RunAsync("delete from data_key where name = 'k0'"), CancellationToken.None);
        await Write(kept, 50_000);
    }

    [Fact]
    public async Task A_folder_that_vanishes_and_comes_back_is_told_and_nothing_is_lost()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["disk"]);
        await using (var store = await Store.OpenAsync(folder["disk/desk.db"], TimeProvider.System))
            await store.Keys.AddAsync("k1", "one");
        Directory.Move(folder["disk"], folder["away"]);
        await Refused(folder["disk/desk.db"], "check that its folder exists");
        Directory.Move(folder["away"], folder["disk"]);
        await using var back = await Store.OpenAsync(folder["disk/desk.db"], TimeProvider.System);
        Assert.Equal(["one"], await back.Keys.AllAsync());
    }

    [Theory]
    [InlineData("Host=localhost;Colour=blue", "can't be read")]
    [InlineData("Host=127.0.0.1;Port=1;Database=desk;Username=ann;Password=secret", "check that the server runs")]
    public async Task A_server_that_is_not_there_is_told_without_the_password(string where, string mend)
    {
        var error = await Refused(where, mend);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_the_server_does_not_have_is_told() => await Refused($"{StorePlace.Server()};Database=nowhere", "createdb");

    [Fact]
    public async Task A_server_that_ends_in_the_middle_is_told_and_when_it_is_back_everything_acknowledged_is_there()
    {
        StorePlace.Server();
        using var folder = new TemporaryFolder();
        var server = Run("start", folder.Path);
        try
        {
            await using var store = await Store.OpenAsync(server.Trim(), TimeProvider.System);
            var acknowledged = new bool[400];
            var failed = 0;
            var reacting = Task.Run(() => Task.WhenAll(Enumerable.Range(0, 400).Select(async number =>
            {
                await Task.Delay(number % 40 * 5);
                try
                {
                    await store.Reactions.SetAsync(new Reaction(new ReactionTarget("a", $"c{number}", 0), "r1", true, ""));
                    acknowledged[number] = true;
                }
                catch (StoreException)
                {
                    Interlocked.Increment(ref failed);
                }
            })));
            await Task.Delay(100);
            Run("kill", folder.Path);
            await reacting;
            Assert.Equal(400, acknowledged.Count(kept => kept) + failed);
            Assert.NotEqual(0, failed);
            await Assert.ThrowsAsync<StoreException>(() => store.PingAsync());

            Run("start", folder.Path);
            await store.PingAsync();
            var kept = (await store.Reactions.OfReaderAsync("a", "r1")).Keys;
            Assert.Empty(Enumerable.Range(0, 400).Where(number => acknowledged[number]).Select(number => $"c{number}").Except(kept));
            await store.Reactions.SetAsync(new Reaction(new ReactionTarget("a", "c0", 0), "r1", false, ""));
            Assert.False((await store.Reactions.OfReaderAsync("a", "r1"))["c0"].Useful);
        }
        finally
        {
            Run("stop", folder.Path);
        }
    }

    private static string Run(string verb, string folder)
    {
        // The server keeps the streams of whoever starts it open, so its output goes through a file.
        var run = CommandRun.Start("bash", Checkout.Root, "", ["-c", $"tests/postgres {verb} '{folder}' > '{folder}/said' 2>&1 < /dev/null; code=$?; cat '{folder}/said'; exit $code"]);
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Output;
    }

    private static async Task<StoreException> Refused(string where, string mend)
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => Store.OpenAsync(where, TimeProvider.System));
        Assert.Contains(mend, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        return error;
    }
}
