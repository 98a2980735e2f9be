using System.Text.RegularExpressions;
using Assay.Claims;
using Assay.Formats.Packs;
using Assay.Formats.Rules.Lint;
using Assay.Tests.Cli;
using Assay.Tests.Guards;
using Xunit;

namespace Assay.Tests.Rules;

/// <summary>What the lint of rules finds, where, and that the rules which come with the program have none of it.</summary>
public sealed partial class RuleLintTests
{
    private const string Sound = """
        kind: ownership
        frames:
          - id: counts
            quantifier: some
            patterns: ["{owner:holder} <count> {owned:asset} among ..3 assets"]
            match: [{ text: "Shell counts Kashagan among its assets.", roles: { owner: Shell, owned: Kashagan } }]
            not: ["Shell counts its assets."]
        """;

    [Fact]
    public void The_rules_that_come_with_the_program_have_no_problem() => Assert.Empty(RuleLint.Check(EvidencePack.Embedded()).Problems);

    [Fact]
    public void A_sound_frame_of_ones_own_has_neither_problem_nor_notice()
    {
        var result = Lint(Sound);
        Assert.Empty(result.Problems);
        Assert.Empty(result.Notices);
    }

    [Theory]
    [InlineData("quantifier: some", "qantifier: some", "unknown-key", 4, 16)]
    [InlineData("quantifier: some", "counts: exports", "unread-key", 4, 13)]
    [InlineData("{owner:holder}", "{holder:holder}", "unknown-role", 5, 16)]
    [InlineData("{owner:holder}", "{owner:holders}", "pattern", 5, 16)]
    [InlineData("among", "Among", "capital", 5, 16)]
    [InlineData("among ..3", "@among ..3", "pattern", 5, 16)]
    [InlineData("- id: counts", "- id: visited", "duplicate-id", 3, 5)]
    [InlineData("<count>", "<own>", "example", 6, 13)]
    [InlineData("roles: { owner: Shell,", "roles: { owner: Eni,", "example-role", 6, 80)]
    [InlineData("counts its assets.\"", "counts Kashagan among its assets.\"", "counter-example", 7, 11)]
    [InlineData("kind: ownership", "kind: [", "yaml", 0, 0)]
    public void A_problem_is_told_with_its_place(string from, string to, string code, int line, int column)
    {
        var broken = Sound.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Sound, broken);
        var problem = Assert.Single(Lint(broken).Problems, problem => problem.Code == code);
        Assert.EndsWith("en/frames/mine.yaml", problem.File, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("    not: [\"Shell counts its assets.\"]", "", "no-counter-example")]
    [InlineData("<count>", "<count|recount>", "unknown-verb")]
    [InlineData("assets\"]", "assets|side-assets\"]", "several-tokens")]
    [InlineData("frames:", "macros:\n  idle: \"one\"\nframes:", "unused-macro")]
    public void What_is_no_fault_is_a_notice(string from, string to, string code)
    {
        var result = Lint(Sound.Replace(from, to, StringComparison.Ordinal));
        Assert.Empty(result.Problems);
        Assert.Contains(result.Notices, notice => notice.Code == code);
    }

    [Fact]
    public void A_file_that_nothing_reads_is_a_problem()
    {
        using var folder = new TemporaryFolder();
        foreach (var path in (string[])["en/frame/a.yaml", "en/frames/b.yml", "wordings.yaml"]) Write(folder, path, "a: b");
        Assert.Equal(["unread-file", "unread-file", "unread-file"], RuleLint.Check(folder.Path, EvidencePack.Embedded()).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void The_command_prints_problems_and_says_so_by_its_exit_code()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "en/frames/mine.yaml", Sound.Replace("<count>", "<own>", StringComparison.Ordinal));
        var run = InProcessRun.Of("rules", "lint", folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"en/frames/mine\.yaml:6:13 example: no claim by 'counts'", run.Output);
        Assert.Equal(3, InProcessRun.Of("rules", "lint", Path.Combine(folder.Path, "none")).ExitCode);
    }

    [Fact]
    public void Every_role_that_claims_are_made_of_is_known_to_the_lint()
    {
        var known = Enum.GetValues<ClaimKind>().SelectMany(kind => FrameVocabulary.RolesOf(kind)).Append("each").ToHashSet();
        var read = ProjectTests.Sources("Assay").Where(file => Path.GetFileName(file).StartsWith("ClaimBuilder", StringComparison.Ordinal))
            .SelectMany(file => Role().Matches(ProjectTests.Code(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(read);
        Assert.All(read, role => Assert.Contains(role, known));
    }

    /// <summary>The frame that the guide writes is sound, and does what the guide shows.</summary>
    [Fact]
    public void The_worked_example_of_the_guide_works()
    {
        var guide = File.ReadAllText(Checkout.PathOf("docs", "frames.md"));
        var frame = Frame().Match(guide[guide.IndexOf("## Ten minutes", StringComparison.Ordinal)..]).Value.Replace("\n    ", "\n", StringComparison.Ordinal).Trim();
        using var folder = new TemporaryFolder();
        using var article = new TemporaryFolder();
        Write(folder, "en/frames/portfolio.yaml", frame);
        Write(article, "a.txt", "Shell counts Kashagan among its assets.");
        var text = Path.Combine(article.Path, "a.txt");

        var lint = InProcessRun.Of("rules", "lint", folder.Path, "--strict");
        Assert.Equal((0, "assay: no problems, no notices\n"), (lint.ExitCode, lint.Error));
        Shows(guide, "| ./assay mentions -\n", InProcessRun.Of("mentions", text).Output);
        Shows(guide, "| ./assay claims -\n", InProcessRun.Of("claims", text).Output);
        Shows(guide, "| ./assay claims - --rules my-rules\n", InProcessRun.Of("claims", text, "--rules", folder.Path).Output);
    }

    private static void Shows(string guide, string command, string output)
    {
        var shown = guide[(guide.IndexOf(command, StringComparison.Ordinal) + command.Length)..].Split('\n').Skip(1).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(shown);
        Assert.All(shown, line => Assert.Contains(Spaced(line), Spaced(output), StringComparison.Ordinal));
    }

    private static string Spaced(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();

    private static RuleLintResult Lint(string frames)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "en/frames/mine.yaml", frames);
        return RuleLint.Check(folder.Path, EvidencePack.Embedded());
    }

    private static void Write(TemporaryFolder folder, string path, string text)
    {
        var file = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [GeneratedRegex(@"Of\(""([a-z]+)""\)")]
    private static partial Regex Role();

    [GeneratedRegex(@"(?m)^    kind: ownership\n(?:    .*\n|\n(?=    ))+")]
    private static partial Regex Frame();
}
