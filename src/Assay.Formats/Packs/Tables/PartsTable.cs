using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>parts.csv</c>: subjects that add up to a whole without overlap.</summary>
internal static class PartsTable
{
    private const int Whole = 0, Indicator = 1, In = 2, Subject = 3, Sources = 4, Note = 5;

    public static readonly TableFormat Format = new("parts", [
        Column.Entity("whole", "what is divided"),
        Column.Slug("indicator", "by which figure"),
        Column.Period("of which period"),
        Column.Entity("part", "a subject of the sum; all of them are added together") with { IsRepeated = true },
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (whole, indicator, period, part) = (row.Id(Whole), row.Slug(Indicator), row.Period(In), row.Id(Subject));
        pack.Statements.Add(new Part
        {
            Id = row.Identify(whole.Value, indicator, period.ToString(), part.Value),
            Whole = whole,
            Indicator = indicator,
            Period = period,
            Subject = part,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
