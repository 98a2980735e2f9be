using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Diff;
using Assay.Formats.Rules;

namespace Assay.Cli;

/// <summary><c>assay pack diff A B</c>: what is not the same in two versions of a pack, and in the verdicts on some articles.</summary>
internal sealed class PackDiffVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _before = new("A") { Description = "The pack's folder as it was." };
    private readonly Argument<string> _after = new("B") { Description = "The pack's folder as it is." };

    private readonly Option<string[]> _articles = new("--articles")
    {
        HelpName = "FILE…",
        AllowMultipleArgumentsPerToken = true,
        Description = "Articles to check with the one and with the other; what changes in their verdicts is shown with the rows to blame.",
    };

    private readonly Option<string> _format = new("--format")
    {
        HelpName = "table|json",
        Description = "How to print it: table for people, json for programs.",
        DefaultValueFactory = _ => "table",
    };

    private readonly ArticleOptions _article = new(time);

    public Verb Create()
    {
        var verb = new Command("diff", "Show which rows two versions of a pack do not share, and which verdicts change with them.");
        verb.Add(_before);
        verb.Add(_after);
        verb.Add(_articles);
        verb.Add(_format);
        _article.AddTo(verb, showsLater: false);
        _before.Validators.Add(CommandLine.RefuseUnknownOptions);
        _after.Validators.Add(CommandLine.RefuseUnknownOptions);
        _format.Validators.Add(CheckFormat);
        verb.SetAction(Run);
        return new Verb(verb, "assay pack diff atlantis-2025 atlantis", "assay pack diff atlantis-2025 atlantis --articles articles/*.txt --format json");
    }

    private int Run(ParseResult line)
    {
        var (before, after) = (line.GetRequiredValue(_before), line.GetRequiredValue(_after));
        var changes = PackFolder.Open($"{before} or {after}", () => PackDiff.Between(before, after));
        var verdicts = line.GetValue(_articles) is { Length: > 0 } articles ? Verdicts(articles, line, changes).ToArray() : [];
        if (line.GetValue(_format) == "json") PackDiffJson.Write(terminal.Bytes, changes, verdicts);
        else PackDiffTable.Write(terminal.Output, changes, verdicts, line.GetValue(_articles)?.Length ?? 0);
        return ExitCode.Done;
    }

    private IEnumerable<VerdictChange> Verdicts(string[] articles, ParseResult line, IReadOnlyList<RowChange> changes)
    {
        var (before, after) = (line.GetRequiredValue(_before), line.GetRequiredValue(_after));
        var given = _article.Of(line);
        var rules = RuleFiles.Default;
        var (old, now) = (With(before, after), With(after, before));
        foreach (var name in articles)
        {
            var article = ArticleInput.Read(name, given);
            var asOf = given.AsOf ?? article.Date;
            foreach (var change in VerdictChange.Between(ArticleInput.NameOf(name), old.Check(article, asOf), now.Check(article, asOf), changes)) yield return change;
        }

        Assayer With(string folder, string other) => new(PackFolder.Open(folder, () => EvidencePack.LoadOneOf(folder, other)), rules);
    }

    private static void CheckFormat(OptionResult result)
    {
        if (result.Tokens is [var word] && word.Value is not ("table" or "json"))
            result.AddError($"there is no format '{word.Value}'{Suggestion.For(word.Value, ["table", "json"])}; there are: table, json");
    }
}
