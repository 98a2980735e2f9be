using System.Text.RegularExpressions;
using Assay.Formats;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Findings;

public sealed partial class WordingFileTests
{
    [Fact]
    public void Every_key_that_code_says_is_in_the_file()
    {
        var wording = RuleFiles.Default.Wording;
        var said = Directory.EnumerateFiles(Checkout.PathOf("src", "Assay"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => SaidKey().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(said.Count > 30);
        Assert.DoesNotContain(said, key => !wording.Has(key));
    }

    [Fact]
    public void A_name_is_filled_in_and_one_without_a_value_stays()
    {
        var wording = new Wording([new("greet", "Hello {who}, {what}.")]);
        Assert.Equal("Hello World, {what}.", wording.Say("greet", ("who", "World")));
        Assert.Throws<KeyNotFoundException>(() => wording.Say("part"));
    }

    [Fact]
    public void A_brace_that_is_not_closed_is_reported()
    {
        var problems = new List<Problem>();
        WordingFile.Read(_ => "greet: \"Hello {who\"\n", problems);
        Assert.Contains(problems, problem => problem is { Code: "braces", Line: 1 });
    }

    [GeneratedRegex("Say\\((?:[^\"()]*\\? )?\"([a-z][a-z-]+)\"")]
    private static partial Regex SaidKey();
}
