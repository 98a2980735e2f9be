using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Formats.Publications;

namespace Assay.Web.Open;

/// <summary>A page that is a list, in the open formats.</summary>
/// <param name="Title">The title of the page.</param>
/// <param name="Path">Its path.</param>
/// <param name="Member">What the list is called in JSON.</param>
/// <param name="Columns">The columns; the last is <c>address</c>.</param>
/// <param name="Rows">The rows, a text for every column.</param>
/// <param name="NameColumn">Which column names what a row is about.</param>
internal sealed record OpenTable(string Title, string Path, string Member, ImmutableArray<string> Columns, IReadOnlyList<string[]> Rows, int NameColumn)
{
    /// <summary>What the page says besides its list.</summary>
    public ImmutableArray<(string Key, string Value)> Head { get; init; } = [];

    /// <summary>How every list is written.</summary>
    public static ImmutableArray<Representation<OpenTable>> Forms { get; } =
    [
        Representation<OpenTable>.Of(OpenForm.Json, (table, _) => table.Json()),
        Representation<OpenTable>.Of(OpenForm.Csv, (table, _) => table.Csv()),
        Representation<OpenTable>.Of(OpenForm.JsonLd, (table, site) => table.LinkedData(site)),
    ];

    public byte[] Json()
    {
        var document = new JsonObject { ["title"] = Title };
        foreach (var (key, value) in Head) document[key] = value;
        document[Member] = new JsonArray([.. Rows.Select(row => new JsonObject(Columns.Zip(row, (column, cell) => KeyValuePair.Create(column, (JsonNode?)cell))))]);
        return OpenJson.Bytes(document);
    }

    public byte[] Csv() => Encoding.UTF8.GetBytes(CsvRecords.Line(Columns) + string.Concat(Rows.Select(row => CsvRecords.Line(row))));

    public byte[] LinkedData(Site site) => OpenJson.Bytes(new JsonObject
    {
        ["@context"] = "https://schema.org", ["@type"] = "CollectionPage", ["@id"] = new Uri(site.Address, Path).AbsoluteUri, ["name"] = Title,
        ["mainEntity"] = new JsonObject
        {
            ["@type"] = "ItemList", ["numberOfItems"] = Rows.Count,
            ["itemListElement"] = new JsonArray([.. Rows.Select((row, at) => new JsonObject { ["@type"] = "ListItem", ["position"] = at + 1, ["name"] = row[NameColumn], ["url"] = row[^1] })]),
        },
    });
}
