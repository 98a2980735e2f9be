using System.Diagnostics;
using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Assay.Formats.Tables;

/// <summary>Writes a table as Apache Parquet: texts and ids as UTF-8 strings, numbers as doubles, counts as 64-bit integers; facts as the file's key-value metadata.</summary>
public static class ResultParquet
{
    /// <summary>Rows of a group: enough to be read fast, few enough to be held.</summary>
    private const int GroupRows = 1 << 20;

    /// <summary>Writes the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where it is written; one that can seek.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static async Task WriteAsync(ResultTable table, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var fields = table.Columns.Select(FieldOf).ToArray();
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: cancellation).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            writer.CustomMetadata = table.Facts.ToDictionary(fact => fact.Name, fact => Convert.ToString(fact.Value, CultureInfo.InvariantCulture)!);
            var from = 0;
            do
            {
                var count = Math.Min(GroupRows, table.RowCount - from);
                using var group = writer.CreateRowGroup();
                for (var i = 0; i < fields.Length; i++) await WriteColumn(group, fields[i], table.Columns[i], from, count, cancellation).ConfigureAwait(false);
                from += count;
            }
            while (from < table.RowCount);
        }
    }

    private static DataField FieldOf(ResultColumn column) => column switch
    {
        ResultColumn.Text or ResultColumn.Entity => new DataField(column.Name, typeof(string), isNullable: true),
        ResultColumn.Number or ResultColumn.Share => new DataField(column.Name, typeof(double), isNullable: true),
        ResultColumn.Count => new DataField(column.Name, typeof(long), isNullable: false),
        _ => throw new UnreachableException($"No field for {column.GetType()}."),
    };

    private static Task WriteColumn(ParquetRowGroupWriter group, DataField field, ResultColumn column, int from, int count, CancellationToken cancellation) => column switch
    {
        ResultColumn.Text text => group.WriteAsync(field, Cells(from, count, text.Cell)),
        ResultColumn.Entity entity => group.WriteAsync(field, Cells(from, count, row => entity.Cell(row) is >= 0 and var index ? entity.Ids.Text(index) : null!)),
        ResultColumn.Number number => group.WriteAsync<double>(field, Numbers(from, count, number.Cell), null, null, cancellation),
        ResultColumn.Share share => group.WriteAsync<double>(field, Numbers(from, count, share.Cell), null, null, cancellation),
        ResultColumn.Count whole => group.WriteAsync<long>(field, (ReadOnlyMemory<long>)Cells(from, count, whole.Cell), null, null, cancellation),
        _ => throw new UnreachableException($"No field for {column.GetType()}."),
    };

    private static ReadOnlyMemory<double?> Numbers(int from, int count, Func<int, double> cell) =>
        Cells(from, count, row => cell(row) is var value && double.IsNaN(value) ? (double?)null : value);

    private static T[] Cells<T>(int from, int count, Func<int, T> cell)
    {
        var cells = new T[count];
        for (var i = 0; i < count; i++) cells[i] = cell(from + i);
        return cells;
    }
}
