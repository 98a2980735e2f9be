using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Who asserts a proposition, and who denies it? Asserted by some and denied by others, it is disputed; asserted or denied alone, it is open.
/// What somebody said settles nothing but that it was said.
/// </summary>
internal static class DisputeAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Dispute question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var said = inquiry.Evidence.Rows<Attribution>(RowKey.Attributions, question.Proposition).Where(row => row.Date is { } date && date.Last <= days.Last).ToImmutableArray();
        var sentence = inquiry.Evidence.Rows<Proposition>(RowKey.Proposition, question.Proposition).FirstOrDefault();
        if (said.IsEmpty || sentence is null) return NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say("dispute-silent", ("proposition", sentence?.Sentence.TrimEnd('.') ?? question.Proposition))));
        var (asserting, denying) = (said.Where(row => row.Asserts).ToImmutableArray(), said.Where(row => !row.Asserts).ToImmutableArray());
        var isDisputed = asserting.Length > 0 && denying.Length > 0;
        var text = inquiry.Say(isDisputed ? "dispute-both" : denying.IsEmpty ? "dispute-asserted" : "dispute-denied",
            ("proposition", sentence.Sentence.TrimEnd('.')), ("asserting", Who(inquiry, asserting)), ("denying", Who(inquiry, denying)));
        var proof = new ProofStep
        {
            Rule = isDisputed ? ProofRule.Disputed : ProofRule.SaidByOneSide, Text = text, Value = new StepValue.Truth(Truth.Unknown), Rows = [sentence, .. said],
            Given = new Given { Days = days, Question = question },
        };
        return isDisputed
            ? new Answer.Disputed([.. asserting.Select(row => row.SaidBy).Distinct()], [.. denying.Select(row => row.SaidBy).Distinct()]) { Text = text, Proof = proof }
            : NoAnswer.For(inquiry, Inquiry.Silent(text, proof));
    }

    /// <summary>Who says so and how that is known, each speaker once: in their own words, as reported, or only as an opponent lists it.</summary>
    private static string Who(Inquiry inquiry, ImmutableArray<Attribution> rows) => string.Join(", ", rows.GroupBy(row => row.SaidBy).Select(said =>
        inquiry.Say("said-by", ("speaker", inquiry.Name(said.Key)), ("via", Via(inquiry, said)), ("date", said.Min(row => row.Date)?.ToString() ?? inquiry.Say("day-not-known")))));

    private static string Via(Inquiry inquiry, IEnumerable<Attribution> said) =>
        inquiry.Say(said.Any(row => row.Via == "direct") ? "via-direct" : said.Any(row => row.Via == "reported") ? "via-reported" : "via-opponent");
}
