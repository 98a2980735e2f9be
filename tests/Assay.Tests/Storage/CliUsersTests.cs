using Assay.Cli;
using Assay.Storage;
using Assay.Storage.Accounts;
using Assay.Tests.Cli;
using Microsoft.AspNetCore.Identity;
using Xunit;

namespace Assay.Tests.Storage;

/// <summary><c>assay users</c>, <c>assay backup</c> and <c>assay restore</c>.</summary>
public sealed class CliUsersTests : IDisposable
{
    private const string Password = "correct horse battery";

    private readonly TemporaryFolder _folder = new();

    private string Where => _folder["desk.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_account_is_added_with_a_hashed_password_read_from_standard_input()
    {
        var run = CommandRun.With(Password + "\n", "users", "add", "ann", "--role", "admin", "--store", Where);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var account = await AccountAsync("ann");
        Assert.Equal(("admin", false), (account.Role, account.IsDisabled));
        Assert.DoesNotContain(Password, account.Password, StringComparison.Ordinal);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(account, account.Password, Password));
        Assert.Equal("ann\tadmin\n", CommandRun.Of("users", "list", "--store", Where).Output);
    }

    [Fact]
    public async Task At_a_terminal_the_password_is_asked_twice_and_not_shown()
    {
        var asked = new List<Prompt>();
        var run = InProcessRun.With(prompt =>
        {
            asked.Add(prompt);
            return Password;
        }, "users", "add", "ann", "--store", Where);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, asked.Count);
        Assert.All(asked, prompt => Assert.True(prompt.IsSecret));
        Assert.Equal("editor", (await AccountAsync("ann")).Role);
    }

    [Fact]
    public async Task Two_passwords_that_differ_change_nothing()
    {
        var answers = new Queue<string>([Password, Password + "!"]);
        var run = InProcessRun.With(_ => answers.Dequeue(), "users", "add", "ann", "--store", Where);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("differ", run.Complaints[^1], StringComparison.Ordinal);
        await using var store = await Store.OpenAsync(Where, TimeProvider.System);
        Assert.False(await store.Accounts.AnyAsync());
    }

    [Theory]
    [InlineData("eleven char", "at least 12")]
    [InlineData(null, "a password is missing")]
    public void A_password_that_is_short_or_missing_is_refused(string? password, string told)
    {
        var run = CommandRun.With(password is null ? "" : password + "\n", "users", "add", "ann", "--store", Where);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Complaints[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_disabled_or_gets_another_password_is_signed_out_by_a_new_stamp()
    {
        CommandRun.With(Password, "users", "add", "ann", "--store", Where);
        var first = await AccountAsync("ann");
        Assert.Equal(0, CommandRun.Of("users", "disable", "ann", "--store", Where).ExitCode);
        var second = await AccountAsync("ann");
        Assert.True(second.IsDisabled);
        Assert.Equal(0, CommandRun.Of("users", "enable", "ann", "--store", Where).ExitCode);
        Assert.Equal(0, CommandRun.With("another password", "users", "password", "ann", "--store", Where).ExitCode);
        var last = await AccountAsync("ann");
        Assert.False(last.IsDisabled);
        Assert.NotEqual(first.Password, last.Password);
        Assert.Equal(3, new[] { first.Stamp, second.Stamp, last.Stamp }.Distinct().Count());
    }

    [Fact]
    public void A_name_that_is_taken_or_unknown_is_told()
    {
        CommandRun.With(Password, "users", "add", "ann", "--store", Where);
        var again = CommandRun.With(Password, "users", "add", "ann", "--store", Where);
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("already", again.Complaints[^1], StringComparison.Ordinal);
        Assert.Contains("did you mean ann?", CommandRun.Of("users", "disable", "anm", "--store", Where).Complaints[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_cannot_be_used_ends_with_5_and_one_line()
    {
        var run = CommandRun.Of("users", "list", "--store", _folder["none/desk.db"]);
        Assert.Equal(5, run.ExitCode);
        Assert.Contains("check that its folder exists", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Dialect.Sqlite)]
    [InlineData(Dialect.PostgreSql)]
    public async Task A_backup_is_a_store_that_can_be_restored_into_either_kind(Dialect dialect)
    {
        await using var place = await StorePlace.NewAsync(dialect);
        await using var target = await StorePlace.NewAsync(dialect);
        string article;
        await using (var store = await Store.OpenAsync(place.Where, TimeProvider.System))
        {
            var draft = await Sample.DraftAsync(store);
            await store.Drafts.EditAsync(draft, 0, ["c1"], "drop", "{}", "ann");
            await store.Pictures.AddAsync(draft, [0xFF, 0xD8, 0xFF, 1], "", "", "", "ann");
            await store.Accounts.SetAsync(new Account("ann", "hash", "editor", "s", IsDisabled: false));
            await store.Keys.AddAsync("k", "<key/>");
            article = (await Sample.PublishAsync(store, Sample.Version(Sample.Finding("c1")), draft: draft)).Article;
            await store.Published.SignAsync(article, 1, "c1", "ann");
            await store.Requests.AddAsync(article, 1, "c1", "Sold.", "");
            await store.Reactions.SetAsync(new Assay.Storage.Reactions.Reaction(new Assay.Storage.Reactions.ReactionTarget(article, "c1", 1), "r1", true, "clear"));
        }
        Assert.Equal(0, CommandRun.Of("backup", _folder["b.db"], "--store", place.Where).ExitCode);
        Assert.Equal(["b.db"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
        var restoring = CommandRun.Of("restore", _folder["b.db"], "--store", target.Where);
        Assert.True(restoring.ExitCode == 0, restoring.Error);
        foreach (var where in new[] { _folder["b.db"], target.Where })
        {
            await using var store = await Store.OpenAsync(where, TimeProvider.System);
            var version = (await store.Published.FindAsync(article))!;
            Assert.Equal("ann", version.Findings[0].SignedBy);
            Assert.Equal("{}"u8.ToArray(), await store.Published.DocumentAsync(article, 1));
            Assert.Equal(["c1", ""], (await store.SearchAsync("mine", 10)).Hits.Select(hit => hit.Claim).OrderDescending());
            Assert.Equal(("r1", 1L), (await KeptAsync(store), (await store.Reactions.CountsAsync(article))["c1"].Useful));
            Assert.Equal(["<key/>"], await store.Keys.AllAsync());
            Assert.Single((await store.Drafts.FindAsync((await store.Drafts.AllAsync())[0].Id))!.Edits);
        }
        var again = CommandRun.Of("restore", _folder["b.db"], "--store", target.Where);
        Assert.Equal(5, again.ExitCode);
        Assert.Contains("left as it is", again.Complaints[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_of_nothing_or_onto_the_store_itself_or_into_no_folder_is_refused_and_leaves_nothing()
    {
        Assert.Contains("there is no store", CommandRun.Of("backup", _folder["b.db"], "--store", Where).Complaints[^1], StringComparison.Ordinal);
        CommandRun.With(Password, "users", "add", "ann", "--store", Where);
        Assert.Contains("is the store itself", CommandRun.Of("backup", Where, "--store", Where).Complaints[^1], StringComparison.Ordinal);
        Assert.Equal(5, CommandRun.Of("backup", _folder["none/b.db"], "--store", Where).ExitCode);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Path), file => file.EndsWith(".tmp", StringComparison.Ordinal) || file.EndsWith("b.db", StringComparison.Ordinal) && file != Where);
    }

    private static async Task<string> KeptAsync(Store store)
    {
        var readers = new List<string>();
        await store.Reactions.ReadSinceAsync(0, reaction => readers.Add(reaction.Reader));
        return string.Join(' ', readers);
    }

    private async Task<Account> AccountAsync(string name)
    {
        await using var store = await Store.OpenAsync(Where, TimeProvider.System);
        return (await store.Accounts.FindAsync(name))!;
    }
}
