using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Cli;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>What the command line can do stands in its documentation, and what stands there it can do.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string CommandsPage = File.ReadAllText(Checkout.PathOf("docs", "commands.md"));
    private static readonly Command Root = new CommandLine(new Terminal(TextWriter.Null, TextWriter.Null, Stream.Null), TimeProvider.System).Root;

    [Fact]
    public void Every_verb_and_option_is_documented()
    {
        foreach (var (path, verb) in Verbs(Root, "assay"))
        {
            var section = SectionOf(path);
            foreach (var option in verb.Options.Where(option => option.Name != "--help" && !Root.Options.Contains(option)))
                Assert.True(section.Contains($"`{option.Name}", StringComparison.Ordinal), $"docs/commands.md: '## {path}' does not tell of {option.Name}.");
            foreach (var argument in verb.Arguments)
                Assert.True(section.Contains(argument.Name, StringComparison.Ordinal), $"docs/commands.md: '## {path}' does not tell of {argument.Name}.");
        }
    }

    [Fact]
    public void Every_documented_option_exists()
    {
        var options = Verbs(Root, "assay").SelectMany(pair => pair.Verb.Options).Concat(Root.Options).Select(option => option.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var page in (string[])["README.md", "docs/commands.md"])
            foreach (Match match in Option().Matches(File.ReadAllText(Checkout.PathOf(page))))
                Assert.True(options.Contains(match.Value), $"{page} tells of {match.Value}, which no verb has.");
    }

    [Fact]
    public void Every_exit_code_is_documented_and_in_the_help()
    {
        var help = CommandRun.Of("--help").Output;
        foreach (var (code, meaning) in ExitCode.All)
        {
            Assert.Matches(string.Create(CultureInfo.InvariantCulture, $@"(?m)^\| {code} \|"), CommandsPage);
            Assert.Matches(string.Create(CultureInfo.InvariantCulture, $@"(?m)^  {code} +{Regex.Escape(meaning)}"), help);
        }
    }

    [Theory]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("own")]
    [InlineData("members")]
    [InlineData("agreements")]
    [InlineData("rank")]
    [InlineData("routes")]
    [InlineData("ties")]
    [InlineData("ask")]
    [InlineData("gaps")]
    [InlineData("pack", "lint")]
    [InlineData("pack", "list")]
    [InlineData("graph", "build")]
    [InlineData("graph", "own")]
    [InlineData("graph", "control")]
    [InlineData("graph", "explain")]
    [InlineData("graph", "stats")]
    [InlineData("export")]
    [InlineData("reactions", "simulate")]
    public void The_help_of_a_verb_names_its_options_with_examples(params string[] verb)
    {
        var run = CommandRun.Of([.. verb, "--help"]);
        var command = verb.Aggregate(Root, (parent, name) => parent.Subcommands.Single(child => child.Name == name));
        Assert.Equal(0, run.ExitCode);
        foreach (var option in command.Options) Assert.Contains(option.Name, run.Output, StringComparison.Ordinal);
        Assert.Contains($"Examples:\n  assay {string.Join(' ', verb)}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Articles", "articles.md")]
    [InlineData("Graphs", "graph.md")]
    [InlineData("Scanning", "graph.md")]
    public void Every_code_of_a_refused_file_is_documented(string folder, string document)
    {
        var codes = ProjectTests.Sources("Assay.Formats").Where(file => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => ProblemCode().Matches(ProjectTests.Code(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(codes);
        var page = File.ReadAllText(Checkout.PathOf("docs", "formats", document));
        foreach (var code in codes) Assert.True(page.Contains($"| `{code}` |", StringComparison.Ordinal), $"docs/formats/{document} does not tell of {code}.");
    }

    private static IEnumerable<(string Path, Command Verb)> Verbs(Command command, string path) =>
        command.Subcommands.Count == 0 ? [(path, command)] : command.Subcommands.SelectMany(child => Verbs(child, $"{path} {child.Name}"));

    private static string SectionOf(string path)
    {
        var start = CommandsPage.IndexOf($"## {path}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/commands.md has no section '## {path}'.");
        var end = CommandsPage.IndexOf("\n## ", start, StringComparison.Ordinal);
        return CommandsPage[start..(end < 0 ? CommandsPage.Length : end)];
    }

    [GeneratedRegex(@"(?<=[\s`(\[])--[a-z][a-z-]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"(?:Problem\(|Refused\(|Report\([^""]*)""([a-z0-9-]+)"",")]
    private static partial Regex ProblemCode();
}
