using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Tests.Cases;
using Xunit;

namespace Assay.Tests.Corrections;

/// <summary>The form of a claim, filled in anew by somebody who never saw the claim, is the same claim.</summary>
public sealed class RoundTripTests
{
    private static readonly string Folder = Checkout.PathOf("tests", "Assay.Tests", "Cases");

    public static IEnumerable<TheoryDataRow<string>> Folders() => Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).OfType<string>().Where(name => name != "records").Order(StringComparer.Ordinal)
        .Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_form_of_a_claim_of_a_case_asks_and_expects_the_same(string folder)
    {
        var problems = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.case", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var one = CaseFile.Read(file);
            var article = Article.FromText(one.Article);
            problems.AddRange(Differences(CaseRecord.Of(one.Evidence), article, one.Date is { } date ? PartialDate.Parse(date) : article.Date).Select(problem => $"{Path.GetFileName(file)}: {problem}"));
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public void The_form_of_a_claim_of_an_example_asks_and_expects_the_same()
    {
        var problems = Directory.EnumerateFiles(Checkout.PathOf("examples"), "*.txt").Order(StringComparer.Ordinal).SelectMany(file =>
        {
            var article = Article.FromText(File.ReadAllText(file));
            return Differences(EvidencePack.Embedded(), article, article.Date);
        }).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static IEnumerable<string> Differences(EvidenceSnapshot evidence, Article article, PartialDate? asOf)
    {
        var assayer = new Assayer(evidence, RuleFiles.Default);
        var read = assayer.CheckEach(article, asOf, null, []);
        foreach (var claim in read.Claims)
        {
            var form = ClaimForm.Of(claim, evidence);
            var place = new ClaimPlace(claim.Id, new QuotedSpan(claim.Span, claim.Quote), claim.AsOf, read.Article.Language);
            if (claim.Content is Content.Open)
            {
                // Nothing is asked; with the claim beside it the form stays what it was.
                if (assayer.Forms.Read(form, place, claim) is not { Claim: { } same } || Dump.Of(same) != Dump.Of(claim)) yield return $"open {form}";
                continue;
            }
            var again = assayer.Forms.Read(form, place);
            if (again.Claim is not { } filled)
            {
                // What the reader could not link is asked of nobody: it has to be filled in.
                if (assayer.Check(claim).IsAsked) yield return $"{form}: {string.Join("; ", again.Problems)}";
                continue;
            }
            var (asked, askedAgain) = (assayer.ReadingsOf(claim), assayer.ReadingsOf(filled));
            if (Dump.Of(asked.Select(reading => (object)reading.Question)) is var before && Dump.Of(askedAgain.Select(reading => (object)reading.Question)) is var after && before != after) yield return $"{form}:\n  {before}\n  {after}";
            if (Dump.Of(claim.Expects) != Dump.Of(filled.Expects)) yield return $"{form}:\n  {Dump.Of(claim.Expects)}\n  {Dump.Of(filled.Expects)}";
            if (ClaimForm.Of(filled, evidence) is var twice && twice != form) yield return $"written again: {form}\n  {twice}";
            if (assayer.Check(claim).Verdict is var verdict && assayer.Check(filled).Verdict is var verdictAgain && verdict != verdictAgain) yield return $"{form}: {verdict} and {verdictAgain}";
        }
    }
}
