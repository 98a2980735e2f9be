using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Assay.Articles;
using Assay.Findings;
using Assay.Formats.Records;

namespace Assay.Cli;

/// <summary>A checked article with what a page says of how it came about.</summary>
/// <param name="Article">The article.</param>
/// <param name="RulesSha256">The hash of the rules used.</param>
/// <param name="ReplayNote">What the replay of the proofs gave; null: they were not replayed.</param>
internal sealed record DeskResult(CheckedArticle Article, string RulesSha256, string? ReplayNote);

/// <summary>
/// Checks articles against the same record, which is loaded with the first article that can be read. What would change a verdict is looked for
/// where some flips are asked for. Safe to share between threads.
/// </summary>
internal sealed class CheckingDesk(Func<LoadedRecord> load, ArticleOptions.Values given, bool verifies, int mostFlips = 0)
{
    private readonly Lazy<LoadedRecord> _record = new(() =>
    {
        var record = load();
        ArticleOptions.RequireLanguage(record, given);
        return record;
    });

    /// <summary>The file of what people corrected of how the article is read; null: none.</summary>
    public string? Corrections { get; init; }

    /// <summary>The words that its findings are put in.</summary>
    public Wording Wording => _record.Value.Rules.Wording;

    /// <summary>The record; null: no article could be read, so none was loaded.</summary>
    public LoadedRecord? Loaded => _record.IsValueCreated ? _record.Value : null;

    /// <summary>Reads an article.</summary>
    /// <exception cref="StopException">It can't be read.</exception>
    public Article Read(string file) => ArticleInput.Read(file, given);

    /// <summary>Reads and checks an article; says where there was nothing to check.</summary>
    /// <exception cref="StopException">The article can't be read, the record is broken, or a proof can't be replayed.</exception>
    public DeskResult Check(string file, TextWriter complaints) => Check(Read(file), file, complaints);

    /// <summary>Checks an article that was read; says where there was nothing to check.</summary>
    /// <exception cref="StopException">The record is broken, or a proof can't be replayed.</exception>
    public DeskResult Check(Article article, string file, TextWriter complaints)
    {
        var record = _record.Value;
        var name = ArticleInput.NameOf(file);
        var result = record.Assayer.Check(article, given.AsOf ?? article.Date, given.Later, Corrections is null ? [] : CorrectionsInput.Read(Corrections));
        foreach (var aside in result.SetAside) complaints.WriteLine($"assay: {Corrections}: correction {aside.At + 1} is set aside: {aside.Text}");
        if (result.Findings.IsEmpty) complaints.WriteLine($"assay: {name}: {Emptiness(result, record.Rules.Languages)}");
        foreach (var doubt in DateDoubts.Of(result, given)) complaints.WriteLine($"assay: {name}: {doubt}");
        if (mostFlips > 0) result = record.Sensitivity.Of(result, mostFlips);
        return new DeskResult(result, record.Rules.Sha256, verifies ? Replay.Run(result, name) : null);
    }

    /// <summary>A hash over all that the result of an article depends on: its text and what is known of it, the record, the rules, the options, the version of the program.</summary>
    public string KeyOf(Article article, string options)
    {
        var record = _record.Value;
        string?[] parts =
        [
            ProgramVersion.Text, record.Rules.Sha256, .. record.Evidence.Packs.Select(pack => $"{pack.Name} {pack.Version} {pack.Sha256}"), options,
            given.AsOf?.ToString(), given.Later?.ToString(), $"{verifies} {mostFlips}",
            article.Title, article.Author, article.Publisher, article.Date?.ToString(), article.Url, article.Language, article.Disclaimer, article.Body.ToString(), article.Text,
        ];
        // Each with its length before it, so that no two lists of parts are written alike.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part?.Length ?? -1}:{part}")))));
    }

    private static string Emptiness(CheckedArticle result, ImmutableArray<string> known) => known.Contains(result.Article.Language)
        ? "no claims found that the record could bear on"
        : $"its language is not one that the rules know ({string.Join(", ", known)}), so nothing was checked; if it is, add --language {string.Join(" or --language ", known)}";
}
