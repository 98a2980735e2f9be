using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Does an entity belong to a body or named group? Open world: only a row that certainly ended or had not begun, or a completeness row
/// over the days asked about, makes it false. Over several days: true only if it held on all of them.
/// </summary>
internal static class MembershipAnswerer
{
    public static Answer Answer(Inquiry inquiry, Question.Membership question)
    {
        if (question.When is not { } days) return NoAnswer.Undated(inquiry);
        var proof = Prove(inquiry, question.Member, question.Body, question.Sense, days);
        return proof.Truth == Truth.Unknown
            ? NoAnswer.For(inquiry, proof)
            : new Answer.Decided(proof.Truth == Truth.True) { Text = proof.Text, Proof = proof };
    }

    /// <summary>The proof that it does, does not, or that the record leaves it open.</summary>
    public static ProofStep Prove(Inquiry inquiry, EntityId member, EntityId body, MembershipSense sense, DayRange days)
    {
        var all = inquiry.Evidence.MembersOf(body).Where(row => row.Member == member).ToImmutableArray();
        // What packs made by hand say of it goes before what was imported.
        if (all.Any(row => !row.Place.IsImported)) all = [.. all.Where(row => !row.Place.IsImported)];
        var held = all.Where(row => IsIn(row, sense)).Select(row => Holds(inquiry, row, days)).ToImmutableArray();
        if (held.Length > 0 && held[0].Rows[0].Place.IsImported && Absent(inquiry, member, body, sense, days) is { Truth: Truth.False, Rows: [{ Place.IsImported: false }, ..] } absent)
            return Inquiry.Silent(Sentence(inquiry, "membership-contradicts", member, body, days), [.. held, absent]);
        if (held.Length > 0) return Any(held);
        if (sense == MembershipSense.Full && all.FirstOrDefault(row => row.MembershipStatus == MembershipStatus.FoundingState) is { } founding)
            return Inquiry.Silent(Sentence(inquiry, "membership-founding-state", member, body, days), Holds(inquiry, founding, days));
        if (sense is MembershipSense.Observer or MembershipSense.Partner
            && all.Where(row => row.IsFull).Select(row => Holds(inquiry, row, days)).FirstOrDefault(step => step.Truth == Truth.True) is { } full)
            return new ProofStep
            {
                Rule = ProofRule.Not, Text = Sentence(inquiry, "membership-full-instead", member, body, days),
                Value = new StepValue.Truth(Truth.False), Inputs = [full],
            };
        return Absent(inquiry, member, body, sense, days);
    }

    private static ProofStep Any(ImmutableArray<ProofStep> held)
    {
        if (held.FirstOrDefault(step => step.Truth == Truth.True) is { } shown) return shown;
        if (held.Length == 1) return held[0];
        var truth = held.Aggregate(Truth.False, (sum, step) => sum.Or(step.Truth));
        var telling = held.Last(step => step.Truth == truth);
        return new ProofStep { Rule = ProofRule.AnyOf, Text = telling.Text, Value = new StepValue.Truth(truth), Inputs = held };
    }

    private static ProofStep Holds(Inquiry inquiry, Membership row, DayRange days)
    {
        var body = inquiry.Evidence.Entity(row.Body);
        var truth = row.Validity.HoldsOn(days, fromAlways: body is { Kind: EntityKind.Group });
        var ended = row.Validity.To is { } to && days.First >= to.Last;
        var key = truth switch
        {
            Truth.True when row.Validity.From is null => "membership-holds-undated",
            Truth.True => "membership-holds",
            Truth.False => ended ? "membership-ended" : "membership-not-begun",
            _ => "membership-unsure",
        };
        return new ProofStep
        {
            Rule = ProofRule.Holds,
            Text = inquiry.Say(key, ("member", inquiry.Name(row.Member)), ("body", inquiry.Name(row.Body)), ("as", As(inquiry, row.MembershipStatus)),
                ("from", row.Validity.From?.ToString() ?? ""), ("to", row.Validity.To?.ToString() ?? ""), ("seen", row.Validity.Seen?.ToString() ?? ""), ("days", days.ToString())),
            Value = new StepValue.Truth(truth),
            Rows = body is { Kind: EntityKind.Group } ? [row, body] : [row],
            Given = new Given { Days = days, Subject = row.Member, Object = row.Body },
        };
    }

    private static ProofStep Absent(Inquiry inquiry, EntityId member, EntityId body, MembershipSense sense, DayRange days)
    {
        var entity = inquiry.Evidence.Entity(body);
        var lists = inquiry.Evidence.Completeness("memberships", body).Where(row => Tells(row, sense)).ToImmutableArray();
        var list = lists.FirstOrDefault(row => Spans.MakesAbsenceCount(row, days, entity is { Kind: EntityKind.Group }));
        if (list is null)
            return Inquiry.Silent(Sentence(inquiry, lists.IsEmpty ? "membership-silent" : "membership-list-too-short", member, body, days));
        return new ProofStep
        {
            Rule = ProofRule.NotListed,
            Text = Sentence(inquiry, "membership-not-listed", member, body, days),
            Value = new StepValue.Truth(Truth.False),
            Rows = entity is { Kind: EntityKind.Group } ? [list, entity] : [list],
            Given = new Given { Days = days, Subject = member, Object = body },
        };
    }

    private static bool IsIn(Membership row, MembershipSense sense) => sense switch
    {
        MembershipSense.Full => row.IsFull,
        MembershipSense.Observer => row.MembershipStatus == MembershipStatus.Observer,
        MembershipSense.Partner => row.MembershipStatus is MembershipStatus.Partner or MembershipStatus.Associate or MembershipStatus.DialoguePartner,
        _ => row.MembershipStatus == MembershipStatus.Suspended,
    };

    // A list of members says nothing of observers unless its scope names them.
    private static bool Tells(Completeness row, MembershipSense sense) => sense switch
    {
        MembershipSense.Full => true,
        MembershipSense.Observer => row.Scope.Contains("observer", StringComparison.OrdinalIgnoreCase),
        MembershipSense.Partner => row.Scope.Contains("partner", StringComparison.OrdinalIgnoreCase),
        _ => row.Scope.Contains("suspen", StringComparison.OrdinalIgnoreCase),
    };

    private static string As(Inquiry inquiry, MembershipStatus status) => inquiry.Say(status switch
    {
        MembershipStatus.Member => "as-member",
        MembershipStatus.FoundingMember => "as-founding-member",
        MembershipStatus.FoundingState => "as-founding-state",
        MembershipStatus.Observer => "as-observer",
        MembershipStatus.Associate => "as-associate",
        MembershipStatus.Partner => "as-partner",
        MembershipStatus.DialoguePartner => "as-dialogue-partner",
        _ => "as-suspended",
    });

    private static string Sentence(Inquiry inquiry, string key, EntityId member, EntityId body, DayRange days) =>
        inquiry.Say(key, ("member", inquiry.Name(member)), ("body", inquiry.Name(body)), ("days", days.ToString()));
}
