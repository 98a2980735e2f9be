using System.CommandLine;
using Assay.Formats.Records;
using Assay.Web.Mcp;

namespace Assay.Cli;

/// <summary><c>assay mcp</c>: serves the record to an agent by the model context protocol, over standard input and output.</summary>
internal sealed class McpVerb(Terminal terminal, TimeProvider time)
{
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("mcp", "Serve the record to an agent by the model context protocol, over standard input and output.");
        _record.AddTo(verb);
        verb.SetAction(Run);
        return new Verb(verb, "assay mcp", "assay mcp --evidence my-pack --rules my-rules");
    }

    private int Run(ParseResult line)
    {
        using var input = Console.OpenStandardInput();
        try
        {
            McpOverStreams.RunAsync(() => RecordOptions.Loaded(() => new LiveRecord(_record.Packs(line), _record.Rules(line), time)), input, terminal.Bytes, terminal.Error, time).GetAwaiter().GetResult();
            return ExitCode.Done;
        }
        catch (InvalidDataException error)
        {
            throw StopException.Input($"standard input: {error.Message}");
        }
        catch (IOException error)
        {
            throw new StopException(ExitCode.OutputUnwritable, [$"standard output: {error.Message}"]);
        }
    }
}
