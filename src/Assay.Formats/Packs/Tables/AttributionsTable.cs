using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>attributions.csv</c>: who asserts or denies a proposition.</summary>
internal static class AttributionsTable
{
    private const int About = 0, SaidBy = 1, Proposition = 2, Assertion = 3, Stance = 4, Via = 5, Named = 6, Date = 7, Sources = 8, Note = 9;

    public static readonly TableFormat Format = new("attributions", [
        Column.Of(Referent.EntityAgreementOrEvent, "about", "the entity, event or agreement in question"),
        Column.Entity("said_by", "who said it"),
        Column.Of(Referent.Proposition, "proposition", "what is disputed"),
        Column.Title("assertion", "what was said"),
        Column.Word("stance", "towards the proposition", Vocabulary.Stances),
        Column.Word("via", "how it is known", Vocabulary.Vias),
        Column.Entity("named", "whom it accuses or names").List.Optional,
        Column.Date("date", "when it was said"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (speaker, proposition, date) = (row.Id(SaidBy), row.Slug(Proposition), row.Date(Date));
        pack.Statements.Add(new Attribution
        {
            Id = row.Identify(proposition, speaker.Value, date?.ToString()),
            About = row.Id(About),
            SaidBy = speaker,
            PropositionId = proposition,
            Assertion = row.Required(Assertion),
            Asserts = row.Word(Stance, Vocabulary.Stances),
            Via = row.Word(Via, Vocabulary.Vias) ?? "",
            Named = row.Ids(Named),
            Date = date,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
