using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// What place does the subject take among its like? Read from the latest usable list, from figures of all its rivals, or from a place that
/// a source states; the latest period of those that settle it stands.
/// </summary>
internal static class RankAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Rank question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        if (question.Among == RankFromFigures.World) question = question with { Among = null };
        var tried = question.Indicators
            .SelectMany(indicator => new[]
            {
                RankFromLists.Prove(inquiry, question, indicator, days),
                RankFromFigures.Prove(inquiry, question, indicator, days),
                StatedRanks.Prove(inquiry, question, indicator, days),
            })
            .OfType<ProofStep>().ToList();
        var settled = tried.Where(step => step.Value is StepValue.Place).OrderByDescending(step => step.Given.Days!.Value.Last).FirstOrDefault();
        if (settled is { Value: StepValue.Place { Best: var best, Worst: var worst } })
            return new Answer.Placed(best, worst, settled.Given.Object is { } list ? inquiry.Name(list) : "") { Text = settled.Text, Proof = settled };
        return NoAnswer.For(inquiry, tried.Count > 0
            ? Inquiry.Silent(tried[0].Text, [.. tried])
            : Inquiry.Silent(inquiry.Say("rank-silent", ("subject", inquiry.Name(question.Subject)), ("days", days.ToString()))));
    }

    /// <summary>A place in words: <c>1</c>, <c>2 to 3</c>, <c>9 or lower</c>.</summary>
    public static string Show(Inquiry inquiry, int best, int worst) =>
        worst == int.MaxValue ? inquiry.Say("place-or-lower", ("best", Text(best))) : best == worst ? Text(best) : inquiry.Say("place-range", ("best", Text(best)), ("worst", Text(worst)));

    /// <summary>Whether two entities are of one kind for a ranking: states with states, companies and funds with each other, the rest by kind.</summary>
    public static bool AreAlike(Entity left, Entity right) => Class(left) == Class(right);

    private static EntityKind Class(Entity entity) => entity.Kind is EntityKind.Fund ? EntityKind.Company : entity.Kind;

    private static string Text(int place) => place.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
