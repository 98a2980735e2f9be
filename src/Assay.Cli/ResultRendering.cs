using System.Text;
using Assay.Formats.Annotations;
using Assay.Formats.Json;
using Assay.Formats.Rows;
using Assay.Publishing.Page;
using Assay.Publishing.Terminal;

namespace Assay.Cli;

/// <summary>Renders a checked article whole, before any of it is written.</summary>
internal sealed class ResultRendering(ResultFormat format, bool quotesOnly, Terminal? screen)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The ending of a file in a format.</summary>
    public static string Extension(ResultFormat format) => format switch
    {
        ResultFormat.Json => ".json",
        ResultFormat.Html => ".html",
        ResultFormat.Annotations => ".jsonld",
        ResultFormat.FindingsCsv or ResultFormat.RowsCsv => ".csv",
        _ => ".txt",
    };

    /// <summary>The result as bytes.</summary>
    public byte[] Render(DeskResult checkedArticle)
    {
        if (format == ResultFormat.Json)
        {
            using var bytes = new MemoryStream();
            CheckedArticleJson.Write(bytes, checkedArticle.Article);
            return bytes.ToArray();
        }
        if (format == ResultFormat.Html)
        {
            return Utf8.GetBytes(ArticlePage.Render(checkedArticle.Article, new PageOptions
            {
                QuotesOnly = quotesOnly, ReplayNote = checkedArticle.ReplayNote, Version = ProgramVersion.Text, RulesSha256 = checkedArticle.RulesSha256,
            }));
        }
        if (format == ResultFormat.Annotations) return AnnotationsJson.Write(checkedArticle.Article, quotesOnly);
        if (format == ResultFormat.FindingsCsv) return Utf8.GetBytes(FindingsCsv.Text(checkedArticle.Article));
        if (format == ResultFormat.RowsCsv) return Utf8.GetBytes(RowsCsv.OfArticle(checkedArticle.Article));
        return Utf8.GetBytes(TextConsole.Text(console => TerminalView.Write(console, checkedArticle.Article), screen));
    }
}
