using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Assay.Formats.Tables;

/// <summary>Writes a table as JSON: an object with the facts by their names, and <c>rows</c>, an array with an object for each row.</summary>
public static class ResultJson
{
    private const int Room = 1 << 16;

    /// <summary>Writes the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where it is written.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static void Write(ResultTable table, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var options = new JsonWriterOptions { Indented = table.RowCount <= 1000, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            foreach (var fact in table.Facts) WriteFact(json, fact);
            json.WriteStartArray("rows");
            for (var row = 0; row < table.RowCount; row++)
            {
                json.WriteStartObject();
                foreach (var column in table.Columns) WriteCell(json, column, row);
                json.WriteEndObject();
                if (json.BytesPending < Room) continue;
                cancellation.ThrowIfCancellationRequested();
                json.Flush();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
        stream.Flush();
    }

    private static void WriteFact(Utf8JsonWriter json, ResultFact fact)
    {
        switch (fact.Value)
        {
            case string text:
                json.WriteString(fact.Name, text);
                break;
            case long number:
                json.WriteNumber(fact.Name, number);
                break;
            case double number:
                json.WriteNumber(fact.Name, number);
                break;
            default:
                throw new UnreachableException($"No fact of {fact.Value.GetType()}.");
        }
    }

    private static void WriteCell(Utf8JsonWriter json, ResultColumn column, int row)
    {
        switch (column)
        {
            case ResultColumn.Text text:
                json.WriteString(column.Name, text.Cell(row));
                break;
            case ResultColumn.Entity entity when entity.Cell(row) is >= 0 and var index:
                json.WriteString(column.Name, entity.Ids[index]);
                break;
            case ResultColumn.Count count:
                json.WriteNumber(column.Name, count.Cell(row));
                break;
            case ResultColumn.Number number when number.Cell(row) is var value && !double.IsNaN(value):
                json.WriteNumber(column.Name, value);
                break;
            case ResultColumn.Share share when share.Cell(row) is var value && !double.IsNaN(value):
                json.WriteNumber(column.Name, value);
                break;
            default:
                json.WriteNull(column.Name);
                break;
        }
    }
}
