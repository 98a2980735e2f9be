using System.CommandLine;
using System.CommandLine.Parsing;

namespace Assay.Cli;

/// <summary>How the reading of an article is printed.</summary>
internal enum ReadingFormat
{
    /// <summary>Tables for the terminal.</summary>
    Table,
    /// <summary>By the contract of <c>docs/formats/reading.md</c>.</summary>
    Json,
}

/// <summary>The option for it.</summary>
internal static class ReadingFormatOption
{
    public static Option<ReadingFormat?> Create() => new("--format")
    {
        HelpName = "table|json",
        Description = "How to print it: table for the terminal, json for programs. Without it, table.",
        CustomParser = Format,
    };

    private static ReadingFormat? Format(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        foreach (var format in Enum.GetValues<ReadingFormat>())
            if (format.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)) return format;
        argument.AddError($"there is no format '{word}'{Suggestion.For(word, ["table", "json"])}; there are: table, json");
        return null;
    }
}
