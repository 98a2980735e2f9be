using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Assay.Cli;

/// <summary>A verb's help: what it does and its options, then examples, then the exit codes.</summary>
internal sealed class HelpText(HelpAction options, IReadOnlyDictionary<Command, string[]> examples) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        options.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var lines))
        {
            output.WriteLine("Examples:");
            foreach (var line in lines) output.WriteLine($"  {line}");
            output.WriteLine();
        }
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in ExitCode.All) output.WriteLine($"  {code,-4} {meaning}");
        return ExitCode.Done;
    }
}
