using System.CommandLine;
using System.Globalization;
using Assay.Storage.Backups;

namespace Assay.Cli;

/// <summary><c>assay backup FILE</c> and <c>assay restore FILE</c>: copies of all that a workbench keeps.</summary>
internal static class BackupVerbs
{
    public static IEnumerable<Verb> Create(Terminal terminal, TimeProvider time)
    {
        yield return Of("backup", "Copy a store into a file, also while it is served.", "The file to make; one that is there is replaced.", terminal, async (file, store, cancellation) =>
        {
            await Backup.MakeAsync(store, file, time, cancellation);
            return string.Create(CultureInfo.InvariantCulture, $"{file}: {new FileInfo(file).Length:N0} bytes");
        });
        yield return Of("restore", "Copy a backup into a store in which there is nothing yet.", "The backup; it is only read.", terminal, async (file, store, cancellation) =>
        {
            await Backup.RestoreAsync(file, store, time, cancellation);
            return $"restored from {file}";
        });
    }

    private static Verb Of(string verb, string description, string about, Terminal terminal, Func<string, string, CancellationToken, Task<string>> run)
    {
        var file = new Argument<string>("FILE") { Description = about };
        file.Validators.Add(CommandLine.RefuseUnknownOptions);
        var where = new StoreOption();
        var command = new Command(verb, description) { file, where.Option };
        command.SetAction((line, cancellation) => StoreOption.ForAsync(async () =>
            await terminal.Output.WriteLineAsync(await run(line.GetRequiredValue(file), line.GetRequiredValue(where.Option), cancellation))));
        return new Verb(command, $"assay {verb} desk-backup.db --store desk.db", $"assay {verb} desk-backup.db --store \"Host=localhost;Database=assay;Username=assay\"");
    }
}
