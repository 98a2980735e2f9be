using Assay.Answers;
using Assay.Evidence;
using Xunit;

namespace Assay.Tests.Soundness;

/// <summary>
/// Changes each row that a proof cites, field by field, whatever kind of row it is. Then the old proof with the changed row in its place must not
/// replay, or the record with the changed row must give another answer or proof; else the field plays no part in that step, and stands in the
/// list below with the reason.
/// </summary>
public sealed class MutationTests
{
    /// <summary>By kind and field, or by rule, kind and field. Another step that cites the same row may well read the field.</summary>
    private static readonly HashSet<string> PlaysNoPart =
    [
        // For people only; names are read when an article is, not by a proof. Bounds are what is computed with.
        "Entity.Name", "Entity.Aliases", "Entity.Identifiers", "Measure.Central", "Stake.Central",
        // How a limit is written. One that is left out is so already in the bounds that are computed with; a source's own limit is made of it again for writing.
        "Stake.IsAboveLeast", "Stake.IsBelowMost",
        // Of a dispute is read who asserts or denies which proposition.
        "Disputed: Attribution.About", "Disputed: Attribution.Assertion", "Disputed: Attribution.Named", "Disputed: Attribution.Via", "Proposition.Sentence",
        // What goes through a place is added up wherever it goes on to.
        "Carried: Route.Destination",
        // A firm's own seat is not read where it has a parent, nor that of a holder, a state, an office named as a party, or one who is ranked.
        "Nationality: Entity.Country", "Apart: Entity.Country", "Belongs: Entity.Country", "Matches: Entity.Country", "Listed: Entity.Country", "RankedByFigures: Entity.Country",
        // Of a holder only the id is read where it is the owner itself, else whether it is a group or state.
        "Apart: Entity.Parent", "Belongs: Entity.Kind",
        // Firms of one parent are added up only where there are several on a list; figures only then; places below the subject's are not counted.
        "Listed: Entity.Parent", "Listed: Ranking.SharePercent", "Listed: Ranking.Rank",
        // What is read of a list: of owners how much it covers, unless the stakes add up to it anyway; of a ranking its depth, in words.
        "Apportion: Completeness.Covers", "Interest: Completeness.Covers", "Listed: Completeness.Covers", "Apportion: Completeness.Scope", "Interest: Completeness.Scope",
        "NotListed: Completeness.Scope", "Interest: Completeness.Indicator", "Listed: Completeness.Indicator", "NotListed: Completeness.Indicator",
        // The list of a group without a start is its definition and holds on any day.
        "NotListed: Completeness.To",
        // In what a figure is counted is asked of places that a source states only.
        "Measured: Measure.Scope",
        // An agreement's kind may fit where its topics do and the other way round; title, place and day are read where they are asked for.
        "Matches: Agreement.Kind", "Matches: Agreement.Topics", "Matches: Agreement.Title", "Matches: Agreement.SigningPlace",
        "Matches: Agreement.AgreementId", "Matches: Agreement.AgreementStatus", "Matches: Agreement.Ended",
        "Signed: Agreement.Kind", "Signed: Agreement.Topics", "Signed: Agreement.Title", "Signed: Agreement.SigningPlace",
        "Signed: Agreement.AgreementId", "Signed: Agreement.AgreementStatus", "Signed: Agreement.Ended",
        "InForce: Agreement.Kind", "InForce: Agreement.Topics", "InForce: Agreement.Title", "InForce: Agreement.SigningPlace", "InForce: Agreement.AgreementId",
    ];

    [Fact]
    public void No_change_of_a_cited_row_goes_unnoticed()
    {
        var missed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (row, questions) in Texts.Cited)
        {
            var kind = row.GetType().Name;
            // Two questions for each set of steps that read the row: more of the same would tell no more.
            var asking = questions.GroupBy(asked => string.Join(' ', Rules(asked.Answer.Proof, row))).SelectMany(group => group.Take(2)).ToList();
            foreach (var field in Mutants.Of(row).GroupBy(mutant => mutant.Field, mutant => mutant.Row).Where(field => !PlaysNoPart.Contains($"{kind}.{field.Key}")))
            {
                // A field plays a part if one of its changes is noticed.
                var unnoticed = asking
                    .Where(asked => !Rules(asked.Answer.Proof, row).All(rule => PlaysNoPart.Contains($"{rule}: {kind}.{field.Key}")) && field.All(mutant => ProofReplay.Check(Put(asked.Answer.Proof, mutant)).Holds)).ToList();
                foreach (var mutant in field)
                {
                    if (unnoticed.Count == 0) break;
                    var answerer = Texts.AnswererOf(Texts.Evidence.Replace(mutant));
                    unnoticed = [.. unnoticed.Where(asked => answerer.Answer(asked.Reading.Question) is var answer && Refinement.Same(asked.Answer, answer) && Same(asked.Answer.Proof, answer.Proof))];
                }
                foreach (var name in unnoticed.SelectMany(asked => Rules(asked.Answer.Proof, row)).Select(rule => $"{rule}: {kind}.{field.Key}").Where(name => !PlaysNoPart.Contains(name)))
                    missed[name] = $"{missed.GetValueOrDefault(name)} {row.Id}";
            }
        }
        Assert.True(missed.Count == 0, string.Join('\n', missed.Select(pair => $"{pair.Key}:{pair.Value}")));
    }

    private static IEnumerable<ProofRule> Rules(ProofStep proof, Statement row) => proof.AllSteps().Where(step => step.Rows.Any(other => other.Id == row.Id)).Select(step => step.Rule).Distinct();

    private static ProofStep Put(ProofStep step, Statement row) => step with
    {
        Rows = [.. step.Rows.Select(other => other.Id == row.Id ? row : other)],
        Inputs = [.. step.Inputs.Select(input => Put(input, row))],
    };

    private static bool Same(ProofStep left, ProofStep right) => left.Rule == right.Rule && left.Value == right.Value
        && left.Rows.Select(row => row.Id).SequenceEqual(right.Rows.Select(row => row.Id)) && left.Inputs.Length == right.Inputs.Length && left.Inputs.Zip(right.Inputs).All(pair => Same(pair.First, pair.Second));
}
