using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>completeness.csv</c>: where a table is complete, so that absence counts.</summary>
internal static class CompletenessTable
{
    private const int Table = 0, Subject = 1, Indicator = 2, Scope = 3, From = 4, To = 5, Least = 6, Most = 7, Sources = 8, Note = 9;

    public static readonly TableFormat Format = new("completeness", [
        Column.Slug("table", "the table that is complete"),
        Column.Of(Referent.Subject, "subject", "the body, asset, whole or list that it is complete for"),
        Column.Slug("indicator", "the indicator, for measures, parts and rankings").Optional,
        Column.Text("scope", "what is covered, in words"),
        Column.Date("from", "the first day"),
        Column.Date("to", "the first day on which it is no longer so"),
        Column.Percent("covers_min", "the least that the rows cover, in percent"),
        Column.Percent("covers_max", "the most that the rows cover, in percent"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (table, subject, indicator, from) = (row.Slug(Table), row.Id(Subject), row.OptionalId(Indicator)?.Value ?? "", row.Date(From));
        pack.Statements.Add(new Completeness
        {
            Id = row.Identify(table, subject.Value, indicator, from?.ToString()),
            Table = table,
            Subject = subject,
            Indicator = indicator,
            Scope = row.Text(Scope),
            From = from,
            To = row.Date(To),
            Covers = row.Text(Least).Length == 0 && row.Text(Most).Length == 0 ? null : row.Range(Least, Least, Most, new Bounds(0, 100)).Bounds,
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
