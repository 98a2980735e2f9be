using System.Text.RegularExpressions;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Tests.Cli;
using Xunit;

namespace Assay.Tests.Guards;

/// <summary>What the README shows works as it stands there.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Checkout.PathOf("README.md"));

    public static IEnumerable<TheoryDataRow<string>> Commands() => Blocks("sh").SelectMany(block => block.Split('\n'))
        .Select(line => line.Trim()).Where(line => line.StartsWith("./assay", StringComparison.Ordinal) || line.Contains("| ./assay", StringComparison.Ordinal))
        .Select(line => new TheoryDataRow<string>(line));

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_readme_runs_as_written(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no bash.");
        using var folder = new TemporaryFolder();
        foreach (var name in (string[])["examples", "packs", "rules"]) Directory.CreateSymbolicLink(folder[name], Checkout.PathOf(name));
        var run = CommandRun.Start("bash", folder.Path, "", ["-c", $"set -o pipefail\n{command.Replace("./assay", $"dotnet '{CommandRun.Program}'", StringComparison.Ordinal)}"]);
        Assert.True(run.ExitCode == 0, $"{command}\n{run.Error}");
    }

    [Fact]
    public void The_first_commands_are_a_check_and_the_tests()
    {
        var lines = Blocks("sh").SelectMany(block => block.Split('\n')).Select(line => line.Trim()).Where(line => line.StartsWith("./", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("./assay check examples/", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("./test", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_three_lines_of_the_readme_are_the_three_lines_that_run_here()
    {
        var here = File.ReadAllLines(Checkout.PathOf("tests", "Assay.Tests", "Guards", "ReadmeTests.cs")).Select(line => line.Trim()).ToHashSet();
        var lines = Assert.Single(Blocks("csharp")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("using ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, lines.Count);
        foreach (var line in lines) Assert.Contains(line.Trim(), here);
    }

    [Fact]
    public void The_front_door_is_three_lines()
    {
        var (folder, text) = (Environment.CurrentDirectory, File.ReadAllText(Checkout.PathOf("examples", "oil-in-whose-hands.txt")));
        var console = Console.Out;
        Environment.CurrentDirectory = Checkout.Root;
        Console.SetOut(TextWriter.Null);
        try
        {
            EvidenceSnapshot evidence = EvidencePack.Load("packs/kazakhstan");
            CheckedArticle result = new Assayer(evidence, RuleFiles.Default).Check(Article.FromText(text));
            foreach (Finding finding in result.Findings) Console.WriteLine($"{finding.Verdict}: {finding.Justification}");
            Assert.NotEmpty(result.Findings);
        }
        finally
        {
            Environment.CurrentDirectory = folder;
            Console.SetOut(console);
        }
    }

    private static IEnumerable<string> Blocks(string language) => Fence().Matches(Readme).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value);

    [GeneratedRegex(@"```(\w+)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
