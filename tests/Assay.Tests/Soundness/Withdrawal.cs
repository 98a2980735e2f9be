using Assay.Evidence;

namespace Assay.Tests.Soundness;

/// <summary>A record without a row, and without what would no longer be true, or no longer the whole of it, without that row.</summary>
internal static class Withdrawal
{
    /// <summary>
    /// The lesser record; null where the row says what a firm is (an entity, a seat, the stakes by which a firm with a seat is seen to be a joint
    /// venture), or where another figure of the same subject and period would take its place. With a row goes the history of the same member
    /// in the same body, and of the owner in the same asset; with the stakes in a firm of a group all stakes in it; with each the
    /// completeness rows of its table and of wholes, which may have counted on it; with a completeness row its rivals, of which the least counts.
    /// </summary>
    public static EvidenceSnapshot? Of(EvidenceSnapshot record, Statement row) => row switch
    {
        Entity or Domicile => null,
        Completeness list => record.Where(other => other is not Completeness rival || (rival.Table, rival.Subject, rival.Indicator) != (list.Table, list.Subject, list.Indicator)),
        Stake { Asset: var asset } when record.Entity(asset) is { Kind: EntityKind.Company, Country: not null, Parent: null } => null,
        Stake { Asset: var asset } when record.Entity(asset) is { Kind: EntityKind.Company, Parent: not null } => Without(record, "stakes", other => other is Stake stake && stake.Asset == asset),
        Stake { Asset: var asset, Owner: var owner } => Without(record, "stakes", other => other is Stake stake && stake.Asset == asset && stake.Owner == owner),
        Membership { Member: var member, Body: var body } => Without(record, "memberships", other => other is Membership membership && membership.Member == member && membership.Body == body),
        Measure measure when record.Measures(measure.Subject, measure.Indicator).Count(other => other.Period == measure.Period) > 1 => null,
        _ => Without(record, row.Place.File.Replace(".csv", "", StringComparison.Ordinal), other => other.Id == row.Id),
    };

    private static EvidenceSnapshot Without(EvidenceSnapshot record, string table, Func<Statement, bool> isGone) =>
        record.Where(row => !isGone(row) && !(row is Completeness list && (list.Table == table || list.Table == "parts")));
}
