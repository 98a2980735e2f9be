using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>links.csv</c>: which entities of different packs or registers are one, by whose decision. It cites no sources: the decision is its own.</summary>
internal static class LinksTable
{
    private const int Entity = 0, SameAs = 1, Outcome = 2, Basis = 3, Decided = 4, By = 5, Note = 6;

    public static readonly TableFormat Format = new("links", [
        Column.Entity("entity", "the one that is linked"),
        Column.Entity("same_as", "the one that it is read as, or was taken for"),
        Column.Word("outcome", "whether they are one", Vocabulary.LinkOutcomes),
        Column.Text("basis", "what it was decided by"),
        Column.Date("decided", "when"),
        Column.Text("by", "who decided"),
        Column.Note,
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var (entity, other) = (row.Id(Entity), row.Id(SameAs));
        if (entity == other) row.Report(SameAs, "link-to-itself", $"'{other}' linked to itself", "two entities", "delete the row");
        pack.Statements.Add(new Link
        {
            Id = row.Identify(entity.Value, other.Value),
            Entity = entity,
            SameAs = other,
            Outcome = row.Word(Outcome, Vocabulary.LinkOutcomes),
            Basis = row.Text(Basis),
            Decided = row.Date(Decided),
            By = row.Text(By),
            Sources = [],
            Note = row.Text(Note),
            Place = row.Place,
        });
    }
}
