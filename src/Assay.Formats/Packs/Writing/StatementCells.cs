using System.Diagnostics;
using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Packs.Tables;

namespace Assay.Formats.Packs.Writing;

/// <summary>
/// A statement as the row of the pack table that it would be read from: reading the cells gives the same statement. A row that was written another way
/// (a limit left out that follows from the other) comes back in one form.
/// </summary>
internal static class StatementCells
{
    /// <summary>The table of a statement and its cells, in the order of the columns.</summary>
    public static (TableFormat Table, string[] Cells) Of(Statement statement) => statement switch
    {
        Entity row => (EntitiesTable.Format,
        [
            row.EntityId.Value, Word(Vocabulary.EntityKinds, row.Kind), row.Name, List(row.Aliases.Select(alias => alias.IsMetonym ? "~" + alias.Text : alias.Text)),
            Id(row.Country), Id(row.Parent), List(row.Identifiers), Sources(row), row.Note,
        ]),
        Domicile row => (DomicilesTable.Format, [row.Firm.Value, row.Country.Value, Date(row.Validity.From), Date(row.Validity.To), Sources(row), row.Note]),
        Stake row => (StakesTable.Format,
        [
            row.Owner.Value, row.Asset.Value, .. Share(row), Word(Vocabulary.Interests, row.Interest), Word(Vocabulary.StakeStatuses, row.StakeStatus),
            .. Dates(row.Validity), Sources(row), row.Note,
        ]),
        OtherInterest row => (InterestsTable.Format, [row.Holder.Value, row.Subject.Value, row.Type, row.Directness, .. Dates(row.Validity), Date(row.Validity.Lapsed), Sources(row), row.Note]),
        DisclosureException row => (ExceptionsTable.Format,
            [row.Subject.Value, row.About, Word(Vocabulary.ParentsKnown, row.Says), row.Reason, .. Dates(row.Validity), Sources(row), row.Note]),
        Link row => (LinksTable.Format, [row.Entity.Value, row.SameAs.Value, Word(Vocabulary.LinkOutcomes, row.Outcome), row.Basis, Date(row.Decided), row.By, row.Note]),
        Operation row => (OperationsTable.Format, [row.Operator.Value, row.Asset.Value, row.Role, Date(row.Validity.From), Date(row.Validity.To), Sources(row), row.Note]),
        Regime row => (RegimesTable.Format, [row.Asset.Value, row.RegimeKind, Date(row.Validity.From), Date(row.Validity.To), Sources(row), row.Note]),
        Membership row => (MembershipsTable.Format, [row.Member.Value, row.Body.Value, Word(Vocabulary.MembershipStatuses, row.MembershipStatus), .. Dates(row.Validity), Sources(row), row.Note]),
        Position row => (PositionsTable.Format, [row.Person.Value, row.Office, row.Of.Value, .. Dates(row.Validity), Sources(row), row.Note]),
        Agreement row => (AgreementsTable.Format,
        [
            row.AgreementId.Value, row.Kind, row.Title, Ids(row.Parties), Date(row.Signed), Date(row.InForce), Date(row.Ended), row.AgreementStatus, Id(row.ReplacedBy), row.SigningPlace,
            List(row.Topics), Sources(row), row.Note,
        ]),
        Event row => (EventsTable.Format, [row.EventId.Value, row.Kind, row.Title, row.EventPlace, Ids(row.Participants), Date(row.From), Date(row.To), row.EventStatus, Sources(row), row.Note]),
        Proposition row => (PropositionsTable.Format, [row.PropositionId, row.Sentence]),
        Attribution row => (AttributionsTable.Format,
        [
            row.About.Value, row.SaidBy.Value, row.PropositionId, row.Assertion, Word(Vocabulary.Stances, row.Asserts), row.Via, Ids(row.Named), Date(row.Date), Sources(row), row.Note,
        ]),
        Measure row => (MeasuresTable.Format,
        [
            row.Subject.Value, row.Indicator, row.Period.ToString(), .. Range(row.Value, row.Central), row.Unit, row.Scope, Word(Vocabulary.FigureStatuses, row.MeasureStatus), Sources(row), row.Note,
        ]),
        Part row => (PartsTable.Format, [row.Whole.Value, row.Indicator, row.Period.ToString(), row.Subject.Value, Sources(row), row.Note]),
        Ranking row => (RankingsTable.Format,
        [
            row.List.Value, row.Indicator, row.Period.ToString(), row.Subject.Value, row.Rank.ToString(CultureInfo.InvariantCulture), Number(row.Value), Number(row.SharePercent), Sources(row), row.Note,
        ]),
        Route row => (RoutesTable.Format,
        [
            row.Commodity, row.Origin.Value, Id(row.Via), Id(row.Destination), row.Period.ToString(), Number(row.Value), row.Unit, Number(row.SharePercent),
            Word(Vocabulary.FigureStatuses, row.RouteStatus), Sources(row), row.Note,
        ]),
        Completeness row => (CompletenessTable.Format,
        [
            row.Table, row.Subject.Value, row.Indicator, row.Scope, Date(row.From), Date(row.To), Number(row.Covers?.Low), Number(row.Covers?.High), Sources(row), row.Note,
        ]),
        _ => throw new UnreachableException($"No table for {statement.GetType()}."),
    };

    /// <summary>The cells of a source.</summary>
    public static string[] Of(Source source) => [source.Id.Value, source.Publisher, source.Title, Date(source.Date), source.Url, source.Kind];

    /// <summary>What the cells of a row name elsewhere, by the columns of its table.</summary>
    public static IEnumerable<(Referent Referent, string Id)> Named(Statement statement)
    {
        var (table, cells) = Of(statement);
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0 || table.Fields[i].Refers is not { } referent) continue;
            foreach (var id in table.Fields[i].IsList ? cells[i].Split('|') : [cells[i]]) yield return (referent, id);
        }
    }

    private static string Word<T>(Words<T> words, T meaning) => words.Of(meaning);

    private static string Sources(Statement row) => List(row.Sources.Select(source => source.Value));

    private static string List(IEnumerable<string> items) => string.Join('|', items);

    private static string Ids(IEnumerable<EntityId> ids) => List(ids.Select(id => id.Value));

    private static string Id(EntityId? id) => id?.Value ?? "";

    private static string Date(PartialDate? date) => date?.ToString() ?? "";

    private static string[] Dates(Validity validity) => [Date(validity.From), Date(validity.To), Date(validity.Seen)];

    // The limits are left out where the central figure says them both.
    private static string[] Range(Bounds bounds, decimal? central) =>
        central is { } exact && bounds == Bounds.Exactly(exact) ? [Number(exact), "", ""] : [Number(central), Number(bounds.Low), Number(bounds.High)];

    private static string[] Share(Stake row) => !row.IsAboveLeast && !row.IsBelowMost ? Range(row.Share, row.Central) :
    [
        Number(row.Central),
        row.IsAboveLeast ? $">{Number(Plain(row.Share.Low - RangeCells.Resolution))}" : Number(row.Share.Low),
        row.IsBelowMost ? $"<{Number(Plain(row.Share.High + RangeCells.Resolution))}" : Number(row.Share.High),
    ];

    // Division by one in full precision takes away the noughts that the sum has at its end.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
