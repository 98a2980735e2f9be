using System.CommandLine;
using System.CommandLine.Invocation;
using Assay.Formats.Records;

namespace Assay.Cli;

/// <summary><c>assay --version</c>: the program's version and the hashes of its rules and packs, which together fix a result.</summary>
internal sealed class VersionVerb(Terminal terminal)
{
    public Option Option => new Option<bool>("--version")
    {
        Description = "Show the version, and the hashes of the rules and packs.",
        Arity = ArgumentArity.Zero,
        Action = new Print(terminal),
    };

    private sealed class Print(Terminal terminal) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var record = LoadedRecord.Load([], null);
            terminal.Output.WriteLine($"assay {ProgramVersion.Text}");
            terminal.Output.WriteLine($"rules sha256:{record.Rules.Sha256}");
            foreach (var pack in record.Evidence.Packs) terminal.Output.WriteLine($"pack {pack.Name} {pack.Version} sha256:{pack.Sha256}");
            return ExitCode.Done;
        }
    }
}
