using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>domiciles.csv</c>: where a firm that moved had its seat.</summary>
internal static class DomicilesTable
{
    private const int Firm = 0, Country = 1, From = 2, To = 3, Sources = 4, Note = 5;

    public static readonly TableFormat Format = new("domiciles", [
        Column.Entity("entity", "the firm"),
        Column.Entity("country", "where its seat was"),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it was no longer there"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (firm, country, validity) = (row.Id(Firm), row.Id(Country), row.Validity(From, To));
        pack.Statements.Add(new Domicile
        {
            Id = row.Identify(firm.Value, country.Value, validity.From?.ToString()),
            Firm = firm,
            Country = country,
            Validity = validity,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
