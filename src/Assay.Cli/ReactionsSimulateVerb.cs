using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Assay.Formats.Tables;
using Assay.Reactions.Simulation;

namespace Assay.Cli;

/// <summary><c>assay reactions simulate</c>: what brigades do to the order of findings in a simulated world, under Assay's rule and two others.</summary>
internal sealed class ReactionsSimulateVerb(Terminal terminal)
{
    private static readonly Option<int?> s_readers = Number("--readers", "Honest readers, at least 10. Without it, 2000.");
    private static readonly Option<int?> s_findings = Number("--findings", "Findings, at least 20. Without it, 400.");
    private static readonly Option<int?> s_reactions = Number("--reactions", "To how many findings an honest reader reacts in the mean, at most half of all. Without it, 40.");
    private static readonly Option<int?> s_worlds = Number("--worlds", "Over how many worlds to take the mean. Without it, 5.");
    private static readonly Option<int?> s_seed = Number("--seed", "The seed of the first world: the same seed gives the same figures. Without it, 1.");

    private readonly GraphOutput _output = new(terminal);

    public Verb Create()
    {
        var verb = new Command("simulate", "Print the attack curve: what part of the good findings that a brigade attacks is no longer shown first, and what part of the bad ones is, for brigades of 0 to 40 % of all accounts, by Assay's rule, the plain like ratio and the published model of Community Notes.");
        foreach (var option in (Option[])[s_readers, s_findings, s_reactions, s_worlds, s_seed]) verb.Add(option);
        _output.AddTo(verb);
        verb.SetAction(Run);
        return new Verb(verb, "assay reactions simulate", "assay reactions simulate --readers 400 --findings 100 --reactions 25 --seed 7", "assay reactions simulate --format csv --out curve.csv");
    }

    private int Run(ParseResult line)
    {
        var options = new SimulationOptions
        {
            Readers = line.GetValue(s_readers) ?? 0,
            Findings = line.GetValue(s_findings) ?? 0,
            ReactionsOfAReader = line.GetValue(s_reactions) ?? 0,
            Worlds = line.GetValue(s_worlds) ?? 0,
            Seed = line.GetValue(s_seed) ?? 0,
        };
        try
        {
            return _output.Write(line, Waiting.For(terminal, "simulating", _ => Table(ReactionSimulation.Run(options))));
        }
        catch (ArgumentOutOfRangeException wrong) when (wrong.ParamName is nameof(options.Readers) or nameof(options.Findings) or nameof(options.ReactionsOfAReader) or nameof(options.Worlds))
        {
            throw StopException.Usage("no world can be made of these sizes: at least 10 readers, 20 findings, one reaction and one world; a reader reacts to half of the findings at most, and all readers to ten million");
        }
    }

    private static ResultTable Table(IReadOnlyList<AttackPoint> points)
    {
        List<ResultColumn> columns =
        [
            new ResultColumn.Text("brigade", "brigade", row => Word(points[row].Brigade)),
            new ResultColumn.Share("share", "size", row => points[row].Share),
        ];
        Add("assay", "assay", point => point.Agreement);
        Add("ratio", "ratio", point => point.LikeRatio);
        Add("published", "order", point => point.PublishedOrder);
        Add("threshold", "0.40", point => point.PublishedThreshold);
        return new ResultTable(columns, points.Count,
        [
            new ResultFact("suppressed", "–", "good findings attacked that are not shown first, after a brigade of that size of all accounts"),
            new ResultFact("promoted", "+", "bad findings attacked that are shown first"),
            new ResultFact("rules", "rules", "assay: agreement between sides; ratio: likes among all reactions; order: the published model's intercept; 0.40: its threshold for helpful"),
        ]);

        void Add(string name, string heading, Func<AttackPoint, AttackEffect> effect)
        {
            columns.Add(new ResultColumn.Share($"{name}_suppressed", $"{heading} –", row => Rounded(effect(points[row]).Suppressed)));
            columns.Add(new ResultColumn.Share($"{name}_promoted", $"{heading} +", row => Rounded(effect(points[row]).Promoted)));
        }
    }

    /// <summary>A mean of a few worlds says no more than hundredths.</summary>
    private static double Rounded(double part) => Math.Round(part, 2);

    private static string Word(BrigadeKind brigade) => brigade switch
    {
        BrigadeKind.Plain => "plain",
        BrigadeKind.Varied => "varied",
        BrigadeKind.Camouflaged => "camouflaged",
        BrigadeKind.Infiltrating => "infiltrating",
        _ => throw new System.Diagnostics.UnreachableException($"brigade {brigade}"),
    };

    private static Option<int?> Number(string name, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = argument =>
        {
            var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
            argument.AddError($"'{word}' is not a number above 0 for {name}");
            return null;
        },
    };
}
