using System.CommandLine;
using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Linking;

namespace Assay.Cli;

/// <summary>What the verbs about links read and write, with what stands against it in the program's words.</summary>
internal static class LinkFiles
{
    /// <summary>The argument that names a pack.</summary>
    public static Argument<string> Pack()
    {
        var pack = new Argument<string>("PACK") { Description = "The pack's folder." };
        pack.Validators.Add(CommandLine.RefuseUnknownOptions);
        return pack;
    }

    /// <summary>The decisions of a pack.</summary>
    /// <exception cref="StopException">There is no such pack, or its table of links cannot be read.</exception>
    public static LinkBook Book(string folder) => PackFolder.Open(folder, () => LinkBook.Open(folder));

    /// <summary>What linking knows.</summary>
    /// <exception cref="StopException">The rules are missing or broken.</exception>
    public static LinkRules Rules(RecordOptions record, ParseResult line) => RecordOptions.Loaded(() =>
    {
        try
        {
            return LinkRuleFiles.Load(record.LoadEvidence(line), record.Rules(line));
        }
        catch (Assay.Formats.InvalidDataFileException error)
        {
            throw new StopException(ExitCode.EvidenceBroken, [.. error.Problems.Select(problem => problem.ToString())]);
        }
    });

    /// <summary>Writes the decisions.</summary>
    /// <exception cref="StopException">They cannot be written.</exception>
    public static void Save(LinkBook book, string folder)
    {
        try
        {
            book.Save();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"{folder}/links.csv: nothing is written: {error.Message.TrimEnd('.')}"]);
        }
    }

    /// <summary>The word of an outcome.</summary>
    public static string WordOf(LinkOutcome outcome) => outcome.ToString().ToLowerInvariant();
}
