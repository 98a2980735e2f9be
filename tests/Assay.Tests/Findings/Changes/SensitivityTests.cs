using Assay.Answers;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Articles;
using Assay.Formats.Rules;
using Assay.Tests.Answers;
using Assay.Tests.Cases;
using Xunit;

namespace Assay.Tests.Findings.Changes;

/// <summary>What is told of what would change a verdict is true: each change is made to a record built anew and the claim judged again.</summary>
public sealed class SensitivityTests
{
    private const int MostFlips = 6;
    private static readonly PartialDate Day = PartialDate.Parse("2025-06-17");
    private static readonly Judge Judge = new(RuleFiles.Default.Verdicts);

    public static IEnumerable<TheoryDataRow<string>> Articles() =>
        new[] { Checkout.PathOf("examples"), Checkout.PathOf("tests", "Assay.Tests", "HeldOut", "articles"), Path.Combine(Checkout.Root, "..", "shared", "articles") }
            .Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)).Select(file => new TheoryDataRow<string>(file));

    [Theory]
    [MemberData(nameof(Articles))]
    public void In_an_article_each_flip_flips_and_each_row_that_surely_decides_does(string file)
    {
        var article = ArticleFile.Read(file);
        Holds(new Assayer(SeedRecord.Evidence, RuleFiles.Default).Check(article, article.Date ?? Day));
    }

    [Fact]
    public void In_the_made_up_record_too()
    {
        string[] claims =
        [
            "Atlantis is a member of the League of Tides.", "Thule is a member of the League of Tides.", "Hyperborea is a member of the Tidal Pact.", "Lemuria is a member of the Tidal Pact.",
            "Kraken holds about 40 percent of Abyss.", "Kraken holds about half of Abyss.", "Kraken owns Abyss.", "Atlantis holds more than 35 percent of Coral Deep.", "Atlantis owns a stake in Coral Deep.",
            "Atlantis owns Brinewater.", "Thule owns Brinewater.", "About a quarter of Lemuria's crude oil belongs to Thule.", "Most of Lemuria's crude oil belongs to Lemuria.",
            "Orichalcum is the world's largest producer of uranium.", "Lemuria is an ally of Thule.", "Atlantis is an ally of Thule.", "Avalon is an ally of Thule.",
        ];
        var record = CaseRecord.Of("seas");
        var found = claims.Select(claim => new Assayer(record, RuleFiles.Default).Check(Article.FromText(claim), Day)).ToList();
        Assert.True(found.Sum(article => article.Findings.Length) >= claims.Length - 2, "Few of the claims are found.");
        Assert.True(found.Sum(Holds) > 20, "Few changes are told.");
    }

    [Fact]
    public void The_smallest_change_comes_first_and_rows_are_left_out_only_after_figures()
    {
        var finding = new Assayer(CaseRecord.Of("seas"), RuleFiles.Default).Check(Article.FromText("Kraken holds about 40 percent of Abyss."), Day).Findings.Single();
        var flips = new SensitivityAnalysis(CaseRecord.Of("seas"), RuleFiles.Default).Of(finding, mostFlips: 20).Flips;
        Assert.Equal(flips.OrderBy(flip => flip.Kind).ThenBy(flip => flip.Size), flips);
        Assert.Contains(flips, flip => flip.Kind == FlipKind.Removal);
        Assert.StartsWith("if the stake of Kraken in Abyss were ", flips[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_row_has_a_name_and_a_table()
    {
        var names = new RowNames(SeedRecord.Evidence, SeedRecord.Wording);
        var kinds = typeof(Statement).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Statement))).ToHashSet();
        var office = new Position { Id = new("positions/if"), Sources = [], Place = default, Person = new("kz"), Office = "president", Of = new("kz"), Validity = default };
        Statement[] rare =
        [
            office,
            new OtherInterest { Id = new("interests/if"), Sources = [], Place = default, Holder = new("kz"), Subject = new("tengiz"), Type = "trustee", Validity = default },
            new DisclosureException { Id = new("exceptions/if"), Sources = [], Place = default, Subject = new("tengiz"), About = "owners", Says = ParentKnown.Maybe, Reason = "no-lei", Validity = default },
            new Assay.Evidence.Link { Id = new("links/if"), Sources = [], Place = default, Entity = new("tengiz"), SameAs = new("kashagan"), Outcome = LinkOutcome.Ask },
        ];
        foreach (var rows in SeedRecord.Evidence.Statements.Concat(rare).GroupBy(row => row.GetType()))
        {
            Assert.DoesNotContain('{', names.Of(rows.First()));
            Assert.NotEmpty(RowNames.TableOf(rows.First()));
            kinds.Remove(rows.Key);
        }
        Assert.Empty(kinds);
    }

    [Fact]
    public void What_is_still_to_come_or_not_asked_is_not_looked_into()
    {
        var checkedArticle = new Assayer(SeedRecord.Evidence, RuleFiles.Default).Check(Article.FromText("Kazakhstan will leave the CSTO."), Day);
        Assert.All(new SensitivityAnalysis(SeedRecord.Evidence, RuleFiles.Default).Of(checkedArticle).Findings, finding => Assert.Empty(finding.Sensitivity!.Flips));
    }

    // How many changes were told, all of them true.
    private static int Holds(CheckedArticle article)
    {
        var analysis = new SensitivityAnalysis(article.Evidence, RuleFiles.Default);
        var told = 0;
        foreach (var finding in article.Findings)
        {
            var sensitivity = analysis.Of(finding, MostFlips);
            if (finding.Verdict == Verdict.NotEnoughEvidence) Assert.Empty(sensitivity.Flips);
            else Assert.Empty(sensitivity.Missing);
            foreach (var flip in sensitivity.Flips)
            {
                told++;
                var verdict = Again(finding, Changed(article.Evidence, flip.Row, flip.Changed));
                Assert.True(verdict == flip.Verdict && verdict != finding.Verdict, $"{finding.Claim.Quote}: {finding.Verdict}; {flip.Text}: {flip.Verdict} is told, {verdict} comes out");
                if (flip.JustShort is { } shortOf)
                    Assert.True(Again(finding, Changed(article.Evidence, flip.Row, shortOf)) == finding.Verdict, $"{finding.Claim.Quote}: a smaller change flips it too: {flip.Text}");
            }
            if (finding.Verdict != Verdict.NotEnoughEvidence || !finding.IsAsked || sensitivity.Missing.IsEmpty || finding.Leading.Reading.Question.When is null) continue;
            foreach (var tried in analysis.Missing(finding).Try().Where(one => one.Decides == Decides.Surely))
            {
                told++;
                var records = tried.Proposal.Sweep is { } sweep ? new[] { 0, 0.07m, 0.19m, 0.5m, 0.77m, 0.93m, 1 }.Select(sweep) : tried.Proposal.Says.Select(says => says());
                Assert.All(records, record => Assert.NotEqual(Verdict.NotEnoughEvidence, Again(finding, Anew(record, record.Statements))));
            }
        }
        return told;
    }

    private static Verdict Again(Finding finding, EvidenceSnapshot record)
    {
        var answerer = new Answerer(record, RuleFiles.Default.Wording);
        return Judge.OfAll([.. finding.Readings.Select(reading =>
        {
            var answer = answerer.Answer(reading.Reading.Question);
            return reading with { Answer = answer, Verdict = Judge.OfReading(finding.Claim, answer) };
        })]);
    }

    private static EvidenceSnapshot Changed(EvidenceSnapshot record, Statement? row, Statement? changed) => Anew(record, (row, changed) switch
    {
        (null, { } added) => record.Statements.Append(added),
        ({ } gone, null) => record.Statements.Where(other => other.Id != gone.Id),
        _ => record.Statements.Select(other => other.Id == row!.Id ? changed! : other),
    });

    private static EvidenceSnapshot Anew(EvidenceSnapshot record, IEnumerable<Statement> rows) => new(record.Packs, rows, record.Sources);
}
