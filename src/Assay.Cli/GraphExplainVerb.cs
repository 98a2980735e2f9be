using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assay.Formats.Graphs;
using Assay.Formats.Tables;
using Assay.Ownership;

namespace Assay.Cli;

/// <summary><c>assay graph explain FILE OWNER ASSET</c>: how much an owner holds of an asset, and through whom.</summary>
internal sealed class GraphExplainVerb(Terminal terminal)
{
    private const double UsualThreshold = 25;
    private const int UsualPaths = 10;
    private const int ShownCycles = 5;
    private const int ShownMembers = 8;

    /// <summary>The whole of the asset is what is divided.</summary>
    private static readonly double[] s_whole = [1];

    private readonly GraphInput _input = new(terminal);
    private readonly GraphOutput _output = new(terminal);
    private readonly Argument<string> _owner = new("OWNER") { Description = "The owner's id." };
    private readonly Argument<string> _asset = new("ASSET") { Description = "The asset's id." };
    private readonly Option<int> _paths = new("--paths") { HelpName = "K", Description = $"How many chains of owners to show, those first that can carry most; {UsualPaths} unless given.", DefaultValueFactory = _ => UsualPaths };
    private readonly Option<double> _threshold = new("--threshold") { HelpName = "PERCENT", Description = $"Say whether the owner holds more than this, and the smallest change of stakes that would alter the answer; {UsualThreshold} unless given.", DefaultValueFactory = _ => UsualThreshold };

    public Verb Create()
    {
        var verb = new Command("explain", "Print how much an owner holds of an asset, whether that is above a threshold and what would change it, whether it controls it, and the chains through which.");
        _input.AddTo(verb);
        verb.Add(_owner);
        verb.Add(_asset);
        verb.Add(_paths);
        verb.Add(_threshold);
        _output.AddTo(verb);
        _paths.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() < 0) result.AddError("--paths is a number of chains, 0 or more");
        });
        _threshold.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<double>() is not (>= 0 and <= 100)) result.AddError("--threshold is a percentage from 0 to 100");
        });
        verb.SetAction(line => _input.With(line, data => Run(line, data)));
        return new Verb(verb, "assay graph explain register/ northern-firms deep-field", "assay graph explain register.assay-graph northern-firms deep-field --paths 3 --threshold 50 --format json");
    }

    private int Run(ParseResult line, GraphData data)
    {
        var (owner, asset) = (GraphNames.Entity(data, line.GetRequiredValue(_owner)), GraphNames.Entity(data, line.GetRequiredValue(_asset)));
        var (paths, threshold) = (line.GetValue(_paths), line.GetValue(_threshold) / 100);
        return _output.Write(line, Waiting.For(terminal, "following chains", _ => Table(data, owner, asset, paths, threshold)));
    }

    private static ResultTable Table(GraphData data, int owner, int asset, int paths, double threshold)
    {
        var (bounds, _) = new GraphHoldings(data, new GraphValues("asset", new[] { asset }, s_whole)).Of(owner);
        var (low, high) = (bounds.Low, Math.Min(1, bounds.High));
        var terminal = new bool[data.Capital.EntityCount];
        var explanation = ChainSearch.Explain(data.Capital, terminal, owner, asset, paths);
        var chains = explanation.Chains;
        // At the threshold itself rounding must not decide.
        var above = low > threshold + OwnershipGraph.Tolerance ? "surely" : high > threshold + OwnershipGraph.Tolerance ? "perhaps" : "surely not";
        var controls = new GraphControl(data).Controlled(owner).Contains(asset) ? "yes" : "not for sure";
        List<ResultFact> facts =
        [
            new("owner", "owner", data.Ids.Text(owner)),
            new("asset", "asset", data.Ids.Text(asset)),
            new("least_share", "holds at least", low, IsShare: true),
            new("greatest_share", "holds at most", high, IsShare: true),
            new("above_threshold", string.Create(CultureInfo.InvariantCulture, $"more than {100 * threshold:0.###} %"), above),
            new("controls", "controls it", controls),
            .. Change(data, owner, asset, threshold, isAbove: above == "surely"),
            new("chains", "chains shown", (long)chains.Length),
            new("least_remainder", "all other chains, at least", explanation.Remainder.Low, IsShare: true),
            new("greatest_remainder", "all other chains, at most", explanation.Remainder.High, IsShare: true),
            new("cycles", "cycles passed", (long)explanation.Cycles.Length),
            .. explanation.Cycles.Take(ShownCycles).Select((cycle, i) => Cycle(data, cycle, i + 1)),
        ];
        return new ResultTable(
        [
            new ResultColumn.Text("chain", "from the asset up to the owner", row => string.Join(" ‹ ", chains[row].Entities.Select(data.Ids.Text))),
            new ResultColumn.Count("steps", "steps", row => chains[row].Entities.Length - 1),
            new ResultColumn.Share("least_share", "at least", row => chains[row].Part.Low),
            new ResultColumn.Share("greatest_share", "at most", row => chains[row].Part.High),
        ], chains.Length, facts);
    }

    /// <summary>What it would take to have the owner surely above the threshold, or, if it is, not surely any more.</summary>
    private static List<ResultFact> Change(GraphData data, int owner, int asset, double threshold, bool isAbove)
    {
        var (terminal, inGroup) = (new bool[data.Capital.EntityCount], new bool[data.Capital.EntityCount]);
        data.Capital.MarkUnowned(terminal);
        terminal[owner] = inGroup[owner] = true;
        var change = ChangeSearch.FindSmallest(data.Capital, terminal, inGroup, asset, ShareBound.Lower, isAbove ? Crossing.AtMost : Crossing.AtLeast, threshold);
        var aim = string.Create(CultureInfo.InvariantCulture, $"{(isAbove ? "to be down at" : "to be sure of")} {100 * threshold:0.###} %");
        if (change.Outcome == ChangeOutcome.Impossible) return [new("smallest_change", $"{aim}, stakes would change by", "no change of recorded stakes does it")];
        List<ResultFact> facts = [new("least_change", $"{aim}, stakes would change by at least", change.Cost.Low, IsShare: true)];
        if (change.Changes.IsEmpty) return facts;
        facts.Add(new("greatest_change", "and by no more than", change.Cost.High, IsShare: true));
        facts.Add(new("changes", "so for instance", string.Join("; ", change.Changes.Select(stake => string.Create(CultureInfo.InvariantCulture,
            $"{data.Ids.Text(stake.Owner)} in {data.Ids.Text(stake.Asset)} {100 * stake.From:0.###} → {100 * stake.To:0.###} %")))));
        return facts;
    }

    private static ResultFact Cycle(GraphData data, CyclePassage cycle, int number)
    {
        var (members, factor) = (cycle.Members.Take(ShownMembers).Select(data.Ids.Text), cycle.Factor);
        var more = cycle.Members.Length > ShownMembers ? $" and {cycle.Members.Length - ShownMembers} more" : "";
        var times = double.IsFinite(factor.High) ? string.Create(CultureInfo.InvariantCulture, $", {factor.High:0.####} times what it would be without coming back") : "";
        return new($"cycle_{number}", $"cycle {number}", string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", members)}{more}: {100 * cycle.Through.High:0.###} % passes it{times}"));
    }
}
