using Assay.Answers;
using Assay.Articles;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Rules;
using Xunit;

namespace Assay.Tests.Soundness;

/// <summary>The properties of small records, on the packs that come with the program and the questions of real articles.</summary>
public sealed class PackPropertyTests
{
    [Fact]
    public void Every_proof_replays() => Assert.Empty(Texts.Checked.SelectMany(article => article.Findings).SelectMany(finding => finding.Readings)
        .SelectMany(reading => new[] { reading.Answer, reading.Answer.Shaken }.OfType<Answer>()).SelectMany(answer => ProofReplay.Check(answer.Proof).Problems));

    [Fact]
    public void Verdicts_do_not_depend_on_the_order_of_rows()
    {
        var assayer = new Assayer(Shuffled(Texts.Evidence), RuleFiles.Default);
        var differences = new List<string>();
        foreach (var (article, before) in Texts.Articles.Zip(Texts.Checked))
        {
            var after = Texts.Check(assayer, article);
            Assert.Equal(before.Findings.Select(finding => finding.Claim.Quote), after.Findings.Select(finding => finding.Claim.Quote));
            differences.AddRange(before.Findings.Zip(after.Findings).Where(pair => pair.First.Verdict != pair.Second.Verdict).Select(pair => $"{article.Title} {pair.First.Claim.Id}: {pair.First.Verdict}, {pair.Second.Verdict}"));
        }
        Assert.Empty(differences);
    }

    [Fact]
    public void Without_a_row_that_it_cites_no_answer_says_more()
    {
        var differences = new List<string>();
        foreach (var (row, questions) in Texts.Cited)
        {
            if (Withdrawal.Of(Texts.Evidence, row) is not { } less) continue;
            var answerer = Texts.AnswererOf(less);
            foreach (var asked in questions)
            {
                var answer = answerer.Answer(asked.Reading.Question);
                if (!Refinement.Refines(asked.Answer, answer)) differences.Add($"without {row.Id}: {asked.Reading.Text}\n    {answer.Text}\n    before: {asked.Answer.Text}");
            }
        }
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>The rows in another order, but for rival figures of one subject and period, of which the first counts.</summary>
    private static EvidenceSnapshot Shuffled(EvidenceSnapshot record)
    {
        var rows = record.Statements.ToArray();
        new Random(7).Shuffle(rows);
        foreach (var rivals in record.Statements.OfType<Measure>().GroupBy(row => (row.Subject, row.Indicator, row.Period)).Where(group => group.Skip(1).Any()))
        {
            var ids = rivals.Select(row => row.Id).ToHashSet();
            var places = Enumerable.Range(0, rows.Length).Where(i => ids.Contains(rows[i].Id)).ToList();
            foreach (var (place, row) in places.Zip(rivals)) rows[place] = row;
        }
        return new EvidenceSnapshot(record.Packs, rows, record.Sources);
    }
}
