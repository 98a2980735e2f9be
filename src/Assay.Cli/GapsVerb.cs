using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Csv;
using Assay.Formats.Json;
using Assay.Publishing.Terminal;

namespace Assay.Cli;

/// <summary><c>assay gaps [FILE…]</c>: ranks the rows that the record would have to have by the verdicts they would decide.</summary>
internal sealed class GapsVerb(Terminal terminal, TimeProvider time)
{
    private enum GapsFormat { Table, Json, Csv }

    private readonly Argument<string[]> _files = new("FILE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Articles as for assay check, or folders of them; - is standard input. Without any, the folder that one is in.",
    };

    private readonly Option<string?> _format = new("--format")
    {
        HelpName = "table|json|csv",
        Description = "How to print the list. Without it, by the ending of --out, else table.",
    };

    private readonly Option<string?> _out = new("--out") { HelpName = "FILE", Description = "Write to this file instead of standard output." };

    private readonly ArticleOptions _article = new(time);
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("gaps", "Rank the rows that the record lacks by the verdicts they would decide.");
        verb.Add(_files);
        verb.Add(_format);
        verb.Add(_out);
        _article.AddTo(verb, showsLater: false);
        _record.AddTo(verb);
        _files.Validators.Add(CommandLine.RefuseUnknownOptions);
        _format.Validators.Add(RefuseUnknownFormat);
        verb.SetAction(Run);
        return new Verb(verb, "assay gaps examples", "assay gaps articles/*.txt --out gaps.csv", "assay gaps article.txt --date 2025-06-17 --format json");
    }

    private int Run(ParseResult line)
    {
        var files = ArticleFolder.Expand(line.GetRequiredValue(_files));
        var target = line.GetValue(_out);
        var format = Parse(line.GetValue(_format)) ?? Parse(Path.GetExtension(target)?.TrimStart('.')) ?? GapsFormat.Table;
        var desk = new CheckingDesk(() => _record.Load(line), _article.Of(line), verifies: false, mostFlips: 1);
        var exitCode = ExitCode.Done;
        var found = new List<(string Name, CheckedArticle Article)>();
        ProgressLine.Over(files, terminal, 1, (file, complaints) =>
        {
            try
            {
                found.Add((ArticleInput.NameOf(file.Path), desk.Check(file.Path, complaints).Article));
            }
            catch (StopException stop) when (stop.ExitCode == ExitCode.InputUnreadable && files.Count > 1)
            {
                foreach (var text in stop.Lines) complaints.WriteLine($"assay: {text}");
                exitCode = ExitCode.InputUnreadable;
            }
        });
        var bytes = Render(format, found, target is null ? terminal : null);
        if (target is not null) OutputFile.Write(target, bytes);
        else terminal.Bytes.Write(bytes);
        terminal.Bytes.Flush();
        return exitCode;
    }

    private static byte[] Render(GapsFormat format, List<(string Name, CheckedArticle Article)> found, Terminal? screen)
    {
        var gaps = Gap.Rank(found);
        if (format != GapsFormat.Json) return Encoding.UTF8.GetBytes(format == GapsFormat.Csv ? GapsCsv.Write(gaps) : TextConsole.Text(console => GapsView.Write(console, gaps), screen));
        using var bytes = new MemoryStream();
        GapsJson.Write(bytes, found.Select(article => article.Name), gaps);
        return bytes.ToArray();
    }

    private static GapsFormat? Parse(string? word) => Enum.TryParse<GapsFormat>(word, ignoreCase: true, out var format) && Enum.IsDefined(format) && !char.IsAsciiDigit(word![0]) ? format : null;

    private static void RefuseUnknownFormat(OptionResult option)
    {
        var word = option.Tokens.Count > 0 ? option.Tokens[0].Value : "";
        if (Parse(word) is null) option.AddError($"there is no format '{word}'{Suggestion.For(word, ["table", "json", "csv"])}; there are: table, json, csv");
    }
}
