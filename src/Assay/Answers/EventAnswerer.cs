using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Did something of these kinds, with these taking part, happen there within the days? A planned or expected event shows nothing. Nothing is
/// false for want of a row, unless a completeness row says that all such events of one who took part are listed.
/// </summary>
internal static class EventAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Event question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var tried = inquiry.Evidence.Rows<Event>(RowKey.EventsOf, [.. question.Kinds]).Select(row => Try(inquiry, row, question, days)).ToImmutableArray();
        if (tried.FirstOrDefault(step => step.Truth == Truth.True) is { } shown) return new Answer.Decided(true) { Text = shown.Text, Proof = shown };
        if (tried.All(step => step.Truth == Truth.False) && NotListed(inquiry, question, days) is { } absent) return new Answer.Decided(false) { Text = absent.Text, Proof = absent };
        var near = tried.Where(step => step.Truth == Truth.Unknown).Take(3).ToImmutableArray();
        return NoAnswer.For(inquiry, Inquiry.Silent(inquiry.Say("event-none", ("who", inquiry.Names(question.Who)), ("kinds", Kinds(inquiry, question)), ("days", days.ToString()),
            ("known", near.IsEmpty ? inquiry.Say("nothing-else") : string.Join("; ", near.Select(step => ((Event)step.Rows[0]).Title)))), near));
    }

    private static ProofStep Try(Inquiry inquiry, Event row, Question.Event question, DayRange days)
    {
        var people = question.Who.Select(inquiry.Evidence.Entity).OfType<Entity>().Where(entity => entity.Kind == EntityKind.Person).ToList();
        var places = EventMatch.Places(inquiry.Evidence, row).ToList();
        var truth = EventMatch.Holds(row, question, people, places).And(EventMatch.HappenedWithin(row, days));
        return new ProofStep
        {
            Rule = ProofRule.EventMatches,
            Text = inquiry.Say(truth == Truth.True ? "event-happened" : "event-unsure",
                ("title", row.Title), ("from", row.From?.ToString() ?? inquiry.Say("day-not-known")), ("place", row.EventPlace.Length == 0 ? "" : inquiry.Say("in-place", ("place", row.EventPlace)))),
            Value = new StepValue.Truth(truth),
            Rows = [row, .. people, .. places],
            Given = new Given { Days = days, Question = question },
        };
    }

    private static ProofStep? NotListed(Inquiry inquiry, Question.Event question, DayRange days)
    {
        foreach (var party in question.Who)
        {
            var list = inquiry.Evidence.Completeness("events", party).FirstOrDefault(row => Spans.MakesAbsenceCount(row, days, isDefinition: false)
                && question.Kinds.All(kind => AgreementMatch.Names(row.Scope, kind)));
            if (list is null) continue;
            return new ProofStep
            {
                Rule = ProofRule.EventNotListed,
                Text = inquiry.Say("event-not-listed", ("who", inquiry.Names(question.Who)), ("kinds", Kinds(inquiry, question)), ("days", days.ToString())),
                Value = new StepValue.Truth(Truth.False), Rows = [list],
                Given = new Given { Days = days, Object = party, Question = question },
            };
        }
        return null;
    }

    private static string Kinds(Inquiry inquiry, Question.Event question) => string.Join(", ", question.Kinds.Select(kind => inquiry.Word("event", kind)));
}
