using Assay.Evidence;

namespace Assay.Formats.Packs.Lint;

/// <summary>Every id in a cell must be defined in the pack or in one it builds on.</summary>
internal static class ReferenceCheck
{
    public static void Run(LintedPack pack)
    {
        foreach (var row in pack.Rows)
        {
            foreach (var (column, referent, id) in References(row)) Check(pack, row, column, referent, id);
            foreach (var source in row.Sources) Check(pack, row, "sources", Referent.Source, source.Value);
        }
    }

    private static void Check(LintedPack pack, Statement row, string column, Referent referent, string id)
    {
        if (id.Length == 0 || pack.Knows(referent, id) || pack.Known(referent) is not { } known) return;
        var nearest = NearestId.Find(id, known);
        pack.Report(row, column, "unknown-id", $"'{id}'", Expected(referent), nearest is null ? "define it or correct the id" : $"perhaps '{nearest}' is meant");
    }

    private static string Expected(Referent referent) => referent switch
    {
        Referent.Entity => "an id of entities.csv",
        Referent.Agreement => "an id of agreements.csv",
        Referent.Proposition => "an id of propositions.csv",
        Referent.List => "a list of rankings.csv",
        Referent.Source => "an id of sources.csv",
        _ => "an id of entities.csv, agreements.csv or events.csv",
    };

    /// <summary>What a row names, and in which column.</summary>
    internal static IEnumerable<(string Column, Referent Referent, string Id)> References(Statement row) => row switch
    {
        Entity r => [Entity("country", r.Country), Entity("parent", r.Parent)],
        Domicile r => [Entity("entity", r.Firm), Entity("country", r.Country)],
        Stake r => [Entity("owner", r.Owner), Entity("asset", r.Asset)],
        OtherInterest r => [Entity("holder", r.Holder), Entity("subject", r.Subject)],
        DisclosureException r => [Entity("subject", r.Subject)],
        // What it is linked to may stand in a pack that is not loaded: it is then read as itself.
        Link r => [Entity("entity", r.Entity)],
        Operation r => [Entity("operator", r.Operator), Entity("asset", r.Asset)],
        Regime r => [Entity("asset", r.Asset)],
        Membership r => [Entity("member", r.Member), Entity("body", r.Body)],
        Position r => [Entity("person", r.Person), Entity("of", r.Of)],
        Agreement r => [.. r.Parties.Select(p => Entity("parties", p)), ("replaced_by", Referent.Agreement, r.ReplacedBy.ToString() ?? "")],
        Event r => r.Participants.Select(p => Entity("participants", p)),
        Attribution r =>
        [
            ("about", Referent.EntityAgreementOrEvent, r.About.Value),
            Entity("said_by", r.SaidBy),
            ("proposition", Referent.Proposition, r.PropositionId),
            .. r.Named.Select(n => Entity("named", n)),
        ],
        Measure r => [Entity("subject", r.Subject)],
        Part r => [Entity("whole", r.Whole), Entity("part", r.Subject)],
        Ranking r => [Entity("subject", r.Subject)],
        Route r => [Entity("origin", r.Origin), Entity("via", r.Via), Entity("destination", r.Destination)],
        Completeness r => [("subject", r.Table == "rankings" ? Referent.List : Referent.EntityAgreementOrEvent, r.Subject.Value)],
        _ => [],
    };

    private static (string Column, Referent Referent, string Id) Entity(string column, EntityId? id) => (column, Referent.Entity, id.ToString() ?? "");
}
