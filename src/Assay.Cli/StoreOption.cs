using System.CommandLine;
using Assay.Storage;

namespace Assay.Cli;

/// <summary><c>--store</c>: where everything of a workbench is kept.</summary>
internal sealed class StoreOption
{
    public Option<string> Option { get; } = new("--store")
    {
        HelpName = "FILE|Host=…", Description = "Where everything is kept: a file (SQLite), or a connection string of PostgreSQL.", DefaultValueFactory = _ => "assay.db",
    };

    /// <summary>Opens the store for one verb.</summary>
    /// <exception cref="StopException">It can't be used.</exception>
    public Task<int> UseAsync(ParseResult line, TimeProvider time, Func<Store, Task> use, CancellationToken cancellation) => ForAsync(async () =>
    {
        await using var store = await Store.OpenAsync(line.GetRequiredValue(Option), time, cancellation);
        await use(store);
    });

    /// <summary>Tells what is wrong with a store in one line.</summary>
    /// <exception cref="StopException">It can't be used.</exception>
    public static async Task<int> ForAsync(Func<Task> use)
    {
        try
        {
            await use();
            return ExitCode.Done;
        }
        catch (Exception error) when (error is StoreException or IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [error.Message.TrimEnd('.')]);
        }
    }
}
