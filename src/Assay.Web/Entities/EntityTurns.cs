using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Web.Entities;

/// <summary>The days on which something that the record holds of an entity began or ended.</summary>
internal static class EntityTurns
{
    public static ImmutableArray<DateOnly> Of(EvidenceSnapshot evidence, EntityId id, DateOnly today)
    {
        var validities = evidence.StakesIn(id).Select(row => row.Validity).Concat(evidence.StakesOf(id).Select(row => row.Validity))
            .Concat(evidence.MembersOf(id).Select(row => row.Validity)).Concat(evidence.BodiesOf(id).Select(row => row.Validity))
            .Concat(evidence.OperationsOn(id).Select(row => row.Validity)).Concat(evidence.DomicilesOf(id).Select(row => row.Validity));
        var signed = evidence.AgreementsWith(id).SelectMany(row => new[] { row.Signed, row.InForce, row.Ended });
        return [.. validities.SelectMany(validity => new[] { validity.From, validity.To }).Concat(signed).OfType<PartialDate>().Select(date => date.First).Where(day => day <= today).Distinct().Order()];
    }
}
