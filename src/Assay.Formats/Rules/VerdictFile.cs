using Assay.Findings;

namespace Assay.Formats.Rules;

/// <summary>Reads <c>verdicts.yaml</c>: the verdict of every pair of expectation and answer, of weak rows and of readings.</summary>
internal static class VerdictFile
{
    public const string Path = "verdicts.yaml";

    /// <summary>Reads the file; problems are added to the list.</summary>
    public static VerdictTable Read(Func<string, string> textOf, List<Problem> problems)
    {
        var root = RuleNode.Parse(Path, textOf(Path), problems) ?? RuleNode.Parse(Path, "{}", problems)!.Value;
        root.AllowOnly("table", "weak", "readings", "predicted", "older-year");
        var table = new Dictionary<(Expected, Outcome), Verdict>();
        foreach (var row in root.Require("table").Items())
        {
            row.AllowOnly("expects", "answer", "verdict");
            var pair = (row.Require("expects").OneOf<Expected>(), row.Require("answer").OneOf<Outcome>());
            if (!VerdictTable.Pairs.Contains(pair)) row.Report("no-such-pair", $"{pair.Item1} with {pair.Item2}", "a pair that can occur", "correct or remove it");
            if (!table.TryAdd(pair, row.Require("verdict").OneOf<Verdict>())) row.Report("duplicate-pair", $"{pair.Item1} with {pair.Item2} twice", "each pair once", "remove one");
        }
        foreach (var pair in VerdictTable.Pairs.Where(pair => !table.ContainsKey(pair)))
        {
            root.Report("missing-pair", $"no verdict for {pair.Expects} with {pair.Answer}", "one row for every pair", "add it");
            table[pair] = Verdict.NotEnoughEvidence;
        }
        var readings = root.Require("readings");
        if (readings.IsMap) readings.AllowOnly("differ", "undecided");
        return new VerdictTable(table)
        {
            Weak = root.Require("weak").OneOf<Verdict>(),
            ReadingsDiffer = readings.Require("differ").OneOf<Verdict>(),
            ReadingsUndecided = readings.Require("undecided").OneOf<Verdict>(),
            Predicted = root.Require("predicted").OneOf<Verdict>(),
            OlderYear = root.Require("older-year").OneOf<Verdict>(),
        };
    }
}
