using Assay.Findings;
using Assay.Formats;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Findings;

public sealed class VerdictFileTests
{
    [Fact]
    public void The_table_that_comes_with_the_program_has_every_pair_once() => Assert.Empty(Problems(Shipped));

    [Fact]
    public void A_missing_pair_is_reported() =>
        Assert.Contains(Problems(Shipped.Replace("  - { expects: band, answer: across, verdict: not-enough-evidence }\n", "", StringComparison.Ordinal)), problem => problem.Code == "missing-pair");

    [Fact]
    public void A_pair_that_stands_twice_is_reported_with_its_line() =>
        Assert.Contains(Problems(Shipped.Replace("expects: \"yes\", answer: \"false\"", "expects: \"yes\", answer: \"true\"", StringComparison.Ordinal)), problem => problem is { Code: "duplicate-pair", Line: 5 });

    [Fact]
    public void An_unknown_key_is_reported_with_line_and_column() =>
        Assert.Contains(Problems(Shipped + "surely: refuted\n"), problem => problem is { Code: "unknown-key", Column: > 0, Line: > 20 });

    [Fact]
    public void An_unknown_verdict_is_reported() =>
        Assert.Contains(Problems(Shipped.Replace("weak: not-enough-evidence", "weak: maybe", StringComparison.Ordinal)), problem => problem.Code == "word");

    private static string Shipped => File.ReadAllText(Checkout.PathOf("rules", "verdicts.yaml"));

    private static List<Problem> Problems(string text)
    {
        var problems = new List<Problem>();
        VerdictFile.Read(_ => text, problems);
        return problems;
    }
}
