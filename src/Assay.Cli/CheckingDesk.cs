using Assay.Findings;
using Assay.Findings.Changes;

namespace Assay.Cli;

/// <summary>A checked article with what a page says of how it came about.</summary>
/// <param name="Article">The article.</param>
/// <param name="RulesSha256">The hash of the rules used.</param>
/// <param name="ReplayNote">What the replay of the proofs gave; null: they were not replayed.</param>
internal sealed record DeskResult(CheckedArticle Article, string RulesSha256, string? ReplayNote);

/// <summary>
/// Checks one article after the other against the same record, which is loaded with the first article that can be read. What would change
/// a verdict is looked for where some flips are asked for.
/// </summary>
internal sealed class CheckingDesk(Func<Record> load, ArticleOptions.Values given, bool verifies, Terminal terminal, int mostFlips = 0)
{
    private Record? _record;
    private Assayer? _assayer;
    private SensitivityAnalysis? _sensitivity;

    /// <summary>Reads and checks an article; says on standard error where there was nothing to check.</summary>
    /// <exception cref="StopException">The article can't be read, the record is broken, or a proof can't be replayed.</exception>
    public DeskResult Check(string file)
    {
        var article = ArticleInput.Read(file, given);
        _record ??= load();
        _assayer ??= new Assayer(_record.Evidence, _record.Rules);
        RefuseOtherLanguages();
        var result = _assayer.Check(article, given.AsOf ?? article.Date, given.Later);
        SayIfEmpty(result, file);
        foreach (var doubt in DateDoubts.Of(result, given)) terminal.Error.WriteLine($"assay: {ArticleInput.NameOf(file)}: {doubt}");
        if (mostFlips > 0) result = (_sensitivity ??= new SensitivityAnalysis(_record.Evidence, _record.Rules)).Of(result, mostFlips);
        return new DeskResult(result, _record.Rules.Sha256, verifies ? Replay.Run(result, ArticleInput.NameOf(file)) : null);
    }

    private void RefuseOtherLanguages()
    {
        var known = _record!.Rules.Lexicon.Language;
        if (given.Language is { } asked && asked != known) throw StopException.Usage($"there are no rules for the language '{asked}'; there are: {known}");
    }

    private void SayIfEmpty(CheckedArticle result, string file)
    {
        if (!result.Findings.IsEmpty) return;
        var known = _record!.Rules.Lexicon.Language;
        terminal.Error.WriteLine(result.Article.Language == known
            ? $"assay: {ArticleInput.NameOf(file)}: no claims found that the record could bear on"
            : $"assay: {ArticleInput.NameOf(file)}: its language is not one that the rules know ({known}), so nothing was checked; if it is, add --language {known}");
    }
}
