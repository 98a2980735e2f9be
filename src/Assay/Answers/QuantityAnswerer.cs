using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>How much was it in a period? Rows in other units are converted by stated factors; several rows make a range.</summary>
internal static class QuantityAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Quantity question)
    {
        if (question.When is not { } when) return NoAnswer.Undated(inquiry);
        var rows = new AmountRows(inquiry, question.Of);
        var days = AskedPeriod.Of(when, question.IsOfPeriod, rows.Years);
        if (days is not { } period || rows.Of(period, question.Conversions) is not { } figure)
            return NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say("amount-silent", ("amount", AmountWords.Of(inquiry, question.Of)), ("days", (days ?? when).ToString()))));
        var value = figure.Figure.RoundOutward(figure.Figure.High >= 1000 ? 0 : 4);
        return new Answer.Interval(value, question.Unit)
        {
            Text = inquiry.Say("amount", ("amount", AmountWords.Of(inquiry, question.Of)), ("period", period.ToString()), ("value", Inquiry.Show(value)), ("unit", question.Unit)),
            Proof = figure, Period = period.ToString(),
        };
    }
}
