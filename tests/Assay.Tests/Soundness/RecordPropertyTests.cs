using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;
using Assay.Tests.Answers;
using CsCheck;
using Xunit;

namespace Assay.Tests.Soundness;

/// <summary>What holds of every record and question, whatever is asked.</summary>
public sealed class RecordPropertyTests
{
    [Fact]
    public void More_true_rows_never_widen_an_interval_nor_undo_a_decision() => PartialRecords.Pairs.Sample(
        (less, more, question) => Refinement.Refines(Ask(more, question), Ask(less, question)), iter: 6_000, print: Show);

    [Fact]
    public void Answers_do_not_depend_on_the_order_of_rows() => Gen.Select(PartialRecords.Records, Gen.Int[0, int.MaxValue]).Sample((pair, seed) =>
    {
        var rows = pair.Record.Statements.ToArray();
        new Random(seed).Shuffle(rows);
        return Refinement.Same(Ask(pair.Record, pair.Question), Ask(new EvidenceSnapshot([], rows, pair.Record.Sources), pair.Question));
    }, iter: 2_000);

    [Fact]
    public void A_finer_date_never_turns_an_answer_into_its_opposite() => PartialRecords.Records.Sample((record, question) =>
    {
        var days = question.When!.Value;
        var coarse = Ask(record, question);
        foreach (var finer in new[] { DayRange.On(days.First), DayRange.On(days.Last), new DayRange(days.First, days.First.AddDays((days.Last.DayNumber - days.First.DayNumber) / 2)) })
            if (!Refinement.Agree(coarse, Ask(record, question with { When = finer }))) return false;
        return true;
    }, iter: 3_000, print: pair => Show((pair.Item1, pair.Item1, pair.Item2)));

    [Fact]
    public void With_the_sides_exchanged_answers_are_exchanged() => PartialRecords.Records.Sample(
        (record, question) => Refinement.Same(Ask(record, question), Ask(Exchange.In(record), Exchange.In(question))), iter: 3_000);

    [Fact]
    public void Every_proof_on_these_records_replays() => PartialRecords.Records.Sample(
        (record, question) => ProofReplay.Check(Ask(record, question).Proof).Holds, iter: 2_000);

    private static Answer Ask(EvidenceSnapshot record, Question question) => new Answerer(record, SeedRecord.Wording).Answer(question);

    private static string Show((EvidenceSnapshot Less, EvidenceSnapshot More, Question Question) pair)
    {
        var less = pair.Less.Statements.Select(Text).ToHashSet();
        return $"{pair.Question} {string.Join("+", (pair.Question as Question.Share)?.Holder.Members ?? (pair.Question as Question.Ownership)?.Holder.Members ?? [])}\nless: {Said(Ask(pair.Less, pair.Question))}\nmore: {Said(Ask(pair.More, pair.Question))}\n"
            + $"first day: {Said(Ask(pair.More, pair.Question with { When = DayRange.On(pair.Question.When!.Value.First) }))}\nlast day: {Said(Ask(pair.More, pair.Question with { When = DayRange.On(pair.Question.When!.Value.Last) }))}\n"
            + string.Join('\n', pair.More.Statements.Where(row => row is not Entity).Select(Text).Select(text => $"{(less.Contains(text) ? " " : "+")} {text}"));

        static string Said(Answer answer) => $"{answer.GetType().Name} {(answer as Answer.Interval)?.Value} {answer.Text}\n    {string.Join("\n    ", answer.Proof.AllSteps().Select(step => $"{step.Rule}: {step.Text}"))}";

        static string Text(Statement row) => row switch
        {
            Stake stake => $"stake {stake.Owner} {stake.Asset} {stake.Share} {stake.Validity}",
            Membership member => $"member {member.Member} {member.Body} {member.Validity}",
            Measure measure => $"measure {measure.Subject} {measure.Value}",
            Part part => $"part {part.Whole} {part.Subject}",
            Completeness list => $"complete {list.Table} {list.Subject}",
            Agreement agreement => $"agreement {agreement.AgreementId} {agreement.Kind} {agreement.Signed} {agreement.AgreementStatus} {agreement.Ended}",
            Ranking rank => $"rank {rank.Subject} {rank.Rank}",
            _ => row.ToString(),
        };
    }
}
