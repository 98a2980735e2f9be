using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>attributions.csv</c>: who asserts or denies a proposition.</summary>
internal static class AttributionsTable
{
    private const int About = 0, SaidBy = 1, Proposition = 2, Assertion = 3, Stance = 4, Via = 5, Named = 6, Date = 7, Sources = 8, Note = 9;

    public static readonly TableFormat Format = new("attributions",
        ["about", "said_by", "proposition", "assertion", "stance", "via", "named", "date", "sources", "note"], Read);

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
