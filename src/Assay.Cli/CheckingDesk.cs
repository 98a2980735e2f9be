using Assay.Findings;

namespace Assay.Cli;

/// <summary>Checks one article after the other against the same record, which is loaded with the first article that can be read.</summary>
internal sealed class CheckingDesk(Func<Record> load, ArticleOptions.Values given, bool verifies, Terminal terminal)
{
    private Assayer? _assayer;

    /// <summary>Reads and checks an article; says on standard error where there was nothing to check.</summary>
    /// <exception cref="StopException">The article can't be read, the record is broken, or a proof can't be replayed.</exception>
    public CheckedArticle Check(string file)
    {
        var article = ArticleInput.Read(file, given);
        _assayer ??= CreateAssayer();
        var result = _assayer.Check(article);
        if (result.Findings.IsEmpty)
        {
            terminal.Error.WriteLine(result.Article.Language == "und"
                ? $"assay: {file}: the language is none that the rules know, so nothing was checked; if it is English, add --language en"
                : $"assay: {file}: no claims found that the record could bear on");
        }
        _ = verifies;
        return result;
    }

    private Assayer CreateAssayer()
    {
        var record = load();
        return new Assayer(record.Evidence, record.Rules);
    }
}
