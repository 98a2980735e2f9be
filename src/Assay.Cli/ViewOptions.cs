using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Records;

namespace Assay.Cli;

/// <summary>What the verbs that read the record by itself share: the day asked about, the record, how and where the result is written.</summary>
internal sealed class ViewOptions(Terminal terminal, TimeProvider time)
{
    private readonly Option<PartialDate?> _at = DateOption("--at", time,
        "The day, month or year asked about: YYYY, YYYY-MM or YYYY-MM-DD; today unless given. Over a month or year, what did not hold throughout is \"perhaps\".");

    private readonly Option<ViewFormat?> _format = new("--format")
    {
        HelpName = "table|json|csv|html",
        Description = "How to print the result: tables for the terminal, json for programs, csv for spreadsheets, html for a page with pictures. Without it, by the ending of --out, else table.",
        CustomParser = Format,
    };

    private readonly Option<string?> _out = new("--out") { HelpName = "FILE", Description = "Write to this file instead of standard output." };

    private readonly Option<bool> _explain = new("--explain") { Description = "Show what each row rests on: the steps of its proof, the rows and their sources. A page always has them." };

    private readonly RecordOptions _record = new();

    /// <summary>An option for a date that is not yet to come.</summary>
    public static Option<PartialDate?> DateOption(string name, TimeProvider time, string description) => new(name)
    {
        HelpName = "DATE", Description = description, CustomParser = argument => Date(argument, DateOnly.FromDateTime(time.GetLocalNow().Date)),
    };

    public void AddTo(Command verb)
    {
        verb.Add(_at);
        verb.Add(_format);
        verb.Add(_out);
        verb.Add(_explain);
        _record.AddTo(verb);
    }

    /// <summary>The day given with --at; null: none.</summary>
    public PartialDate? At(ParseResult line) => line.GetValue(_at);

    /// <summary>Loads the record, makes the view for the day asked about and writes it.</summary>
    /// <exception cref="StopException">The record is broken, or cannot be asked so.</exception>
    public int Run(ParseResult line, Func<AskedRecord, RecordView> ask)
    {
        var record = _record.Load(line);
        var asked = record.Asked(line.GetValue(_at)?.Days, DateOnly.FromDateTime(time.GetLocalNow().Date), Spelling);
        return Write(line, record, StopException.For(() => ask(asked)));
    }

    private static string Spelling(string name) => name == "goods" ? "--of" : $"--{name}";

    private int Write(ParseResult line, LoadedRecord record, RecordView view)
    {
        var target = line.GetValue(_out);
        var format = line.GetValue(_format) ?? ByExtension(target);
        var bytes = ViewRendering.Render(view, format, line.GetValue(_explain), record.Rules.Sha256, target is null ? terminal : null);
        if (target is not null)
        {
            OutputFile.Write(target, bytes);
            return ExitCode.Done;
        }
        terminal.Bytes.Write(bytes);
        terminal.Bytes.Flush();
        return ExitCode.Done;
    }

    private static PartialDate? Date(ArgumentResult argument, DateOnly today)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        try
        {
            return AskedDate.OfRecord(word, today);
        }
        catch (AskingException wrong)
        {
            argument.AddError(wrong.Message);
            return null;
        }
    }

    private static ViewFormat? Format(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        foreach (var format in Enum.GetValues<ViewFormat>())
            if (format.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)) return format;
        argument.AddError($"there is no format '{word}'{Suggestion.For(word, ["table", "json", "csv", "html"])}; there are: table, json, csv, html");
        return null;
    }

    private static ViewFormat ByExtension(string? target) => Path.GetExtension(target)?.ToUpperInvariant() switch
    {
        ".JSON" => ViewFormat.Json,
        ".CSV" => ViewFormat.Csv,
        ".HTML" or ".HTM" => ViewFormat.Html,
        _ => ViewFormat.Table,
    };
}
