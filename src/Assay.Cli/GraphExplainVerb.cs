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

    /// <summary>The whole of the asset is what is divided.</summary>
    private static readonly double[] s_whole = [1];

    private readonly GraphInput _input = new(terminal);
    private readonly GraphOutput _output = new(terminal);
    private readonly Argument<string> _owner = new("OWNER") { Description = "The owner's id." };
    private readonly Argument<string> _asset = new("ASSET") { Description = "The asset's id." };
    private readonly Option<int> _paths = new("--paths") { HelpName = "K", Description = $"How many chains of owners to show, those first that can carry most; {UsualPaths} unless given.", DefaultValueFactory = _ => UsualPaths };
    private readonly Option<double> _threshold = new("--threshold") { HelpName = "PERCENT", Description = $"Say whether the owner holds more than this; {UsualThreshold} unless given.", DefaultValueFactory = _ => UsualThreshold };

    public Verb Create()
    {
        var verb = new Command("explain", "Print how much an owner holds of an asset, whether that is above a threshold, whether it controls it, and the chains through which.");
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
        var chains = ChainSearch.Explain(data.Capital, terminal, owner, asset, paths).Chains;
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
            new("chains", "chains shown", (long)chains.Length),
        ];
        return new ResultTable(
        [
            new ResultColumn.Text("chain", "from the asset up to the owner", row => string.Join(" ‹ ", chains[row].Entities.Select(data.Ids.Text))),
            new ResultColumn.Count("steps", "steps", row => chains[row].Entities.Length - 1),
            new ResultColumn.Share("least_share", "at least", row => chains[row].Part.Low),
            new ResultColumn.Share("greatest_share", "at most", row => chains[row].Part.High),
        ], chains.Length, facts);
    }
}
