using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>measures.csv</c>: figures. The first row of a subject, indicator and period is the one that sums use; later ones are its rivals.</summary>
internal static class MeasuresTable
{
    private const int Subject = 0, Indicator = 1, In = 2, Value = 3, Least = 4, Most = 5, Unit = 6, Scope = 7, Status = 8, Sources = 9, Note = 10;

    public static readonly TableFormat Format = new("measures", [
        Column.Entity("subject", "whose figure it is"),
        Column.Slug("indicator", "what is measured, one word for one concept"),
        Column.Period("2024, 2024-H1, 2024-Q3, 2024-05, 2024-9M or a day"),
        Column.Number("value", "the figure", "figure"),
        Column.Number("value_min", "the least it can be", "figure"),
        Column.Number("value_max", "the most it can be", "figure"),
        Column.Title("unit", "the unit, the same throughout"),
        Column.Slug("scope", "what it is counted in or against").Optional,
        Column.Word("status", "how far it can be relied on", Vocabulary.FigureStatuses, "reported"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (subject, indicator, period, scope) = (row.Id(Subject), row.Slug(Indicator), row.Period(In), row.OptionalId(Scope)?.Value ?? "");
        var (value, central) = row.Range(Value, Least, Most, whole: null);
        pack.Statements.Add(new Measure
        {
            Id = row.Identify(subject.Value, indicator, period.ToString(), scope == subject.Value ? null : scope),
            Subject = subject,
            Indicator = indicator,
            Period = period,
            Value = value,
            Central = central,
            Unit = row.Required(Unit),
            Scope = scope,
            MeasureStatus = row.Word(Status, Vocabulary.FigureStatuses),
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
