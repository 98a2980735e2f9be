using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings.Changes;

/// <summary>The memberships and agreements that a proof wants: the row itself, the day it leaves open, or the list that would make absence count.</summary>
internal sealed class MissingTies(EvidenceSnapshot evidence, Wording wording, RowNames names)
{
    private static readonly RowPlace Nowhere = new("", "", 0);

    public IEnumerable<Proposal> For(CheckedReading reading)
    {
        var steps = reading.Answer.Proof.AllSteps().ToList();
        var unsure = steps.Where(step => step is { Rule: ProofRule.Holds, Truth: Truth.Unknown, Rows: [Membership, ..], Given.Days: not null }).ToList();
        foreach (var step in unsure) yield return Days((Membership)step.Rows[0], step.Given.Days!.Value);
        if (reading.Reading.Question is Question.Membership { When: { } when } asked && unsure.Count == 0)
            foreach (var proposal in OfMembership(asked.Member, asked.Body, Status(asked.Sense), when)) yield return proposal;
        foreach (var step in steps.Where(step => step is { Rule: ProofRule.Belongs, Truth: Truth.Unknown, Given.Days: not null }))
            if (step.Inputs[0].Value is StepValue.Named { Value: { } state })
                foreach (var set in step.Given.Members.Where(IsSet))
                    foreach (var proposal in OfMembership(state, set, MembershipStatus.Member, step.Given.Days!.Value)) yield return proposal;
        if (reading.Reading.Question is Question.Agreement { When: { } days } agreement)
            foreach (var proposal in OfAgreement(agreement, days, steps)) yield return proposal;
    }

    private Proposal Days(Membership row, DayRange days)
    {
        var began = row.Validity.From ?? AddedRows.Day(days.First);
        return new Proposal(new MissingRow
        {
            Table = "memberships", Subject = row.Member, Object = row.Body, Period = days.ToString(), Row = row.Id,
            Text = wording.Say("missing-membership-days", ("member", names.Name(row.Member)), ("body", names.Name(row.Body))),
        })
        {
            Says =
            [
                () => evidence.Replace(row with { Validity = new Validity(AddedRows.Day(days.First), null, null) }),
                () => evidence.Replace(row with { Validity = row.Validity with { From = AddedRows.Day(days.Last.DaysLater(1)), To = null } }),
                () => evidence.Replace(row with { Validity = new Validity(began, AddedRows.Day(days.First), null) }),
            ],
        };
    }

    private IEnumerable<Proposal> OfMembership(EntityId member, EntityId body, MembershipStatus status, DayRange days)
    {
        var row = AddedRows.Membership(member, body, days, status);
        yield return new Proposal(new MissingRow
        {
            Table = "memberships", Subject = member, Object = body, Period = days.ToString(),
            Text = wording.Say("missing-membership", ("member", names.Name(member)), ("body", names.Name(body)), ("days", days.ToString())),
        })
        {
            Says =
            [
                () => evidence.Add(row),
                () => evidence.Add(row with { Validity = new Validity(AddedRows.Day(days.First.DaysLater(-1)), AddedRows.Day(days.First), null) }),
            ],
        };
        yield return Whole("memberships", body, days, "all members, observers, partners and suspended", wording.Say("missing-members", ("body", names.Name(body)), ("days", days.ToString())));
    }

    private IEnumerable<Proposal> OfAgreement(Question.Agreement asked, DayRange days, List<ProofStep> steps)
    {
        var tried = steps.Where(step => step.Rule == ProofRule.AllOf && step.Inputs is [{ Rule: ProofRule.Matches, Truth: Truth.True }, { Truth: Truth.Unknown }]).ToList();
        foreach (var row in tried.Select(step => step.Inputs[1].Rows[0]).OfType<Agreement>())
        {
            var day = AddedRows.Day(row.Signed is { } signed && signed.Last < days.First ? signed.Last : days.First);
            yield return new Proposal(new MissingRow
            {
                Table = "agreements", Object = row.AgreementId, Period = days.ToString(), Row = row.Id,
                Text = wording.Say(asked.Sense == AgreementSense.Signed ? "missing-signing" : "missing-entry-into-force", ("title", row.Title), ("days", days.ToString())),
            })
            {
                Says =
                [
                    () => evidence.Replace(row with { AgreementStatus = "in-force", Signed = row.Signed ?? day, InForce = day, Ended = null }),
                    () => evidence.Replace(row with { AgreementStatus = "signed", InForce = null, Signed = row.Signed ?? AddedRows.Day(days.Last.DaysLater(1)) }),
                ],
            };
        }
        if (tried.Count > 0) yield break;
        var parties = string.Join(", ", asked.Parties.Select(names.Name));
        var about = asked.About is [[var slug, ..], ..] ? slug : "";
        var added = AddedRows.Agreement(asked, days);
        yield return new Proposal(new MissingRow
        {
            Table = "agreements", Subject = asked.Parties[0], Object = asked.Parties.Length > 1 ? asked.Parties[1] : null, Indicator = about, Period = days.ToString(),
            Text = wording.Say("missing-agreement", ("parties", parties), ("about", names.Word(about))),
        })
        {
            Says = asked.Sense == AgreementSense.Signed ? [() => evidence.Add(added)] : [() => evidence.Add(added), () => evidence.Add(added with { AgreementStatus = "signed", InForce = null })],
        };
        yield return Whole("agreements", asked.Parties[0], days, about, wording.Say("missing-agreements", ("party", names.Name(asked.Parties[0])), ("about", names.Word(about)), ("days", days.ToString())));
    }

    private Proposal Whole(string table, EntityId subject, DayRange days, string scope, string text) =>
        new(new MissingRow { Table = "completeness", Subject = subject, Indicator = table, Period = days.ToString(), Text = text })
        {
            Says =
            [
                () => evidence.Add(new Completeness
                {
                    Id = new($"completeness/{table}/{subject}/if"), Sources = [], Place = Nowhere, Table = table, Subject = subject, Scope = scope,
                    From = AddedRows.Day(days.First), To = AddedRows.Day(days.Last.DaysLater(1)), Covers = Bounds.Exactly(100),
                }),
            ],
        };

    private bool IsSet(EntityId id) => evidence.Entity(id) is { Kind: EntityKind.Group or EntityKind.Bloc };

    private static MembershipStatus Status(MembershipSense sense) => sense switch
    {
        MembershipSense.Observer => MembershipStatus.Observer,
        MembershipSense.Partner => MembershipStatus.Partner,
        MembershipSense.Suspended => MembershipStatus.Suspended,
        _ => MembershipStatus.Member,
    };
}
