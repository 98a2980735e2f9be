using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>agreements.csv</c>: treaties, agreements, declarations, memoranda, plans and roadmaps.</summary>
internal static class AgreementsTable
{
    private const int Id = 0, Kind = 1, Title = 2, Parties = 3, Signed = 4, InForce = 5, Ended = 6, Status = 7, ReplacedBy = 8, SigningPlace = 9, Topics = 10, Sources = 11, Note = 12;

    public static readonly TableFormat Format = new("agreements",
        ["id", "kind", "title", "parties", "signed", "in_force", "ended", "status", "replaced_by", "place", "topics", "sources", "note"], Read);

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
