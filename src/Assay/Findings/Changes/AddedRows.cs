using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Findings.Changes;

/// <summary>Rows that the record does not have and that a verdict rests on its not having: what a complete list leaves out.</summary>
internal static class AddedRows
{
    private static readonly RowPlace Nowhere = new("", "", 0);

    public static IEnumerable<Statement> For(Finding finding) => finding.Readings
        .SelectMany(reading => reading.Answer.Proof.AllSteps()).Where(step => step.Rule == ProofRule.NotListed)
        .Select(Of).OfType<Statement>().DistinctBy(row => row.Id);

    private static Statement? Of(ProofStep absent) => absent.Given switch
    {
        { Question: Question.Agreement asked, Days: { } days } => Agreement(asked, days),
        { Subject: { } member, Object: { } body, Days: { } days } => Membership(member, body, days),
        _ => null,
    };

    /// <summary>A membership on all of the days.</summary>
    public static Membership Membership(EntityId member, EntityId body, DayRange days, MembershipStatus status = MembershipStatus.Member) => new()
    {
        Id = new($"memberships/{member}/{body}/if"), Sources = [], Place = Nowhere, Member = member, Body = body, MembershipStatus = status,
        Validity = new Validity(Day(days.First), null, null),
    };

    /// <summary>An agreement as it is asked about, in force.</summary>
    public static Agreement Agreement(Question.Agreement asked, DayRange days) => new()
    {
        Id = new("agreements/if"), Sources = [], Place = Nowhere, AgreementId = new("if"), Parties = asked.Parties, Title = string.Join(' ', asked.TitleWords),
        Kind = asked.About is [[var kind, ..], ..] ? kind : "other", Topics = [.. asked.About.Where(group => !group.IsEmpty).Select(group => group[0])],
        Signed = Day((asked.Signed ?? days).First), InForce = Day((asked.Signed ?? days).First), AgreementStatus = "in-force", SigningPlace = asked.SigningPlace,
    };

    public static PartialDate Day(DateOnly day) => new(day.Year, day.Month, day.Day);
}
