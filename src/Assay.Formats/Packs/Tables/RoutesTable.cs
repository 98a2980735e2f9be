using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>routes.csv</c>: how goods leave.</summary>
internal static class RoutesTable
{
    private const int Commodity = 0, Origin = 1, Via = 2, Destination = 3, In = 4, Value = 5, Unit = 6, Share = 7, Status = 8, Sources = 9, Note = 10;

    public static readonly TableFormat Format = new("routes", [
        Column.Slug("commodity", "what is carried"),
        Column.Entity("origin", "from where"),
        Column.Entity("via", "through what").Optional,
        Column.Entity("destination", "to where").Optional,
        Column.Period("in which period"),
        Column.Number("value", "how much", "figure"),
        Column.Text("unit", "the unit"),
        Column.Percent("share_pct", "what share of all, in percent", "figure"),
        Column.Word("status", "how far it can be relied on", Vocabulary.FigureStatuses, "reported"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (commodity, origin, via, destination, period) = (row.Slug(Commodity), row.Id(Origin), row.OptionalId(Via), row.OptionalId(Destination), row.Period(In));
        var (value, share) = (row.Number(Value), row.Number(Share));
        if (value is null && share is null)
            row.Report(Value, "no-value", "neither an amount nor a share", "one of them", "fill in the figure");
        pack.Statements.Add(new Route
        {
            Id = row.Identify(commodity, origin.Value, via?.Value ?? "-", destination?.Value ?? "-", period.ToString()),
            Commodity = commodity,
            Origin = origin,
            Via = via,
            Destination = destination,
            Period = period,
            Value = value,
            Unit = row.Text(Unit),
            SharePercent = share,
            RouteStatus = row.Word(Status, Vocabulary.FigureStatuses),
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
