using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats;
using Assay.Formats.Linking;
using Assay.Linking;

namespace Assay.Cli;

/// <summary><c>assay link score FILE</c>: measures how well labelled pairs are told apart.</summary>
internal sealed class LinkScoreVerb(Terminal terminal)
{
    private static readonly string[] Shows = ["none", "wrong", "asks", "missed", "all"];

    private readonly Argument<string> _file = new("FILE") { Description = "Labelled pairs as CSV or JSON lines; - is standard input." };
    private readonly Option<string> _show = new("--show") { HelpName = string.Join('|', Shows), Description = "Which pairs to list with the reasons: what was found wrongly, what would be asked, what is one and was not found so, or all.", DefaultValueFactory = _ => Shows[0] };
    private readonly Option<string> _format = new("--format") { HelpName = "table|json", Description = "How to print it.", DefaultValueFactory = _ => "table" };
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("score", "Measure linking on pairs of which somebody has said whether they are one.") { _file, _show, _format };
        _record.AddTo(verb);
        _file.Validators.Add(CommandLine.RefuseUnknownOptions);
        _show.AcceptOnlyFromAmong(Shows);
        _format.AcceptOnlyFromAmong("table", "json");
        verb.SetAction(Run);
        return new Verb(verb, "assay link score pairs.csv", "assay link score pairs.csv --show wrong", "assay link score pairs.jsonl --format json");
    }

    private int Run(ParseResult line)
    {
        var file = line.GetRequiredValue(_file);
        var problems = new List<Problem>();
        var pairs = Read(file, problems);
        foreach (var problem in problems) terminal.Error.WriteLine($"assay: {problem}");
        if (pairs.Count == 0) throw StopException.Input($"{file}: it has no labelled pairs; docs/formats/pairs.md says what they look like");
        var judge = new PairJudge(LinkFiles.Rules(_record, line));
        var scored = pairs.Select(pair => new ScoredPair(pair, judge.Judge(pair.Left, pair.Right))).ToList();
        var scores = LinkScore.Of(scored);
        var shown = scored.Where(Filter(line.GetRequiredValue(_show))).ToList();
        if (line.GetRequiredValue(_format) == "json") WriteJson(scores, shown);
        else WriteTable(scores, shown);
        return problems.Count == 0 ? ExitCode.Done : ExitCode.ProblemsFound;
    }

    private IReadOnlyList<LabelledPair> Read(string file, List<Problem> problems)
    {
        try
        {
            using var bytes = file == "-" ? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(terminal.Input.ReadToEnd())) : (Stream)File.OpenRead(file);
            return PairFile.Read(file == "-" ? "standard input" : file, bytes, problems);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Input($"{file}: it cannot be read: {(error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : error.Message.TrimEnd('.'))}");
        }
    }

    private static Func<ScoredPair, bool> Filter(string show) => show switch
    {
        "wrong" => pair => pair.IsWrong,
        "asks" => pair => pair.Judgement.Outcome == LinkOutcome.Ask,
        "missed" => pair => pair.Pair.Label == LinkOutcome.Same && pair.Judgement.Outcome != LinkOutcome.Same,
        "all" => _ => true,
        _ => _ => false,
    };

    private void WriteTable(IReadOnlyList<LinkScore> scores, List<ScoredPair> shown)
    {
        foreach (var pair in shown)
        {
            terminal.Output.WriteLine($"{pair.Pair.Place}: labelled {LinkFiles.WordOf(pair.Pair.Label)}, found {LinkFiles.WordOf(pair.Judgement.Outcome)}: {pair.Pair.Left.Names[0]} | {pair.Pair.Right.Names[0]}");
            foreach (var reason in pair.Judgement.Reasons) terminal.Output.WriteLine($"    {reason}");
        }
        if (shown.Count > 0) terminal.Output.WriteLine();
        var width = scores.Max(score => Math.Max(score.Kind.Length, 4)) + 2;
        terminal.Output.WriteLine($"{"kind".PadRight(width)}{"pairs",7}{"same",7}{"precision",11}{"recall",9}{"F1",8}{"asked",8}{"wrongly same",14}{"wrongly different",19}");
        foreach (var score in scores)
            terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(score.Kind.Length == 0 ? "all" : score.Kind).PadRight(width)}{score.Pairs,7}{score.AreSame,7}{Figure(score.Precision),11}{Figure(score.Recall),9}{Figure(score.F1),8}{Percent(score.AskShare),8}{score.WronglySame,14}{score.WronglyDifferent,19}"));
    }

    private static string Figure(double? value) => value?.ToString("F3", CultureInfo.InvariantCulture) ?? "-";

    private static string Percent(double? value) => value is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:F0} %") : "-";

    private void WriteJson(IReadOnlyList<LinkScore> scores, List<ScoredPair> shown)
    {
        using (var json = new Utf8JsonWriter(terminal.Bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("scores");
            foreach (var score in scores)
            {
                json.WriteStartObject();
                json.WriteString("kind", score.Kind.Length == 0 ? "all" : score.Kind);
                json.WriteNumber("pairs", score.Pairs);
                json.WriteNumber("areSame", score.AreSame);
                json.WriteNumber("foundSame", score.FoundSame);
                json.WriteNumber("wronglySame", score.WronglySame);
                json.WriteNumber("wronglyDifferent", score.WronglyDifferent);
                json.WriteNumber("asks", score.Asks);
                Ratio("precision", score.Precision);
                Ratio("recall", score.Recall);
                Ratio("f1", score.F1);
                Ratio("askShare", score.AskShare);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("pairs");
            foreach (var pair in shown) WritePair(json, pair);
            json.WriteEndArray();
            json.WriteEndObject();

            void Ratio(string name, double? value)
            {
                if (value is { } number) json.WriteNumber(name, Math.Round(number, 4));
                else json.WriteNull(name);
            }
        }
        terminal.Bytes.WriteByte((byte)'\n');
        terminal.Bytes.Flush();
    }

    private static void WritePair(Utf8JsonWriter json, ScoredPair pair)
    {
        json.WriteStartObject();
        json.WriteString("place", pair.Pair.Place);
        json.WriteString("kind", pair.Pair.Kind);
        json.WriteString("left", pair.Pair.Left.Names[0]);
        json.WriteString("right", pair.Pair.Right.Names[0]);
        json.WriteString("label", LinkFiles.WordOf(pair.Pair.Label));
        json.WriteString("outcome", LinkFiles.WordOf(pair.Judgement.Outcome));
        json.WriteNumber("likeness", Math.Round(pair.Judgement.Likeness, 3));
        json.WriteStartArray("reasons");
        foreach (var reason in pair.Judgement.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString("sign", reason.Sign.ToString().ToLowerInvariant());
            json.WriteString("text", reason.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
