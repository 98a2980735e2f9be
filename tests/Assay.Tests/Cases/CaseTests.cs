using System.Globalization;
using System.Text;
using Assay.Answers;
using Assay.Articles;
using Assay.Claims;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Cases;

/// <summary>Every case file is a test: the article set beside the evidence must give what the case expects.</summary>
public sealed class CaseTests
{
    private static readonly string Folder = Checkout.PathOf("tests", "Assay.Tests", "Cases");

    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.EnumerateFiles(Folder, "*.case", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => new TheoryDataRow<string>(Path.GetRelativePath(Folder, file).Replace(Path.DirectorySeparatorChar, '/')));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_case_gives_what_it_expects(string file)
    {
        var expected = CaseFile.Read(Path.Combine(Folder, file));
        var article = Article.FromText(expected.Article);
        var found = new Assayer(CaseRecord.Of(expected.Evidence), RuleFiles.Default)
            .Check(article, expected.Date is { } date ? PartialDate.Parse(date) : article.Date, expected.Later is { } later ? PartialDate.Parse(later) : null);
        if (expected.Claims.Any(claim => claim["flips"] is not null || claim["missing"] is not null))
            found = new SensitivityAnalysis(found.Evidence, RuleFiles.Default).Of(found, mostFlips: 20);
        var problems = Differences(expected, found).ToList();
        Assert.True(problems.Count == 0, $"{string.Join('\n', problems)}\n\nFound:\n{Show(found)}");
        Assert.All(found.Findings.SelectMany(finding => finding.Readings.Concat(finding.Later?.Finding.Readings ?? [])), reading => Assert.Empty(ProofReplay.Check(reading.Answer.Proof).Problems));
    }

    [Fact]
    public void The_cases_are_many_and_of_every_answered_kind()
    {
        var cases = Files().Select(row => CaseFile.Read(Path.Combine(Folder, row.Data))).ToList();
        Assert.True(cases.Count >= 60, $"{cases.Count} cases");
        foreach (var head in (string[])["member(", "observer(", "signed(", "in-force(", "owns-some(", "owns-most(", "share(", "rank(", "amount(", "part(", "by-route(", "trade(", "regime(", "mostly(", "open("])
            Assert.Contains(cases, one => one.Claims.Any(claim => claim.Content.StartsWith(head, StringComparison.Ordinal)));
    }

    /// <summary>Each expected claim takes one that was found. A found claim left over is a difference, unless it is one that nothing answers.</summary>
    private static IEnumerable<string> Differences(CaseFile expected, CheckedArticle found)
    {
        var left = found.Findings.ToList();
        foreach (var claim in expected.Claims)
        {
            var twin = left.FirstOrDefault(finding => claim.Entries.All(entry => Agrees(finding, entry)) && Agrees(finding, Default(claim)));
            if (twin is null) yield return string.Create(CultureInfo.InvariantCulture, $"line {claim.Line}: {claim.Content} is not found as it is told there");
            else left.Remove(twin);
        }
        foreach (var finding in left.Where(finding => expected.ExpectsNone || !IsBystander(finding)))
            yield return $"not told in the case: {CaseWords.Of(finding.Claim)} '{finding.Claim.Quote}'";
        foreach (var (why, words) in expected.NotCheckable)
            if (!found.NotCheckable.Any(passage => passage.Why == why && passage.Quote.Contains(words, StringComparison.Ordinal)))
                yield return $"not listed as {why}: '{words}'";
    }

    private static bool IsBystander(Finding finding) => finding is { Claim.Content: Content.Open, Verdict: Verdict.NotEnoughEvidence };

    private static CaseEntry Default(ExpectedClaim claim) => new(claim.Line, "stance", claim["stance"] ?? "asserted");

    private static bool Agrees(Finding finding, CaseEntry entry) => (entry.Key, CaseWords.Of(finding, entry.Key)) switch
    {
        (_, null) => false,
        // A figure may be told by its words, its band or both.
        ("expects", var said) => said == entry.Value || said.Split(" = ").Contains(entry.Value),
        ("flips" or "missing", var lines) => entry.Value == lines || (entry.Value.Length > 0 && entry.Value != "none" && entry.Value.Split('\n').All(lines.Split('\n').Contains)),
        ("about", var slugs) => entry.Value.Split(", ").All(slugs.Split(", ").Contains),
        var (_, said) => said == entry.Value,
    };

    private static string Show(CheckedArticle found)
    {
        var text = new StringBuilder();
        foreach (var finding in found.Findings)
        {
            foreach (var key in (string[])["claim", "quote", "stance", "speaker", "expects", "time", "about", "place", "signed", "answer", "verdict", "later", "changed by", "years", "flips", "missing"])
                if (CaseWords.Of(finding, key) is { Length: > 0 } said) text.Append(CultureInfo.InvariantCulture, $"{key}: {said}\n");
        }
        foreach (var passage in found.NotCheckable) text.Append(CultureInfo.InvariantCulture, $"not checkable: {passage.Why}: {passage.Quote}\n");
        return text.Length == 0 ? "nothing" : text.ToString();
    }
}
