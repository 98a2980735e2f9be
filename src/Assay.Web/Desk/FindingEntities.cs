using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;

namespace Assay.Web.Desk;

/// <summary>The entities that a finding is about: those of its claim and of the rows it rests on.</summary>
internal static class FindingEntities
{
    public static IEnumerable<string> Of(Finding finding, EvidenceSnapshot evidence) => OfClaim(finding, evidence).Concat(finding.Readings.SelectMany(reading => reading.Answer.Proof.AllRows()).SelectMany(Of).Select(id => id.Value)).Distinct();

    private static IEnumerable<string> OfClaim(Finding finding, EvidenceSnapshot evidence)
    {
        var form = ClaimForm.Of(finding.Claim, evidence);
        return ClaimForm.RolesOf(form.Kind).Where(role => role.Takes == RoleTakes.Entity).SelectMany(role => form[role.Name].Split(ClaimForm.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(id => !id.StartsWith('"'));
    }

    private static IEnumerable<EntityId> Of(Statement row) => row switch
    {
        Entity entity => [entity.EntityId],
        Stake stake => [stake.Owner, stake.Asset],
        Operation run => [run.Operator, run.Asset],
        Domicile seat => [seat.Firm, seat.Country],
        OtherInterest held => [held.Holder, held.Subject],
        DisclosureException silence => [silence.Subject],
        Regime regime => [regime.Asset],
        Membership member => [member.Member, member.Body],
        Position post => [post.Person, post.Of],
        Agreement agreement => agreement.Parties,
        Event happening => happening.Participants,
        Attribution said => [said.SaidBy, .. said.Named],
        Measure measure => [measure.Subject],
        Part part => [part.Whole, part.Subject],
        Ranking rank => [rank.Subject],
        Route route => new[] { route.Origin, route.Via, route.Destination }.OfType<EntityId>(),
        Completeness whole => [whole.Subject],
        _ => [],
    };
}
