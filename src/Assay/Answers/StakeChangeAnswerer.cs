using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Did someone's stake in an asset begin, or end, within the days? The stakes of all firms of the owner's group count as one. What moves
/// inside a wider group settles nothing; of an imported register a row that ends or begins is a deal only where another who is surely not of the same
/// group gives way, or takes over, on that day. That a stake ended is false only where a row surely ran from a year before the days to a year after.
/// </summary>
internal static class StakeChangeAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.StakeChange question)
    {
        if (question.When is not { } days || days.First.Year < 3 || days.Last.Year > 9997) return NoAnswer.Undated(inquiry);
        var group = inquiry.Evidence.StakesIn(question.Asset).Where(row => StakeRows.IsOwned(row) && IsOf(inquiry, row.Owner, question.Owner)).ToImmutableArray();
        var moved = group.Where(row => Edge(row, question.Ends) is { } edge && days.Contains(edge.Days)).ToImmutableArray();
        var isNoDeal = MovedWithin(inquiry, question, days) || GoesOn(question, group, moved, days) || moved.Any(row => row.Place.IsImported && !HasOtherSide(inquiry, question, row));
        var truth = isNoDeal ? Truth.Unknown : Changed(inquiry, question, group, moved, days);
        var firms = group.Select(row => row.Owner).Distinct().Where(owner => owner != question.Owner).Select(inquiry.Evidence.Entity).OfType<Statement>();
        var proof = new ProofStep
        {
            Rule = question.Ends ? ProofRule.StakeEnded : ProofRule.StakeBegan,
            Text = inquiry.Say((question.Ends, truth) switch
            {
                (false, Truth.True) => "stake-began-in",
                (true, Truth.True) => "stake-ended-in",
                (true, Truth.False) => "stake-ended-not-in",
                (false, _) => "stake-began-unsure",
                _ => "stake-ended-unsure",
            }, ("owner", inquiry.Name(question.Owner)), ("asset", inquiry.Name(question.Asset)), ("days", days.ToString()),
                ("share", string.Join(", ", moved.Select(row => Inquiry.Show(row.Share))))),
            Value = new StepValue.Truth(truth),
            Rows = [.. group, .. firms],
            Given = new Given { Subject = question.Owner, Object = question.Asset, Days = days, Question = question, IsShaken = inquiry.IsShaken },
        };
        return truth == Truth.Unknown || group.IsEmpty
            ? NoAnswer.For(inquiry, group.IsEmpty || isNoDeal ? Inquiry.Silent(proof.Text) : Inquiry.Silent(proof.Text, proof))
            : new Answer.Decided(truth == Truth.True) { Text = proof.Text, Proof = proof };
    }

    private static Truth Changed(Inquiry inquiry, Question.StakeChange question, ImmutableArray<Stake> group, ImmutableArray<Stake> moved, DayRange days)
    {
        var empty = DayRange.On(question.Ends ? days.Last : days.First.DaysLater(-1));
        var held = DayRange.On(question.Ends ? days.First.DaysLater(-1) : days.Last);
        if (moved.Any(row => question.Ends || row.Validity.HoldsOn(held) == Truth.True) && group.All(row => row.Validity.HoldsOn(empty) == Truth.False))
            return question.Size is not { } share || moved.Any(row => share.Holds(inquiry.Share(row)) == Truth.True) ? Truth.True : Truth.Unknown;
        var around = MembershipChangeAnswerer.Near(days);
        // That it was kept is known only where a row was seen, or ended, after the days.
        return question.Ends && group.Any(row => row.Validity.HoldsOn(around) == Truth.True && (row.Validity.To is not null || row.Validity.Seen is { } seen && seen.First > days.Last)) ? Truth.False : Truth.Unknown;
    }

    /// <summary>
    /// Whether a row that begins or ends within the days only takes over from another, or gives way to one, within a year, or may be of nothing:
    /// then it tells of no purchase and no sale.
    /// </summary>
    private static bool GoesOn(Question.StakeChange question, ImmutableArray<Stake> group, ImmutableArray<Stake> moved, DayRange days)
    {
        var near = MembershipChangeAnswerer.Near(days);
        return moved.Any(row => row.Share.Low == 0)
            || moved.Length > 0 && group.Any(row => !moved.Contains(row) && Edge(row, !question.Ends) is { } other && other.Days.Overlaps(near));
    }

    /// <summary>Whether a firm beside or above the owner in its group took a stake in the asset, or gave one up, at about the time.</summary>
    private static bool MovedWithin(Inquiry inquiry, Question.StakeChange question, DayRange days)
    {
        if (inquiry.Evidence.Entity(question.Owner)?.Parent is not { } parent) return false;
        var around = MembershipChangeAnswerer.Near(days);
        return inquiry.Evidence.StakesIn(question.Asset)
            .Where(row => !IsOf(inquiry, row.Owner, question.Owner) && (row.Owner == parent || inquiry.Evidence.Entity(row.Owner)?.Parent == parent))
            .Any(row => Edge(row, !question.Ends) is not { } edge || edge.Days.Overlaps(around));
    }

    private static bool HasOtherSide(Inquiry inquiry, Question.StakeChange question, Stake moved)
    {
        var day = DayRange.On(Edge(moved, question.Ends)!.Value.First);
        return inquiry.Evidence.StakesIn(question.Asset).Any(row => StakeRows.IsOwned(row) && Edge(row, !question.Ends) == Edge(moved, question.Ends)
                && IsApart(inquiry, row.Owner, moved.Owner, day) && IsApart(inquiry, moved.Owner, row.Owner, day))
            && !inquiry.Evidence.InterestsIn(question.Asset).Any(row => row.Holder == moved.Owner && row.Validity.HoldsOn(day) != Truth.False);
    }

    private static bool IsApart(Inquiry inquiry, EntityId one, EntityId other, DayRange day) =>
        new HolderTest(inquiry, new Holder([other], HolderSense.Itself), day).Apart(one, new Nationalities(inquiry, day).Of(one)).Truth == Truth.False;

    private static bool IsOf(Inquiry inquiry, EntityId firm, EntityId owner) => firm == owner || inquiry.Evidence.Entity(firm)?.Parent == owner;

    private static PartialDate? Edge(Stake row, bool ends) => ends ? row.Validity.To : row.Validity.From;
}
