using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Assay.Formats.Tables;

namespace Assay.Cli;

/// <summary>How the verbs about graphs print their tables: the form, and where it goes.</summary>
internal sealed class GraphOutput(Terminal terminal)
{
    private static readonly string[] s_words = ["text", "json", "csv", "parquet"];

    private readonly Option<GraphFormat?> _format = new("--format")
    {
        HelpName = "text|json|csv|parquet",
        Description = "How to print the result: a table for the terminal, json for programs, csv for spreadsheets, parquet for data frames. Without it, by the ending of --out, else text.",
        CustomParser = Format,
    };

    private readonly Option<string?> _out = new("--out", "-o") { HelpName = "FILE", Description = "Write to this file instead of standard output." };

    private readonly Option<int?> _top = new("--top") { HelpName = "N", Description = "Print only the first N rows. Without it text has 40 at most, the other forms have all.", CustomParser = Top };

    public void AddTo(Command verb)
    {
        verb.Add(_format);
        verb.Add(_out);
        verb.Add(_top);
    }

    /// <summary>The file named; null: standard output.</summary>
    public string? Target(ParseResult line) => line.GetValue(_out);

    /// <summary>Writes the table.</summary>
    /// <exception cref="StopException">It cannot be written.</exception>
    public int Write(ParseResult line, ResultTable table)
    {
        var target = line.GetValue(_out);
        var format = line.GetValue(_format) ?? ByExtension(target);
        var rows = Math.Min(table.RowCount, line.GetValue(_top) ?? int.MaxValue);
        if (target is not null) OutputFile.Write(target, stream => Write(stream, table, rows, format, null));
        else if (format == GraphFormat.Parquet && terminal.IsScreen) throw StopException.Usage("parquet is not for reading on a screen; name a file with --out");
        else Write(terminal.Bytes, table, rows, format, terminal);
        return ExitCode.Done;
    }

    private static void Write(Stream stream, ResultTable table, int rows, GraphFormat format, Terminal? screen)
    {
        switch (format)
        {
            case GraphFormat.Json:
                ResultJson.Write(table with { RowCount = rows }, stream);
                break;
            case GraphFormat.Csv:
                ResultCsv.Write(table with { RowCount = rows }, stream);
                break;
            case GraphFormat.Parquet:
                WriteParquet(table with { RowCount = rows }, stream);
                break;
            default:
                stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(TextConsole.Text(console => GraphText.Write(console, table, rows), screen)));
                stream.Flush();
                break;
        }
    }

    private static void WriteParquet(ResultTable table, Stream stream)
    {
        if (stream.CanSeek)
        {
            ResultParquet.WriteAsync(table, stream).GetAwaiter().GetResult();
            return;
        }
        using var whole = new MemoryStream();
        ResultParquet.WriteAsync(table, whole).GetAwaiter().GetResult();
        stream.Write(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        stream.Flush();
    }

    private static GraphFormat? Format(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (Array.IndexOf(s_words, word) is >= 0 and var place) return (GraphFormat)place;
        argument.AddError($"there is no format '{word}'{Suggestion.For(word, s_words)}; there are: {string.Join(", ", s_words)}");
        return null;
    }

    private static int? Top(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var top)) return top;
        argument.AddError($"'{word}' is not a number of rows");
        return null;
    }

    private static GraphFormat ByExtension(string? target) => Path.GetExtension(target)?.ToUpperInvariant() switch
    {
        ".JSON" => GraphFormat.Json,
        ".CSV" => GraphFormat.Csv,
        ".PARQUET" => GraphFormat.Parquet,
        _ => GraphFormat.Text,
    };
}
