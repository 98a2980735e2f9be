using System.Text.Json.Serialization;
using Assay.Evidence;
using Assay.Records;

namespace Assay.Formats.Json;

/// <summary>A view of the record as <c>docs/formats/records.md</c> sets it out. What is not known is null; an empty list means none.</summary>
internal sealed record RecordDocument(
    string View,
    string Title,
    string? When,
    IReadOnlyList<string> Notes,
    IReadOnlyList<PackDocument> Evidence,
    IReadOnlyList<RecordTableDocument> Tables,
    IReadOnlyList<SourceDocument> Sources);

/// <summary>One table. <paramref name="OverTime"/> is null where the table has no shares through time.</summary>
internal sealed record RecordTableDocument(
    string Id,
    string Title,
    IReadOnlyList<RecordColumnDocument> Columns,
    IReadOnlyList<RecordRowDocument> Rows,
    IReadOnlyList<string> Notes,
    IReadOnlyList<SharesAtDocument>? OverTime);

/// <summary>A column.</summary>
internal sealed record RecordColumnDocument(string Key, string Heading);

/// <summary>A row: a cell by column key, null where it is empty.</summary>
internal sealed record RecordRowDocument(
    OrderedDictionary<string, CellDocument?> Cells,
    [property: JsonConverter(typeof(HyphenatedWord<Truth>))] Truth Holds,
    IReadOnlyList<string> Remarks,
    IReadOnlyList<string> Weak,
    IReadOnlyList<RowDocument> Rows,
    ProofDocument? Proof);

/// <summary>Whose part was how much at one time.</summary>
internal sealed record SharesAtDocument(string Time, IReadOnlyList<SliceDocument> Shares);

/// <summary>One part; the id is null for the part without a known owner.</summary>
internal sealed record SliceDocument(string? Id, string Name, decimal Low, decimal High);

/// <summary>A value of a table. The family is closed, as <see cref="Cell"/> is; an empty cell is null.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OfWords), "words")]
[JsonDerivedType(typeof(OfEntity), "entity")]
[JsonDerivedType(typeof(OfFigure), "figure")]
[JsonDerivedType(typeof(OfDate), "date")]
[JsonDerivedType(typeof(OfWhether), "truth")]
internal abstract record CellDocument
{
    private CellDocument() { }

    /// <summary>Words.</summary>
    internal sealed record OfWords(string Text) : CellDocument;

    /// <summary>An entity.</summary>
    internal sealed record OfEntity(string Id, string Name) : CellDocument;

    /// <summary>A figure within bounds.</summary>
    internal sealed record OfFigure(decimal Low, decimal High, string Unit) : CellDocument;

    /// <summary>A date as precise as known.</summary>
    internal sealed record OfDate(string Date) : CellDocument;

    /// <summary>Whether it is so; the text is null where there are no other words for it.</summary>
    internal sealed record OfWhether([property: JsonConverter(typeof(HyphenatedWord<Truth>))] Truth Truth, string? Text) : CellDocument;
}
