using System.CommandLine;
using System.Security.Cryptography;
using Assay.Storage;
using Assay.Storage.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Assay.Cli;

/// <summary><c>assay users</c>: who may sign in at the workbench.</summary>
internal sealed class UsersVerb(Terminal terminal, TimeProvider time)
{
    private const int ShortestPassword = 12;
    private const int LongestName = 60;

    private static readonly string[] Roles = ["reader", "editor", "admin"];

    private readonly PasswordHasher<Account> _hasher = new();

    public static Verb Group() => new(new Command("users", "Say who may sign in at the workbench."), "assay users add ann --role editor", "assay users list");

    public IEnumerable<Verb> All()
    {
        var role = new Option<string>("--role") { HelpName = "reader|editor|admin", Description = "What the account may do: a reader sees the desk, an editor corrects and publishes, an admin may also add to any pack.", DefaultValueFactory = _ => "editor" };
        role.AcceptOnlyFromAmong(Roles);
        yield return OfOne("add", "Add an account; its password is asked for, or read from standard input.", (store, name, line, cancellation) => AddAsync(store, name, line.GetRequiredValue(role), cancellation), role);
        yield return OfOne("password", "Give an account another password; whoever is signed in with it is signed out.", (store, name, _, cancellation) =>
            ChangeAsync(store, name, account => account with { Password = _hasher.HashPassword(account, AskPassword()) }, "has another password", cancellation));
        yield return OfOne("disable", "Let an account no longer sign in; whoever is signed in with it is signed out.", (store, name, _, cancellation) => ChangeAsync(store, name, account => account with { IsDisabled = true }, "may no longer sign in", cancellation));
        yield return OfOne("enable", "Let an account sign in again.", (store, name, _, cancellation) => ChangeAsync(store, name, account => account with { IsDisabled = false }, "may sign in", cancellation));
        var where = new StoreOption();
        var list = new Command("list", "Name the accounts.") { where.Option };
        list.SetAction((line, cancellation) => where.UseAsync(line, time, store => ListAsync(store, cancellation), cancellation));
        yield return new Verb(list, "assay users list", "assay users list --store desk.db");
    }

    private Verb OfOne(string verb, string description, Func<Store, string, ParseResult, CancellationToken, Task> run, params Option[] more)
    {
        var name = new Argument<string>("NAME") { Description = "The account's name, which stands under what it signs." };
        name.Validators.Add(CommandLine.RefuseUnknownOptions);
        var where = new StoreOption();
        var command = new Command(verb, description) { name, where.Option };
        foreach (var option in more) command.Add(option);
        command.SetAction((line, cancellation) => where.UseAsync(line, time, store => run(store, line.GetRequiredValue(name).Trim(), line, cancellation), cancellation));
        return new Verb(command, $"assay users {verb} ann", $"assay users {verb} ann --store desk.db");
    }

    private async Task AddAsync(Store store, string name, string role, CancellationToken cancellation)
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) throw StopException.Usage($"a name has 1 to {LongestName} letters, and no line breaks");
        if (await store.Accounts.FindAsync(name, cancellation) is not null) throw StopException.Usage($"there is an account '{name}' already; to give it another password: assay users password {name}");
        var account = new Account(name, "", role, NewStamp(), IsDisabled: false);
        if (!await store.Accounts.AddAsync(account with { Password = _hasher.HashPassword(account, AskPassword()) }, cancellation)) throw StopException.Usage($"there is an account '{name}' already");
        await terminal.Output.WriteLineAsync($"{name} may sign in ({role})");
    }

    private async Task ChangeAsync(Store store, string name, Func<Account, Account> change, string done, CancellationToken cancellation)
    {
        if (await store.Accounts.FindAsync(name, cancellation) is not { } account)
        {
            var names = (await store.Accounts.AllAsync(cancellation)).Select(known => known.Name).ToList();
            throw StopException.Usage($"there is no account '{name}'{Suggestion.For(name, names)}; {(names.Count == 0 ? "there is none yet" : $"there are: {string.Join(", ", names)}")}");
        }
        // A new stamp: cookies that were given under the old one are refused.
        await store.Accounts.SetAsync(change(account) with { Stamp = NewStamp() }, cancellation);
        await terminal.Output.WriteLineAsync($"{name} {done}");
    }

    private async Task ListAsync(Store store, CancellationToken cancellation)
    {
        var accounts = await store.Accounts.AllAsync(cancellation);
        if (accounts.Count == 0) await terminal.Output.WriteLineAsync("There is no account yet: whoever first opens the workbench on this machine is its editor. Add one with: assay users add NAME");
        foreach (var account in accounts) await terminal.Output.WriteLineAsync($"{account.Name}\t{account.Role}{(account.IsDisabled ? "\tdisabled" : "")}");
    }

    private string AskPassword()
    {
        var password = terminal.Ask is { } ask ? AskTwice(ask) : terminal.Input.ReadLine() ?? throw StopException.Usage("a password is missing: write it on the first line of standard input");
        return password.Length >= ShortestPassword ? password : throw StopException.Usage($"the password has {password.Length} characters; take at least {ShortestPassword}");
    }

    private static string AskTwice(Func<Prompt, string> ask)
    {
        var password = ask(new Prompt("Password", $"at least {ShortestPassword} characters; it is not shown", [], IsRequired: true, "") { IsSecret = true });
        var again = ask(new Prompt("Once more", "the same", [], IsRequired: true, "") { IsSecret = true });
        return password == again ? password : throw StopException.Usage("the two passwords differ; nothing was changed");
    }

    private static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
