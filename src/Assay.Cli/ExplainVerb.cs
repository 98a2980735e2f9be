using System.CommandLine;
using Assay.Findings;
using Assay.Publishing.Terminal;

namespace Assay.Cli;

/// <summary><c>assay explain FILE CLAIM</c>: prints how the verdict on one claim follows from the record.</summary>
internal sealed class ExplainVerb(Terminal terminal, TimeProvider time)
{
    private const int MostFlips = 10;

    private readonly Argument<string> _file = new("FILE") { Description = "The article: a file, an address of the web, or - for standard input." };
    private readonly Argument<string> _claim = new("CLAIM") { Description = "The claim's id, c1, c2 …, or its number as assay check prints it." };
    private readonly ArticleOptions _article = new(time);
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("explain", "Show the proof of one claim, step by step.");
        verb.Add(_file);
        verb.Add(_claim);
        _article.AddTo(verb);
        _record.AddTo(verb);
        _file.Validators.Add(CommandLine.RefuseUnknownOptions);
        _claim.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(Run);
        return new Verb(verb, "assay explain examples/oil-in-whose-hands.txt c1", "assay explain article.txt c3 --date 2025-06-17");
    }

    private int Run(ParseResult line)
    {
        var file = line.GetRequiredValue(_file);
        var desk = new CheckingDesk(() => _record.Load(line), _article.Of(line), verifies: false);
        var result = desk.Check(file, terminal.Error).Article;
        var (found, passage) = StopException.For(() => ClaimSearch.ById(result, line.GetRequiredValue(_claim), ArticleInput.NameOf(file)));
        if (found is not null)
        {
            found = found with { Sensitivity = desk.Loaded!.Sensitivity.Of(found, MostFlips) };
            terminal.Output.Write(TextConsole.Text(console => ExplainView.Write(console, found, result.Evidence), terminal));
            return ExitCode.Done;
        }
        terminal.Output.WriteLine($"{passage!.Id} \"{passage.Quote}\" is not checkable: {passage.Why}");
        return ExitCode.Done;
    }
}
