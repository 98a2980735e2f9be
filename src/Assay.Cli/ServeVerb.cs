using System.CommandLine;
using Assay.Formats.Records;
using Assay.Publishing.Site;
using Assay.Storage;
using Assay.Web;
using Microsoft.Extensions.Hosting;

namespace Assay.Cli;

/// <summary><c>assay serve</c>: the workbench, until it is stopped.</summary>
internal sealed class ServeVerb(Terminal terminal, TimeProvider time)
{
    private readonly Option<string> _store = new("--store") { HelpName = "FILE|Host=…", Description = "Where everything is kept: a file (SQLite), or a connection string of PostgreSQL.", DefaultValueFactory = _ => "assay.db" };
    private readonly Option<string[]> _urls = new("--urls") { HelpName = "URL", Description = "Where to listen. Without it, http://127.0.0.1:5080." };
    private readonly Option<string[]> _packs = new("--evidence") { HelpName = "DIR", Description = "An evidence pack to use beside the built-in ones." };
    private readonly Option<string> _local = new("--local-packs") { HelpName = "DIR", Description = "The folder of packs that the desk adds rows to.", DefaultValueFactory = _ => "local-packs" };
    private readonly Option<string?> _rules = new("--rules") { HelpName = "DIR", Description = "Rules in place of the built-in ones." };
    private readonly Option<string> _name = new("--name") { HelpName = "TEXT", Description = "The name of the site.", DefaultValueFactory = _ => "Assay" };
    private readonly Option<string> _base = new("--base") { HelpName = "URL", Description = "The address that readers reach it at, where that is not the one it listens at.", DefaultValueFactory = _ => "" };
    private readonly Option<string?> _about = new("--about") { HelpName = "FILE.md", Description = "What the desk says of itself on /method: who it is, who pays for it, how to reach it." };
    private readonly Option<bool> _private = new("--allow-private") { Description = "Fetch articles from this machine and private networks too." };

    public Verb Create()
    {
        var verb = new Command("serve", "Open the workbench: check, correct, publish, react.") { _store, _urls, _packs, _local, _rules, _name, _base, _about, _private };
        verb.SetAction(RunAsync);
        return new Verb(verb, "assay serve", "assay serve --store desk.db --urls http://127.0.0.1:8000", "assay serve --store \"Host=localhost;Database=assay;Username=assay\" --base https://desk.example");
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = new WorkbenchOptions
        {
            Listen = line.GetValue(_urls) is { Length: > 0 } urls ? urls : ["http://127.0.0.1:5080"], Store = line.GetRequiredValue(_store), Packs = line.GetValue(_packs) ?? [], LocalPacks = line.GetRequiredValue(_local),
            Rules = line.GetValue(_rules), SiteName = line.GetRequiredValue(_name), BaseAddress = line.GetRequiredValue(_base).TrimEnd('/'), AllowPrivate = line.GetValue(_private), About = About(line.GetValue(_about)),
        };
        try
        {
            await using var store = await Store.OpenAsync(options.Store, time, cancellation);
            await using var app = Workbench.Build(options, store, time);
            await app.StartAsync(cancellation);
            await terminal.Output.WriteLineAsync($"The workbench is open at {string.Join(", ", app.Urls)}; its store is {store.Where}. Press Ctrl+C to stop it.");
            await terminal.Output.FlushAsync(cancellation);
            await app.WaitForShutdownAsync(cancellation);
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
            throw StopException.Usage($"it can't listen at {string.Join(", ", options.Listen)}: {error.Message.TrimEnd('.')}; name a free address after --urls");
        }
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
