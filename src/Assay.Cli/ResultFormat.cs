using System.Text.Json;

namespace Assay.Cli;

/// <summary>How a checked article is printed.</summary>
internal enum ResultFormat
{
    /// <summary>For the terminal.</summary>
    Text,
    /// <summary>By the output contract.</summary>
    Json,
    /// <summary>A page that stands by itself.</summary>
    Html,
    /// <summary>By the W3C Web Annotation Data Model.</summary>
    Annotations,
    /// <summary>A table with a line for each finding.</summary>
    FindingsCsv,
    /// <summary>A table with a line for each row that the findings rest on.</summary>
    RowsCsv,
}

/// <summary>What the formats are called on the command line.</summary>
internal static class ResultFormats
{
    /// <summary>The names, in the order in which they are offered.</summary>
    public static readonly string[] Names = [.. Enum.GetValues<ResultFormat>().Select(NameOf)];

    /// <summary>The name of a format: <c>findings-csv</c>.</summary>
    public static string NameOf(ResultFormat format) => JsonNamingPolicy.KebabCaseLower.ConvertName(format.ToString());

    /// <summary>The format of a name; null: there is none.</summary>
    public static ResultFormat? Find(string name) => Enum.GetValues<ResultFormat>().Select(format => (ResultFormat?)format).FirstOrDefault(format => NameOf(format!.Value).Equals(name, StringComparison.OrdinalIgnoreCase));
}
