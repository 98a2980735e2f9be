using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Assay.Evidence;
using Assay.Records;

namespace Assay.Formats.Json;

/// <summary>Writes a view of the record as JSON, by the contract of <c>docs/formats/records.md</c>. The same view gives the same bytes.</summary>
public static class RecordViewJson
{
    private static readonly JsonTypeInfo<RecordDocument> Shape = new DocumentContext(
        new JsonSerializerOptions(DocumentContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).RecordDocument;

    /// <summary>Writes <paramref name="view"/> to the stream, with a line break at the end.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="view">The view.</param>
    /// <param name="withProofs">Whether to write the proofs of computed rows.</param>
    public static void Write(Stream stream, RecordView view, bool withProofs)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(view);
        stream.Write(CheckedArticleJson.SafeInPage(JsonSerializer.SerializeToUtf8Bytes(Document(view, withProofs), Shape)));
        stream.Write("\n"u8);
    }

    private static RecordDocument Document(RecordView view, bool withProofs) => new(
        view.Kind, view.Title, view.When?.ToString(), [.. view.Notes],
        [.. view.Evidence.Packs.Select(pack => new PackDocument(pack.Name, pack.Version, pack.Sha256))],
        [.. view.Tables.Select(table => Table(table, withProofs))],
        [.. view.Statements.SelectMany(row => row.Sources).Distinct().Select(id => DocumentBuilder.Source(view.Evidence, id))]);

    private static RecordTableDocument Table(RecordTable table, bool withProofs) => new(
        table.Id, table.Title, [.. table.Columns.Select(column => new RecordColumnDocument(column.Key, column.Heading))],
        [.. table.Rows.Select(row => Row(table, row, withProofs))], [.. table.Notes],
        table.Picture is RecordPicture.SharesOverTime shares ? [.. shares.Times.Select(Shares)] : null);

    private static RecordRowDocument Row(RecordTable table, RecordRow row, bool withProofs)
    {
        var cells = new OrderedDictionary<string, CellDocument?>();
        for (var i = 0; i < table.Columns.Length; i++) cells[table.Columns[i].Key] = CellOf(row.Cells[i]);
        return new RecordRowDocument(cells, row.Holds, [.. row.Remarks], [.. row.Weak.Select(weak => weak.Id.ToString())],
            [.. row.Cited.Select(DocumentBuilder.Row)], withProofs && row.Proof is { } proof ? DocumentBuilder.Proof(proof) : null);
    }

    private static CellDocument? CellOf(Cell cell) => cell switch
    {
        Cell.Empty => null,
        Cell.Words words => new CellDocument.OfWords(words.Text),
        Cell.Named named => new CellDocument.OfEntity(named.Id.ToString(), named.Name),
        Cell.Figure figure => new CellDocument.OfFigure(DocumentBuilder.Plain(figure.Value.Low), DocumentBuilder.Plain(figure.Value.High), figure.Unit),
        Cell.Date date => new CellDocument.OfDate(date.Value.ToString()),
        Cell.Holds holds => new CellDocument.OfWhether(holds.Value, holds.Text.Length > 0 ? holds.Text : null),
        _ => throw new UnreachableException($"The contract has no shape for {cell.GetType()}."),
    };

    private static SharesAtDocument Shares(SharesAt time) => new(time.Label,
        [.. time.Slices.Select(slice => new SliceDocument(string.IsNullOrEmpty(slice.Owner.Value) ? null : slice.Owner.Value, slice.Name, DocumentBuilder.Plain(slice.Share.Low), DocumentBuilder.Plain(slice.Share.High)))]);
}
