using System.CommandLine;
using System.CommandLine.Parsing;

namespace Assay.Cli;

/// <summary><c>assay check FILE…</c>: sets articles beside the record.</summary>
internal sealed class CheckVerb(Terminal terminal, TimeProvider time)
{
    private const int UsualFlips = 3;
    private const int MostFlips = 20;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Articles as plain text, Markdown, web pages, .docx or PDF, up to 10 MB each; addresses of the web; - is standard input.",
    };

    private readonly Option<ResultFormat?> _format = new("--format")
    {
        HelpName = "text|json|html",
        Description = "How to print the result: text for the terminal, json for programs, html for a page. Without it, by the ending of --out, else text.",
        CustomParser = Format,
    };

    private readonly Option<string?> _out = new("--out")
    {
        HelpName = "FILE",
        Description = "Write to this file instead of standard output; with several articles, to a folder of this name, one file each.",
    };

    private readonly Option<bool> _quotesOnly = new("--quotes-only") { Description = "On a page, show only the sentences with a claim, not the whole article." };

    private readonly Option<bool> _verify = new("--verify") { Description = "Replay every proof with the second evaluator; fail, and write nothing, if one gives another result." };

    private readonly Option<int?> _changes = new("--changes")
    {
        HelpName = "N",
        Description = "How many changes of one row that would give another verdict to look for, for each claim: 3 unless given, in JSON and pages; 0 is faster.",
    };

    private readonly ArticleOptions _article = new(time);
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("check", "Check what an article claims.");
        verb.Add(_files);
        verb.Add(_format);
        verb.Add(_out);
        _article.AddTo(verb);
        _record.AddTo(verb);
        verb.Add(_quotesOnly);
        verb.Add(_verify);
        verb.Add(_changes);
        _changes.Validators.Add(result =>
        {
            if (result.Errors.Any()) return;
            if (result.Tokens is not [var token] || !int.TryParse(token.Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number > MostFlips) result.AddError($"--changes takes a number from 0 to {MostFlips}");
        });
        _files.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(Run);
        return new Verb(verb,
            "assay check examples/oil-in-whose-hands.txt",
            "assay check article.txt --date 2025-06-17 --out article.html",
            "assay check articles/*.txt --format json --out results --verify",
            "pbpaste | assay check - --format json");
    }

    private int Run(ParseResult line)
    {
        var files = line.GetRequiredValue(_files);
        var plan = OutputPlan.Make(files, line.GetValue(_format), line.GetValue(_out));
        var desk = new CheckingDesk(() => _record.Load(line), _article.Of(line), line.GetValue(_verify), terminal, plan.Format == ResultFormat.Text ? 0 : line.GetValue(_changes) ?? UsualFlips);
        var rendering = new ResultRendering(plan.Format, line.GetValue(_quotesOnly), line.GetValue(_out) is null ? terminal : null);
        var exitCode = ExitCode.Done;
        var isFirst = true;
        ProgressLine.Over(files, terminal, file =>
        {
            try
            {
                var bytes = rendering.Render(desk.Check(file));
                if (plan.TargetOf(file) is { } target) OutputFile.Write(target, bytes);
                else Print(bytes, files.Length > 1 ? file : null, ref isFirst);
            }
            catch (StopException stop) when (files.Length > 1 && stop.ExitCode is ExitCode.InputUnreadable or ExitCode.ProblemsFound)
            {
                foreach (var text in stop.Lines) terminal.Error.WriteLine($"assay: {text}");
                exitCode = Math.Max(exitCode, stop.ExitCode);
            }
        });
        return exitCode;
    }

    private void Print(byte[] bytes, string? heading, ref bool isFirst)
    {
        if (heading is not null)
        {
            terminal.Output.WriteLine($"{(isFirst ? "" : "\n")}== {heading}");
            terminal.Output.Flush();
        }
        isFirst = false;
        terminal.Bytes.Write(bytes);
        terminal.Bytes.Flush();
    }

    private static ResultFormat? Format(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        foreach (var format in Enum.GetValues<ResultFormat>())
            if (format.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)) return format;
        argument.AddError($"there is no format '{word}'{Suggestion.For(word, ["text", "json", "html"])}; there are: text, json, html");
        return null;
    }
}
