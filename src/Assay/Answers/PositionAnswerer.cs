using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Does a person hold an office? False where every row of the person in that office surely ended or had not begun, or where another surely
/// held an office that one person holds at a time. A title that goes with a name is kept after the office: that is never false. Imported rows
/// say nothing of anybody else, and of such an office nothing at all where they have it held by several.
/// </summary>
internal static class PositionAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Position question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        // Whose office it is need not be told: then only what the person holds counts.
        var rows = question.Of is { } of ? inquiry.Evidence.Rows<Position>(RowKey.PositionsAt, RowKeys.Both(question.Office, of.ToString()))
            : inquiry.Evidence.Rows<Position>(RowKey.PositionsOf, RowKeys.Both(question.Person.ToString(), question.Office));
        var own = rows.Where(row => row.Person == question.Person).Select(row => Step(inquiry, row, days)).ToImmutableArray();
        var rivals = rows.Where(row => row.Person != question.Person).Select(row => Step(inquiry, row, days)).Where(step => step.Truth == Truth.True).ToList();
        var isContested = question.IsSole && rivals.Count > 0 && own.All(step => step.Rows[0].Place.IsImported);
        if (!isContested && own.FirstOrDefault(step => step.Truth == Truth.True) is { } holds) return new Answer.Decided(true) { Text = holds.Text, Proof = holds };
        var others = question is { IsSole: true, Of: not null } && own.All(step => step.Truth == Truth.False)
            ? rivals.Find(step => !step.Rows[0].Place.IsImported) : null;
        if (!question.IsTitle && others is not null)
        {
            var proof = new ProofStep
            {
                Rule = ProofRule.OfficeOfAnother,
                Text = inquiry.Say("office-of-another", ("known", others.Text), ("person", inquiry.Name(question.Person))),
                Value = new StepValue.Truth(Truth.False),
                Inputs = [others, .. own],
                Given = new Given { Subject = question.Person, Object = question.Of, Days = days, Question = question },
            };
            return new Answer.Decided(false) { Text = proof.Text, Proof = proof };
        }
        return NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say("office-silent", ("person", inquiry.Name(question.Person)), ("office", inquiry.Word("office", question.Office)),
            ("known", own.IsEmpty ? inquiry.Say("nothing-else") : string.Join("; ", own.Select(step => step.Text.TrimEnd('.'))))), own));
    }

    private static ProofStep Step(Inquiry inquiry, Position row, DayRange days)
    {
        var truth = row.Validity.HoldsOn(days);
        return new ProofStep
        {
            Rule = ProofRule.HoldsOffice,
            Text = inquiry.Say(truth switch { Truth.True => "office-held", Truth.False => "office-not-held", _ => "office-unsure" },
                ("person", inquiry.Name(row.Person)), ("office", inquiry.Word("office", row.Office)), ("of", inquiry.Name(row.Of)), ("days", days.ToString()),
                ("from", row.Validity.From?.ToString() ?? inquiry.Say("day-not-known")), ("to", row.Validity.To?.ToString() ?? inquiry.Say("day-not-known"))),
            Value = new StepValue.Truth(truth),
            Rows = [row],
            Given = new Given { Subject = row.Person, Object = row.Of, Days = days, Question = null },
        };
    }
}
