using System.CommandLine;
using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Linking;

namespace Assay.Cli;

/// <summary><c>assay link explain LEFT RIGHT</c>: says whether two names may be of one, and why.</summary>
internal sealed class LinkExplainVerb(Terminal terminal)
{
    private readonly Argument<string> _left = new("LEFT") { Description = "A name." };
    private readonly Argument<string> _right = new("RIGHT") { Description = "Another name." };
    private readonly Option<string> _kind = new("--kind") { HelpName = "person|company|…", Description = "What they are: a kind of the table entities, or a schema of FollowTheMoney.", DefaultValueFactory = _ => "" };
    private readonly Option<string[]> _country = new("--country") { HelpName = "CODE", Description = "The country of the first; given again, of the second." };
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("explain", "Say whether two names may be of one, and why.") { _left, _right, _kind, _country };
        _record.AddTo(verb);
        verb.SetAction(Run);
        return new Verb(verb, "assay link explain \"Severneft PJSC\" \"ПАО «Севернефть»\" --kind company", "assay link explain \"V. V. Petrov\" \"Petrov, Viktor\" --kind person");
    }

    private int Run(ParseResult line)
    {
        var countries = line.GetValue(_country) ?? [];
        var judge = new PairJudge(LinkFiles.Rules(_record, line));
        var judgement = judge.Judge(Subject("left", line.GetRequiredValue(_left), countries.FirstOrDefault()), Subject("right", line.GetRequiredValue(_right), countries.Skip(1).FirstOrDefault() ?? countries.FirstOrDefault()));
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{LinkFiles.WordOf(judgement.Outcome)} (the names are {judgement.Likeness:P0} alike)"));
        foreach (var reason in judgement.Reasons) terminal.Output.WriteLine($"  {reason}");
        return ExitCode.Done;

        LinkedSubject Subject(string id, string name, string? country) =>
            new() { Id = id, Names = [name], Kind = PairFile.KindOf(line.GetRequiredValue(_kind)), Countries = country is null ? [] : [country] };
    }
}
