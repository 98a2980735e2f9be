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
        Description = "Articles as plain text, Markdown, web pages, .docx or PDF, up to 10 MB each; folders of them; addresses of the web; - is standard input.",
    };

    private readonly Option<ResultFormat?> _format = new("--format")
    {
        HelpName = string.Join('|', ResultFormats.Names),
        Description = "How to print the result: text for the terminal, json for programs, html for a page, annotations by the W3C Web Annotation Data Model, findings-csv and rows-csv for spreadsheets. Without it, by the ending of --out, html for several articles into a folder, else text.",
        CustomParser = Format,
    };

    private readonly Option<string?> _out = new("--out")
    {
        HelpName = "FILE",
        Description = "Write to this file instead of standard output; with several articles or a folder, to a folder of this name: one file each, and a summary.",
    };

    private readonly Option<bool> _quotesOnly = new("--quotes-only") { Description = "On a page, show only the sentences with a claim, not the whole article; in annotations, nothing around them." };

    private readonly Option<bool> _verify = new("--verify") { Description = "Replay every proof with the second evaluator; fail, and write nothing, if one gives another result." };

    private readonly Option<int?> _changes = new("--changes")
    {
        HelpName = "N",
        Description = "How many changes of one row that would give another verdict to look for, for each claim: 3 unless given, in JSON and pages; 0 is faster.",
    };

    private readonly Option<bool> _again = new("--again") { Description = "Of several articles, check also those again whose results are in the folder from an earlier run and would be the same." };

    private readonly Option<string?> _corrections = new("--corrections")
    {
        HelpName = "FILE",
        Description = "Correct how the article is read by this file of changed, dropped, added, split and merged claims; for one article.",
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
        verb.Add(_again);
        verb.Add(_corrections);
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
            "assay check article.txt --corrections corrected.json --format json",
            "assay check article.txt --format findings-csv --out findings.csv",
            "assay check articles --out results",
            "assay check articles/*.txt --format json --out results --verify",
            "pbpaste | assay check - --format json");
    }

    private int Run(ParseResult line)
    {
        var named = line.GetRequiredValue(_files);
        var target = line.GetValue(_out);
        if (named.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice) throw StopException.Usage($"{twice.Key} is named twice; name it once");
        var files = ArticleFolder.Expand(named, target);
        var isRun = files.Count > 1 || Array.Exists(named, Directory.Exists);
        var corrections = line.GetValue(_corrections);
        if (corrections is not null && isRun) throw StopException.Usage("--corrections are of one article; check it by itself");
        var plan = OutputPlan.Make(files, line.GetValue(_format), target, isRun);
        var flips = plan.Format is not (ResultFormat.Json or ResultFormat.Html) ? 0 : line.GetValue(_changes) ?? UsualFlips;
        var desk = new CheckingDesk(() => _record.Load(line), _article.Of(line), line.GetValue(_verify), flips) { Corrections = corrections };
        var rendering = new ResultRendering(plan.Format, line.GetValue(_quotesOnly), target is null ? terminal : null);
        return new CheckRun(plan, desk, rendering, terminal) { Options = $"{plan.Format} {line.GetValue(_quotesOnly)}", Again = line.GetValue(_again), IsRun = isRun }.Over(files);
    }

    private static ResultFormat? Format(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (ResultFormats.Find(word) is { } format) return format;
        argument.AddError($"there is no format '{word}'{Suggestion.For(word, ResultFormats.Names)}; there are: {string.Join(", ", ResultFormats.Names)}");
        return null;
    }
}
