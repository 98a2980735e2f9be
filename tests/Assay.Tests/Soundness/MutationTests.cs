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
    /// <summary>By kind and field, or by rule, kind and field.</summary>
    private static readonly HashSet<string> PlaysNoPart =
    [
    ];

    [Fact]
    public void No_change_of_a_cited_row_goes_unnoticed()
    {
        var missed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (row, questions) in Texts.Cited)
        {
            var kind = row.GetType().Name;
            foreach (var field in Mutants.Of(row).GroupBy(mutant => mutant.Field, mutant => mutant.Row).Where(field => !PlaysNoPart.Contains($"{kind}.{field.Key}")))
            {
                // A field plays a part if one of its changes is noticed.
                var unnoticed = questions.Where(asked => field.All(mutant => ProofReplay.Check(Put(asked.Answer.Proof, mutant)).Holds)).ToList();
                foreach (var mutant in field)
                {
                    if (unnoticed.Count == 0) break;
                    var answerer = Texts.AnswererOf(Texts.Evidence.Replace(mutant));
                    unnoticed = [.. unnoticed.Where(asked => Same(asked.Answer.Proof, answerer.Answer(asked.Reading.Question).Proof))];
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
