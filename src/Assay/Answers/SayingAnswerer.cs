using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>Did someone assert, or deny, a proposition? That nobody wrote it down shows nothing; what only an opponent lists does not show it either.</summary>
internal static class SayingAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Saying question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var tried = inquiry.Evidence.Rows<Attribution>(RowKey.Attributions, question.Proposition).Where(row => row.SaidBy == question.Speaker)
            .Select(row => Try(inquiry, row, question, days)).ToImmutableArray();
        if (tried.FirstOrDefault(step => step.Truth == Truth.True) is { } shown) return new Answer.Decided(true) { Text = shown.Text, Proof = shown };
        return NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say("saying-silent", ("speaker", inquiry.Name(question.Speaker)),
            ("known", tried.IsEmpty ? inquiry.Say("nothing-else") : string.Join("; ", tried.Take(2).Select(step => step.Text.TrimEnd('.'))))), [.. tried.Take(3)]));
    }

    private static ProofStep Try(Inquiry inquiry, Attribution row, Question.Saying question, DayRange days)
    {
        var said = row.Date is not { } date ? Truth.Unknown
            : date.Last > days.Last ? Truth.Unknown
            : question.Said is not { } asked || asked.Contains(date.Days) ? Truth.True : Truth.Unknown;
        var truth = row.Asserts == question.Asserts && row.Via != "catalogue-of-opponent" ? said : Truth.Unknown;
        return new ProofStep
        {
            Rule = ProofRule.Said,
            Text = inquiry.Say(row.Asserts ? "saying-asserts" : "saying-denies", ("speaker", inquiry.Name(row.SaidBy)), ("assertion", row.Assertion),
                ("via", inquiry.Say(row.Via switch { "direct" => "via-direct", "reported" => "via-reported", _ => "via-opponent" })), ("date", row.Date?.ToString() ?? inquiry.Say("day-not-known"))),
            Value = new StepValue.Truth(truth),
            Rows = [row],
            Given = new Given { Subject = question.Speaker, Days = days, Question = question },
        };
    }
}
