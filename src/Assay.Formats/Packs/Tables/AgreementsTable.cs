using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>agreements.csv</c>: treaties, agreements, declarations, memoranda, plans and roadmaps.</summary>
internal static class AgreementsTable
{
    private const int Id = 0, Kind = 1, Title = 2, Parties = 3, Signed = 4, InForce = 5, Ended = 6, Status = 7, ReplacedBy = 8, SigningPlace = 9, Topics = 10, Sources = 11, Note = 12;

    public static readonly TableFormat Format = new("agreements", [
        Column.Id("the agreement's id"),
        Column.Word("kind", "what kind of agreement it is", Vocabulary.AgreementKinds),
        Column.Title("title", "its title"),
        Column.Entity("parties", "who agreed, as of signing").List,
        Column.Date("signed", "when it was signed"),
        Column.Date("in_force", "when it entered into force"),
        Column.Date("ended", "its last day or year"),
        Column.Word("status", "what it is today", Vocabulary.AgreementStatuses),
        Column.Of(Referent.Agreement, "replaced_by", "the agreement that replaced it").Optional,
        Column.Text("place", "where it was signed"),
        Column.Slug("topics", "what it is about").List.Optional,
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var id = row.Slug(Id);
        var parties = row.Ids(Parties);
        if (parties.IsEmpty) row.Report(Parties, "empty-cell", "no party", "the ids of the parties", "name at least one");
        pack.Statements.Add(new Agreement
        {
            Id = row.IdentifyUnique(id),
            AgreementId = new EntityId(id),
            Kind = row.Word(Kind, Vocabulary.AgreementKinds) ?? "",
            Title = row.Required(Title),
            Parties = parties,
            Signed = row.Date(Signed),
            InForce = row.Date(InForce),
            Ended = row.Date(Ended),
            AgreementStatus = row.Word(Status, Vocabulary.AgreementStatuses) ?? "",
            ReplacedBy = row.OptionalId(ReplacedBy),
            SigningPlace = row.Text(SigningPlace),
            Topics = [.. row.Ids(Topics).Select(t => t.Value)],
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
