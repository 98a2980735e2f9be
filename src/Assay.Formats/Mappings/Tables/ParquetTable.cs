using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Assay.Formats.Mappings.Tables;

/// <summary>A table in Apache Parquet. Columns that are lists or maps are left aside and told of.</summary>
internal sealed class ParquetTable(Func<Stream> open) : InputTable
{
    public override TableCursor Open(TextDialect dialect, Action<Problem> problems) => new Cursor(this, open(), problems);

    private sealed class Cursor : TableCursor
    {
        private readonly Stream _stream;
        private readonly ParquetReader? _reader;
        private readonly DataField[] _fields = [];
        private readonly string[] _columns = [];
        private readonly Action<Problem> _problems;
        private readonly string _file;
        private string?[][] _cells = [];
        private int _group;
        private int _row;
        private int _rows;
        private int _line;

        public Cursor(ParquetTable table, Stream stream, Action<Problem> problems)
        {
            (_stream, _problems, _file) = (stream, problems, table.File);
            try
            {
                _reader = ParquetReader.CreateAsync(stream).GetAwaiter().GetResult();
                _fields = [.. _reader.Schema.Fields.OfType<DataField>().Where(field => !field.IsArray)];
                _columns = [.. _fields.Select(field => field.Name)];
                foreach (var field in _reader.Schema.Fields.Except(_fields))
                    problems(new Problem("nested-column", _file, 0, 0, $"the column '{field.Name}', which is a list or a structure", "columns with one value", "write it as plain columns; it is left aside"));
            }
            catch (Exception error) when (IsDamage(error))
            {
                Damaged(error);
            }
        }

        public override IReadOnlyList<string> Columns => _columns;

        public override int Line => _line;

        public override bool TryNext(string[] cells)
        {
            while (_row == _rows)
                if (!TryNextGroup()) return false;
            for (var i = 0; i < _columns.Length; i++) cells[i] = _cells[i][_row]?.Trim() ?? "";
            _row++;
            _line++;
            return true;
        }

        public override void Dispose()
        {
            _reader?.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _stream.Dispose();
            base.Dispose();
        }

        private bool TryNextGroup()
        {
            if (_reader is null || _group >= _reader.RowGroupCount) return false;
            try
            {
                using var group = _reader.OpenRowGroupReader(_group++);
                (_row, _rows) = (0, checked((int)group.RowCount));
                _cells = [.. _fields.Select(field => TextsOf(group, field, _rows))];
                return true;
            }
            catch (Exception error) when (IsDamage(error))
            {
                Damaged(error);
                (_row, _rows) = (0, 0);
                return false;
            }
        }

        private static string?[] TextsOf(ParquetRowGroupReader group, DataField field, int rows)
        {
            using var column = group.ReadRawColumnDataBaseAsync(field).AsTask().GetAwaiter().GetResult();
            return column switch
            {
                RawColumnData<ReadOnlyMemory<char>> text => Texts(text, value => value.ToString(), field, rows),
                RawColumnData<ReadOnlyMemory<byte>> bytes => Texts(bytes, value => Encoding.UTF8.GetString(value.Span), field, rows),
                RawColumnData<bool> flags => Texts(flags, value => value ? "true" : "false", field, rows),
                RawColumnData<double> numbers => Texts(numbers, FigureText.Of, field, rows),
                RawColumnData<float> numbers => Texts(numbers, FigureText.Of, field, rows),
                RawColumnData<decimal> numbers => Formatted(numbers, field, rows),
                RawColumnData<int> numbers => Formatted(numbers, field, rows),
                RawColumnData<long> numbers => Formatted(numbers, field, rows),
                RawColumnData<uint> numbers => Formatted(numbers, field, rows),
                RawColumnData<ulong> numbers => Formatted(numbers, field, rows),
                RawColumnData<short> numbers => Formatted(numbers, field, rows),
                RawColumnData<ushort> numbers => Formatted(numbers, field, rows),
                RawColumnData<byte> numbers => Formatted(numbers, field, rows),
                RawColumnData<sbyte> numbers => Formatted(numbers, field, rows),
                RawColumnData<DateTime> days => Texts(days, value => value.ToString(value.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture), field, rows),
                RawColumnData<DateOnly> days => Texts(days, value => value.ToString("O", CultureInfo.InvariantCulture), field, rows),
                RawColumnData<Guid> ids => Texts(ids, value => value.ToString(), field, rows),
                _ => throw new NotSupportedException($"the column '{field.Name}' is of a type that is not read: {field.ClrType.Name}"),
            };
        }

        private static string?[] Formatted<T>(RawColumnData<T> column, DataField field, int rows) where T : struct, IFormattable => Texts(column, value => value.ToString(null, CultureInfo.InvariantCulture), field, rows);

        private static string?[] Texts<T>(RawColumnData<T> column, Func<T, string> text, DataField field, int rows) where T : struct
        {
            var texts = new string?[rows];
            var at = 0;
            if (!field.IsNullable)
            {
                foreach (var value in column.Values) texts[at++] = text(value);
                return texts;
            }
            foreach (var value in column.NullableValues) texts[at++] = value is { } given ? text(given) : null;
            return texts;
        }

        // What the library makes of damaged bytes is not told by the kind of exception.
        private static bool IsDamage(Exception error) => error is not (OutOfMemoryException or OperationCanceledException);

        private void Damaged(Exception error) =>
            _problems(new Problem("bad-parquet", _file, 0, 0, $"what cannot be read as Parquet: {error.Message.ReplaceLineEndings(" ").TrimEnd('.')}", "a whole Parquet file", "get the file anew; what follows is not read"));
    }
}
