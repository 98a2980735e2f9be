using Assay.Evidence;

namespace Assay.Formats.Packs.Tables;

/// <summary><c>sources.csv</c>: where the rows come from.</summary>
internal static class SourcesTable
{
    private const int Id = 0, Publisher = 1, Title = 2, Date = 3, Url = 4, Kind = 5;

    public static readonly TableFormat Format = new("sources", [
        Column.Id("the source's id"),
        Column.Title("publisher", "who published it"),
        Column.Title("title", "the page's own title, or a description in [brackets]"),
        Column.Date("date", "when it appeared"),
        Column.Address("url", "its address"),
        Column.Word("kind", "a party's own document, news, or a work of reference", Vocabulary.SourceKinds, "news"),
    ], Read);

    private static void Read(TableRow row, PackContent pack)
    {
        var id = row.Required(Id);
        pack.Sources.Add(new SourceRow(new Source(row.OwnSource(id), row.Required(Publisher), row.Required(Title), row.Date(Date))
        {
            Url = row.Text(Url),
            Kind = row.Word(Kind, Vocabulary.SourceKinds) ?? "",
        }, row.Line));
    }
}
