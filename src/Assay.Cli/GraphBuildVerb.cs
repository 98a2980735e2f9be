using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assay.Formats.Graphs;

namespace Assay.Cli;

/// <summary><c>assay graph build FILE -o OUT</c>: keeps a graph in one file that opens in an instant.</summary>
internal sealed class GraphBuildVerb(Terminal terminal)
{
    private readonly GraphInput _input = new(terminal);

    private readonly Option<string> _out = new("--out", "-o") { HelpName = "FILE", Required = true, Description = $"The snapshot to write, as a rule with the ending {GraphSnapshot.Extension}. One that exists is replaced once the new one is whole." };

    public Verb Create()
    {
        var verb = new Command("build", "Read a graph's files and keep it as a snapshot, which the other verbs open in an instant.");
        _input.AddTo(verb);
        verb.Add(_out);
        verb.SetAction(line => _input.With(line, data => Run(line, data)));
        return new Verb(verb, $"assay graph build register/ -o register{GraphSnapshot.Extension}", $"assay graph build stakes.csv --entities firms.csv --percent -o firms{GraphSnapshot.Extension}");
    }

    private int Run(ParseResult line, GraphData data)
    {
        var target = line.GetRequiredValue(_out);
        // All is read before the file is begun: a damaged snapshot as input is no fault of the output.
        _ = (data.Capital, data.Votes, data.Ids, data.Countries, data.Kinds, data.Values, data.Controls, data.Vetoes);
        Waiting.For(terminal, "writing", _ =>
        {
            OutputFile.Write(target, stream =>
            {
                GraphSnapshot.Write(data, stream);
                (stream as FileStream)?.Flush(flushToDisk: true);
            });
            return true;
        });
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"assay: {target}: {data.Ids.Count:N0} entities, {data.Capital.StakeCount:N0} stakes, {new FileInfo(target).Length:N0} bytes"));
        return ExitCode.Done;
    }
}
