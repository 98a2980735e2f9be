using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Formats.Graphs;
using Assay.Formats.Tables;
using Assay.Ownership;

namespace Assay.Cli;

/// <summary><c>assay graph stats FILE</c>: how large a graph is, and what is remarkable about it.</summary>
internal sealed class GraphStatsVerb(Terminal terminal)
{
    private readonly GraphInput _input = new(terminal);
    private readonly GraphOutput _output = new(terminal);

    public Verb Create()
    {
        var verb = new Command("stats", "Print how large a graph is: entities, stakes, connected parts, cycles, and assets of which more than the whole is held, which are listed.");
        _input.AddTo(verb);
        _output.AddTo(verb);
        verb.SetAction(line => _input.With(line, data => _output.Write(line, Waiting.For(terminal, "counting", _ => Table(data)))));
        return new Verb(verb, "assay graph stats register/", "assay graph stats register.assay-graph --format json");
    }

    private static ResultTable Table(GraphData data)
    {
        var graph = data.Capital;
        var counts = GraphCounts.Of(graph);
        var solver = OwnershipSolver.Prepare(graph, new bool[graph.EntityCount]);
        List<ResultFact> facts =
        [
            new("entities", "entities", (long)graph.EntityCount),
            new("stakes", "stakes (pairs of owner and asset)", (long)graph.StakeCount),
            new("unowned", "entities without a recorded owner", counts.Unowned),
            new("isolated", "entities without any stake", counts.Isolated),
            new("most_owners", "most owners of one asset", counts.MostOwners),
            new("most_holdings", "most holdings of one owner", counts.MostHoldings),
            new("components", "connected parts of two entities or more", counts.Parts),
            new("largest_component", "entities in the largest of them", counts.LargestPart),
            new("cycles", "cycles of cross-holdings and holdings in oneself", (long)solver.CycleCount),
            new("largest_cycle", "entities in the largest cycle", (long)solver.LargestCycle),
            new("closed_cycles", "cycles that hold all of themselves", (long)solver.ClosedCycles.Length),
            new("ranges", "stakes known as a range only", counts.Ranges),
            new("overfull", "assets of which more than the whole is held", (long)graph.Overfull.Length),
        ];
        if (!ReferenceEquals(data.Votes, graph)) facts.Add(new("votes", "stakes in votes", (long)data.Votes.StakeCount));
        if (data.Controls.Length > 0) facts.Add(new("controls", "rights that give control", (long)data.Controls.Length));
        if (data.Vetoes.Length > 0) facts.Add(new("vetoes", "golden shares", (long)data.Vetoes.Length));
        if (data.Countries is { } countries) facts.Add(new("countries", "countries", (long)countries.Words.Count(word => word.Length > 0)));
        if (data.Kinds is { } kinds) facts.Add(new("kinds", "kinds", (long)kinds.Words.Count(word => word.Length > 0)));
        if (data.Values is { } values) facts.Add(new("valued", $"entities with {values.Name}", (long)values.Entities.Length));
        if (graph.Overfull.IsEmpty) return new ResultTable([], 0, facts);
        OverfullAsset[] overfull = [.. graph.Overfull.OrderByDescending(asset => asset.Sum).ThenBy(asset => asset.Asset)];
        return new ResultTable(
            [new ResultColumn.Entity("asset", "overfull asset", data.Ids, row => overfull[row].Asset), new ResultColumn.Share("held", "held of it", row => overfull[row].Sum)], overfull.Length, facts);
    }
}
