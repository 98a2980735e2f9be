using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>Something that a row says and might not: in force, a full member, happened, asserted, of a country.</summary>
/// <param name="Column">Where it stands, as the pack format names it.</param>
/// <param name="From">What stands there.</param>
/// <param name="To">What might.</param>
/// <param name="Key">The key of the wording file that says it.</param>
/// <param name="Row">The row that says so.</param>
internal sealed record RowState(string Column, string From, string To, string Key, Statement Row)
{
    /// <summary>What a row might say instead; nothing for kinds of rows that have no state.</summary>
    public static IEnumerable<RowState> Of(Statement row) => row switch
    {
        Membership { IsFull: true } member => [new("status", "member", "observer", "flip-observer", member with { MembershipStatus = MembershipStatus.Observer })],
        Agreement { AgreementStatus: "in-force" } agreement =>
            [new("status", "in-force", "signed", "flip-not-in-force", agreement with { AgreementStatus = "signed", InForce = null })],
        Event { EventStatus: "happened" } happening => [new("status", "happened", "planned", "flip-only-planned", happening with { EventStatus = "planned" })],
        Attribution said => [new("polarity", said.Asserts ? "asserts" : "denies", said.Asserts ? "denies" : "asserts", said.Asserts ? "flip-denied" : "flip-asserted", said with { Asserts = !said.Asserts })],
        Entity { Kind: not EntityKind.State, Country: { } country } entity =>
            [new("country", country.Value, "", "flip-seat-unknown", entity with { Country = null, Parent = null })],
        _ => [],
    };
}
