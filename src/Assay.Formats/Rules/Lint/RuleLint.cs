using Assay.Claims;
using Assay.Evidence;
using Assay.Formats.Imports;
using Assay.Formats.Linking;

namespace Assay.Formats.Rules.Lint;

/// <summary>What is wrong with rule files, and what is missing beside them.</summary>
/// <param name="Problems">What keeps a rule from doing what it says.</param>
/// <param name="Notices">What ought to be there or need not: an example, an unused macro.</param>
public sealed record RuleLintResult(IReadOnlyList<Problem> Problems, IReadOnlyList<Problem> Notices);

/// <summary>Checks rule files beyond their form: what nothing reads, what can never match, and whether the examples of each frame come out as they say.</summary>
public static class RuleLint
{
    /// <summary>Checks the rules that come with the program.</summary>
    /// <param name="evidence">The record whose names the examples use.</param>
    public static RuleLintResult Check(EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var texts = RuleFiles.EmbeddedTexts();
        return Check(texts, [.. texts.Keys], path => $"rules/{path}", evidence);
    }

    /// <summary>Checks the rule files of a folder, which take the place of the built-in ones of the same path.</summary>
    /// <param name="folder">The folder; problems name its files as it is named here.</param>
    /// <param name="evidence">The record whose names the examples use.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static RuleLintResult Check(string folder, EvidenceSnapshot evidence)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(evidence);
        var own = RuleFiles.TextsOf(folder);
        var texts = RuleFiles.EmbeddedTexts();
        foreach (var (path, text) in own) texts[path] = text;
        return Check(texts, [.. own.Keys], path => own.ContainsKey(path) ? Path.Combine(folder, path) : $"rules/{path}", evidence, RuleFiles.OtherFilesOf(folder));
    }

    private static RuleLintResult Check(SortedDictionary<string, string> texts, HashSet<string> linted, Func<string, string> nameOf, EvidenceSnapshot evidence, IReadOnlyList<string>? others = null)
    {
        var report = new RuleReport();
        var rules = RuleFiles.Read(texts, report.Problems, out var read);
        // What linking and imports read is no part of the rules of reading.
        LinkRuleFiles.Read(texts, evidence, report.Problems);
        read.UnionWith([.. LinkRuleFiles.Paths, Territories.Path, LocalBodies.Path]);
        foreach (var path in linted.Where(path => !read.Contains(path)).Concat(others ?? []))
            report.Problems.Add(new Problem("unread-file", path, 0, 0, "a file that nothing reads", "a path of the built-in rules, or a frame file LANGUAGE/frames/NAME.yaml", "rename or remove it"));
        var usable = report.Problems.All(problem => problem.Code == "unread-file");
        var finder = usable ? new ClaimFinder(rules, evidence) : null;
        foreach (var path in linted.Where(path => path.Contains("/frames/", StringComparison.Ordinal) && read.Contains(path)).Order(StringComparer.Ordinal))
        {
            if (RuleNode.Parse(path, texts[path], []) is not { IsMap: true } file) continue;
            // A language whose verbs are told by their endings has no list to look them up in.
            FrameCheck.Check(file, usable && path.StartsWith($"{rules.Lexicon.Language}/", StringComparison.Ordinal) ? rules.Lexicon : null, report);
            if (finder is not null) new ExampleCheck(finder, path.Split('/')[0], report).Check(file);
        }
        return new RuleLintResult(Named(report.Problems), Named(report.Notices));

        List<Problem> Named(List<Problem> problems) => [.. problems.Distinct().Select(problem => problem with { File = nameOf(problem.File) })
            .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)];
    }
}
