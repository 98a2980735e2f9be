using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>positions.csv</c>: who holds which office, of which state, body or company.</summary>
internal static class PositionsTable
{
    private const int Person = 0, Office = 1, Of = 2, From = 3, To = 4, Seen = 5, Sources = 6, Note = 7;

    public static readonly TableFormat Format = new("positions", [
        Column.Entity("person", "who holds it"),
        Column.Slug("office", "which office, as president or foreign-minister"),
        Column.Entity("of", "of which state, body or company"),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer so"),
        Column.Date("seen", "the date that the source speaks of"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (person, office, of, validity) = (row.Id(Person), row.Slug(Office), row.Id(Of), row.Validity(From, To, Seen));
        pack.Statements.Add(new Position
        {
            Id = row.Identify(person.Value, office, of.Value, validity.From?.ToString()),
            Person = person,
            Office = office,
            Of = of,
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
