using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Formats.Graphs;
using Assay.Formats.Tables;

namespace Assay.Cli;

/// <summary><c>assay graph control FILE</c>: who controls whom.</summary>
internal sealed class GraphControlVerb(Terminal terminal)
{
    private readonly GraphInput _input = new(terminal);
    private readonly GraphOutput _output = new(terminal);
    private readonly Option<string?> _controller = new("--controller") { HelpName = "ID", Description = "What this entity controls." };
    private readonly Option<string?> _of = new("--of") { HelpName = "ID", Description = "Who controls this entity, and who of them controls the others." };
    private readonly Option<bool> _all = new("--all") { Description = "Every pair of a controller and what it controls." };

    public Verb Create()
    {
        var verb = new Command("control", "Print who surely controls whom: by more than half of the votes, held directly or by what it controls. Without an option, the controllers of most.");
        _input.AddTo(verb);
        verb.Add(_controller);
        verb.Add(_of);
        verb.Add(_all);
        _output.AddTo(verb);
        verb.SetAction(line => _input.With(line, data => Run(line, data)));
        return new Verb(verb, "assay graph control register/", "assay graph control register/ --of deep-field", "assay graph control register.assay-graph --all -o pairs.parquet");
    }

    private int Run(ParseResult line, GraphData data)
    {
        var (controller, of, all) = (line.GetValue(_controller), line.GetValue(_of), line.GetValue(_all));
        if ((controller is null ? 0 : 1) + (of is null ? 0 : 1) + (all ? 1 : 0) > 1) throw StopException.Usage("--controller, --of and --all are three questions: ask one of them");
        var asked = (controller ?? of) is { } id ? GraphNames.Entity(data, id) : -1;
        var control = Waiting.For(terminal, "preparing", _ => new GraphControl(data));
        return _output.Write(line, Waiting.For(terminal, "searching", progress =>
            controller is not null ? Controlled(data, control, asked)
            : of is not null ? Controllers(data, control, asked, progress)
            : all ? Pairs(data, control, progress)
            : Groups(data, control, progress)));
    }

    private static ResultTable Controlled(GraphData data, GraphControl control, int controller)
    {
        var controlled = control.Controlled(controller);
        return new ResultTable(
            [.. GraphNames.Columns(data, "entity", row => controlled[row])], controlled.Length,
            [new ResultFact("controller", "controller", data.Ids.Text(controller)), new ResultFact("controlled", "controls, for sure", (long)controlled.Length)]);
    }

    private static ResultTable Controllers(GraphData data, GraphControl control, int entity, IProgress<double>? progress)
    {
        var controllers = control.ControllersOf(entity, progress);
        var ultimate = control.Ultimate(entity) is { } top ? data.Ids.Text(top) : control.HasSeveral(entity) ? "several, of whom none controls all others" : "nobody, as far as is known";
        return new ResultTable(
            [.. GraphNames.Columns(data, "controller", row => controllers[row])], controllers.Length,
            [new ResultFact("entity", "entity", data.Ids.Text(entity)), new ResultFact("ultimate", "controls it in the end", ultimate)]);
    }

    private static ResultTable Pairs(GraphData data, GraphControl control, IProgress<double>? progress)
    {
        var (controllers, entities) = control.Pairs(progress);
        return new ResultTable(
            [new ResultColumn.Entity("controller", "controller", data.Ids, row => controllers[row]), new ResultColumn.Entity("entity", "controls", data.Ids, row => entities[row])], controllers.Count,
            [new ResultFact("pairs", "pairs", (long)controllers.Count)]);
    }

    private static ResultTable Groups(GraphData data, GraphControl control, IProgress<double>? progress)
    {
        var groups = control.Groups(progress);
        return new ResultTable(
            [.. GraphNames.Columns(data, "controller", row => groups[row].Controller), new ResultColumn.Count("controlled", "controls", row => groups[row].Count)], groups.Length,
            [new ResultFact("controllers", "controllers", (long)groups.Length), new ResultFact("pairs", "pairs of a controller and what it controls", groups.Sum(group => (long)group.Count))]);
    }
}
