using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>measures.csv</c>: figures. The first row of a subject, indicator and period is the one that sums use; later ones are its rivals.</summary>
internal static class MeasuresTable
{
    private const int Subject = 0, Indicator = 1, In = 2, Value = 3, Least = 4, Most = 5, Unit = 6, Scope = 7, Status = 8, Sources = 9, Note = 10;

    public static readonly TableFormat Format = new("measures",
        ["subject", "indicator", "period", "value", "value_min", "value_max", "unit", "scope", "status", "sources", "note"], Read);

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
