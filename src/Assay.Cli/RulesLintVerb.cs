using System.CommandLine;
using System.Globalization;
using Assay.Formats;
using Assay.Formats.Rules.Lint;

namespace Assay.Cli;

/// <summary><c>assay rules lint [DIR…]</c>: prints every problem of rule files, and what their examples lack.</summary>
internal sealed class RulesLintVerb(Terminal terminal)
{
    private readonly Argument<string[]> _folders = new("DIR") { Arity = ArgumentArity.ZeroOrMore, Description = "Folders with rule files, each checked with its files in place of the built-in ones of the same path. Without any, the built-in rules." };

    private readonly Option<bool> _strict = new("--strict") { Description = "Count notices as problems: a frame without an example or counter-example, a macro that nobody calls." };

    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("lint", "Print every problem of rule files: form, keys and roles that nothing reads, words that never match, examples that fail.") { _folders, _strict };
        _record.AddEvidenceTo(verb);
        _folders.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(Run);
        return new Verb(verb, "assay rules lint", "assay rules lint my-rules --strict");
    }

    private int Run(ParseResult line)
    {
        var evidence = _record.LoadEvidence(line);
        var isStrict = line.GetValue(_strict);
        var folders = line.GetValue(_folders) ?? [];
        var results = folders.Length == 0 ? [RuleLint.Check(evidence)] : folders.Select(folder => Check(folder, evidence)).ToArray();
        var problems = results.SelectMany(result => isStrict ? result.Problems.Concat(result.Notices) : result.Problems).Distinct().ToList();
        var notices = isStrict ? [] : results.SelectMany(result => result.Notices).Distinct().ToList();
        foreach (var problem in problems) terminal.Output.WriteLine(problem);
        foreach (var notice in notices) terminal.Error.WriteLine($"assay: notice: {notice}");
        terminal.Error.WriteLine($"assay: {Count(problems.Count, "problem")}, {Count(notices.Count, "notice")}");
        return problems.Count == 0 ? ExitCode.Done : ExitCode.ProblemsFound;
    }

    private static string Count(int count, string noun) => $"{(count == 0 ? "no" : count.ToString(CultureInfo.InvariantCulture))} {noun}{(count == 1 ? "" : "s")}";

    private static RuleLintResult Check(string folder, Evidence.EvidenceSnapshot evidence)
    {
        try
        {
            return RuleLint.Check(folder, evidence);
        }
        catch (DirectoryNotFoundException)
        {
            throw StopException.Input($"{folder}: there is no such folder; name one that is laid out as the built-in rules are");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw StopException.Input($"{folder}: it cannot be read: {error.Message}");
        }
    }
}
