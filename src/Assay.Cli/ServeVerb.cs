using System.CommandLine;
using Assay.Formats.Records;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Web;
using Assay.Web.Operations;
using Microsoft.Extensions.Hosting;

namespace Assay.Cli;

/// <summary><c>assay serve</c>: the workbench, until it is stopped.</summary>
internal sealed class ServeVerb(Terminal terminal, TimeProvider time)
{
    private const string Usual = "http://127.0.0.1:5080";

    private readonly Option<string> _store = new("--store") { HelpName = "FILE|Host=…", Description = "Where everything is kept: a file (SQLite), or a connection string of PostgreSQL.", DefaultValueFactory = _ => "assay.db" };
    private readonly Option<string[]> _urls = new("--urls") { HelpName = "URL", Description = $"Where to listen; may be given again. Without it, {Usual}." };
    private readonly Option<string> _base = new("--base") { HelpName = "URL", Description = "The address that readers reach it at, where that is not the one it listens at.", DefaultValueFactory = _ => "" };
    private readonly Option<string[]> _proxies = new("--proxy") { HelpName = "ADDRESS", Description = "A proxy in front that is believed when it says who its client is: an address, or a network as 10.0.0.0/8." };
    private readonly Option<string> _name = new("--name") { HelpName = "TEXT", Description = "The name of the site.", DefaultValueFactory = _ => "Assay" };
    private readonly Option<string[]> _packs = new("--evidence") { HelpName = "DIR", Description = "An evidence pack to use beside the built-in ones; may be given again." };
    private readonly Option<string> _local = new("--local-packs") { HelpName = "DIR", Description = "The folder of packs that the desk adds rows to.", DefaultValueFactory = _ => "local-packs" };
    private readonly Option<string?> _rules = new("--rules") { HelpName = "DIR", Description = "Rules in place of the built-in ones." };
    private readonly Option<string?> _about = new("--about") { HelpName = "FILE.md", Description = "What the desk says of itself on /method: who it is, who pays for it, how to reach it." };
    private readonly Option<bool> _private = new("--allow-private") { Description = "Fetch articles from this machine and private networks too." };
    private readonly Option<bool> _json = new("--log-json") { Description = "Write the log as JSON, an object a line." };
    private readonly Option<bool> _quiet = new("--log-errors-only") { Description = "Leave the line for every request out of the log." };
    private readonly Option<bool> _unlimited = new("--no-limits") { Description = "Hold no client to a number of requests; for measurements." };

    public Verb Create()
    {
        var verb = new Command("serve", "Open the workbench: check, correct, publish, react.") { _store, _urls, _base, _proxies, _name, _packs, _local, _rules, _about, _private, _json, _quiet, _unlimited };
        verb.SetAction(RunAsync);
        return new Verb(verb, "assay serve", "assay serve --store desk.db --urls http://127.0.0.1:8000 --evidence my-pack",
            "assay serve --store \"Host=localhost;Database=assay;Username=assay\" --base https://desk.example --proxy 127.0.0.1 --log-json");
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = Options(line);
        try
        {
            await using var store = await Store.OpenAsync(options.Store, time, cancellation);
            await using var app = Workbench.Build(options, store, time);
            Interruption.LeaveToVerb();
            await app.StartAsync(cancellation);
            await SayAsync(await OpeningAsync([.. app.Urls], options, store, cancellation), cancellation);
            await app.WaitForShutdownAsync(cancellation);
            await SayAsync(["Stopped; everything that was told as kept is in the store."], CancellationToken.None);
            return ExitCode.Done;
        }
        catch (StoreException error)
        {
            throw new StopException(ExitCode.OutputUnwritable, [error.Message]);
        }
        catch (BrokenRecordException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, [.. error.Lines]);
        }
        catch (IOException error)
        {
            throw StopException.Usage($"it can't listen at {string.Join(", ", options.Listen)}: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}; name a free address after --urls");
        }
    }

    private WorkbenchOptions Options(ParseResult line)
    {
        var options = new WorkbenchOptions
        {
            Listen = line.GetValue(_urls) is { Length: > 0 } urls ? urls : [Usual], Store = line.GetRequiredValue(_store), Packs = line.GetValue(_packs) ?? [], LocalPacks = line.GetRequiredValue(_local),
            Rules = line.GetValue(_rules), SiteName = line.GetRequiredValue(_name).Trim(), BaseAddress = line.GetRequiredValue(_base).TrimEnd('/'), AllowPrivate = line.GetValue(_private), About = About(line.GetValue(_about)),
            Proxies = line.GetValue(_proxies) ?? [], Limits = line.GetValue(_unlimited) ? LimitOptions.None : new LimitOptions(), LogsJson = line.GetValue(_json), LogsRequests = !line.GetValue(_quiet),
        };
        foreach (var wrong in options.Problems()) throw StopException.Usage(wrong);
        return options;
    }

    private static async Task<IReadOnlyList<string>> OpeningAsync(string[] urls, WorkbenchOptions options, Store store, CancellationToken cancellation)
    {
        var address = options.BaseAddress.Length > 0 ? $"{options.BaseAddress} (it listens at {string.Join(", ", urls)})" : string.Join(", ", urls);
        var lines = new List<string>
        {
            $"The workbench is open at {address}.",
            $"  store         {store.Where} ({store.Dialect})",
            $"  record        the built-in packs{string.Concat(options.Packs.Select(pack => $", {pack}"))}; the desk adds rows under {options.LocalPacks}",
        };
        if (!await store.Accounts.AnyAsync(cancellation)) lines.Add("  accounts      none yet: the first visitor from this machine is the editor; add accounts with: assay users add");
        if (options.Limits.IsOff) lines.Add("  limits        off");
        lines.Add("Press Ctrl+C to stop it.");
        return lines;
    }

    private async Task SayAsync(IReadOnlyList<string> lines, CancellationToken cancellation)
    {
        foreach (var text in lines) await terminal.Output.WriteLineAsync(text.AsMemory(), cancellation);
        await terminal.Output.FlushAsync(cancellation);
    }

    private static AboutText About(string? file)
    {
        try
        {
            return file is null ? AboutText.None : AboutText.Read(File.ReadAllText(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Usage($"{file} can't be read: {error.Message.TrimEnd('.')}; name a text file after --about");
        }
    }
}
