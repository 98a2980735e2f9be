using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>events.csv</c>: what happened, is planned or expected. Its <c>to</c> is the last day, inside.</summary>
internal static class EventsTable
{
    private const int Id = 0, Kind = 1, Title = 2, EventPlace = 3, Participants = 4, From = 5, To = 6, Status = 7, Sources = 8, Note = 9;

    public static readonly TableFormat Format = new("events", [
        Column.Id("the event's id"),
        Column.Slug("kind", "what kind of event, in a word of your own"),
        Column.Title("title", "what happened"),
        Column.Text("place", "where"),
        Column.Entity("participants", "who took part").List.Optional,
        Column.Date("from", "the first day"),
        Column.Date("to", "the last day"),
        Column.Word("status", "whether it happened", Vocabulary.EventStatuses, "happened"),
        Column.Sources, Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var id = row.Slug(Id);
        pack.Statements.Add(new Event
        {
            Id = row.IdentifyUnique(id),
            EventId = new EntityId(id),
            Kind = row.Slug(Kind),
            Title = row.Required(Title),
            EventPlace = row.Text(EventPlace),
            Participants = row.Ids(Participants),
            From = row.Date(From),
            To = row.Date(To),
            EventStatus = row.Word(Status, Vocabulary.EventStatuses) ?? "",
            Sources = row.Sources(Sources),
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
