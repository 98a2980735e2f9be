using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Did a membership begin, or end, within the days? A question on two dates: it surely was not on the day before and surely was on the last
/// of them, or the reverse. It is false only where no beginning or end of a row lies within a year of the days (what is announced, signed and
/// in force may lie so far apart), and one was a member all along, or a list that is complete for the days shows that one was none.
/// </summary>
internal static class MembershipChangeAnswerer
{
    // So near to a change on record, another date is not false: announced, signed and in force are days apart.
    private const int NearDays = 366;

    /// <summary>The days and those near enough to them that a change there may be the one that is meant.</summary>
    public static DayRange Near(DayRange days) => new(days.First.DaysLater(-NearDays), days.Last.DaysLater(NearDays));

    public static Answer Answer(Inquiry inquiry, Question.MembershipChange question)
    {
        if (question.When is not { } days || days.First.Year < 3 || days.Last.Year > 9997) return NoAnswer.Undated(inquiry);
        var before = MembershipAnswerer.Prove(inquiry, question.Member, question.Body, question.Sense, DayRange.On(days.First.DaysLater(-1)));
        var after = MembershipAnswerer.Prove(inquiry, question.Member, question.Body, question.Sense, DayRange.On(days.Last));
        var rows = inquiry.Evidence.MembersOf(question.Body).Where(row => row.Member == question.Member).ToImmutableArray();
        var list = inquiry.Evidence.Completeness("memberships", question.Body).FirstOrDefault(row => Spans.MakesAbsenceCount(row, days, isDefinition: false));
        var truth = Holds(question.Ends, before.Truth, after.Truth, list is not null && question.Sense == MembershipSense.Full, IsNear(rows, question.Ends, days));
        // A founder's first day is told in several ways: the signing, the entry into force, the body that came before.
        var isMoot = question.Ends ? truth == Truth.True && IsOfAll(inquiry, question, rows, days)
            : truth == Truth.False && rows.Any(row => row.MembershipStatus is MembershipStatus.FoundingMember or MembershipStatus.FoundingState);
        if (isMoot) truth = Truth.Unknown;
        var telling = truth == Truth.False && before.Truth == after.Truth || question.Ends == (truth == Truth.True) ? after : before;
        if (truth == Truth.True) telling = after;
        var proof = new ProofStep
        {
            Rule = question.Ends ? ProofRule.Ended : ProofRule.Began,
            Text = inquiry.Say((question.Ends, truth) switch
            {
                (false, Truth.True) => "membership-began-in",
                (false, Truth.False) => "membership-began-not-in",
                (true, Truth.True) => "membership-ended-in",
                (true, Truth.False) => "membership-ended-not-in",
                (false, _) => "membership-began-unsure",
                _ => "membership-ended-unsure",
            }, ("member", inquiry.Name(question.Member)), ("body", inquiry.Name(question.Body)), ("days", days.ToString()), ("known", telling.Text)),
            Value = new StepValue.Truth(truth),
            Rows = list is null ? [.. rows] : [.. rows, list],
            Inputs = [before, after],
            Given = new Given { Subject = question.Member, Object = question.Body, Days = days, Question = question },
        };
        return truth == Truth.Unknown
            ? NoAnswer.For(inquiry, isMoot ? Inquiry.Silent(proof.Text, before, after) : Inquiry.Silent(proof.Text, proof))
            : new Answer.Decided(truth == Truth.True) { Text = proof.Text, Proof = proof };
    }

    /// <summary>
    /// Whether what ended is no departure: others' membership ended on the same day, as where a body is wound up or merged, or the member went on
    /// in another way.
    /// </summary>
    private static bool IsOfAll(Inquiry inquiry, Question.MembershipChange question, ImmutableArray<Membership> rows, DayRange days)
    {
        var ended = rows.Where(row => row.Validity.To is { } to && to.Days.Overlaps(days)).Select(row => row.Validity.To!.Value).ToList();
        return rows.Any(row => row.Validity.From is { } from && ended.Exists(to => from.Days.Overlaps(to.Days)))
            || inquiry.Evidence.MembersOf(question.Body).Any(row => row.Member != question.Member && row.Validity.To is { } to && ended.Contains(to));
    }

    private static Truth Holds(bool ends, Truth before, Truth after, bool isListed, bool isNear)
    {
        if (before == (ends ? Truth.True : Truth.False) && after == (ends ? Truth.False : Truth.True)) return Truth.True;
        if (isNear) return Truth.Unknown;
        if (before == Truth.True && after == Truth.True) return Truth.False;
        return isListed && before == Truth.False && after == Truth.False ? Truth.False : Truth.Unknown;
    }

    private static bool IsNear(ImmutableArray<Membership> rows, bool ends, DayRange days)
    {
        var near = Near(days);
        return rows.Any(row => (ends ? row.Validity.To : row.Validity.From) is { } edge ? edge.Days.Overlaps(near) : !ends && row.Validity.Seen is not { } seen || !ends && row.Validity.Seen!.Value.Last >= near.First);
    }
}
