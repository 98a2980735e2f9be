using System.Buffers.Text;
using System.Text;

namespace Assay.Formats.Tables;

/// <summary>Writes a table as CSV (RFC 4180, UTF-8, <c>\n</c>): the rows alone, every digit of a number, nothing where there is none.</summary>
public static class ResultCsv
{
    private const int Room = 1 << 16;

    /// <summary>Writes the table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="stream">Where it is written.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public static void Write(ResultTable table, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var line = new Line(stream);
        foreach (var column in table.Columns) line.Cell(Encoding.UTF8.GetBytes(column.Name));
        line.End();
        for (var row = 0; row < table.RowCount; row++)
        {
            if (row % 4096 == 0) cancellation.ThrowIfCancellationRequested();
            foreach (var column in table.Columns)
            {
                if (column is ResultColumn.Entity entity) line.Cell(entity.Cell(row) is >= 0 and var index ? entity.Ids[index] : default);
                else if (column is ResultColumn.Count count) line.Cell(count.Cell(row));
                else line.Cell(Encoding.UTF8.GetBytes(column.CellText(row)));
            }
            line.End();
        }
        line.Flush();
    }

    /// <summary>Gathers lines and writes them in large pieces.</summary>
    private sealed class Line(Stream stream)
    {
        private byte[] _buffer = new byte[Room];
        private int _used;
        private bool _begun;

        public void Cell(ReadOnlySpan<byte> text)
        {
            Begin(2 * text.Length + 3);
            if (text.IndexOfAny(",\"\r\n"u8) < 0)
            {
                text.CopyTo(_buffer.AsSpan(_used));
                _used += text.Length;
                return;
            }
            _buffer[_used++] = (byte)'"';
            foreach (var letter in text)
            {
                if (letter == '"') _buffer[_used++] = (byte)'"';
                _buffer[_used++] = letter;
            }
            _buffer[_used++] = (byte)'"';
        }

        public void Cell(long number)
        {
            Begin(24);
            Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
            _used += written;
        }

        public void End()
        {
            Begin(1, comma: false);
            _buffer[_used++] = (byte)'\n';
            _begun = false;
        }

        public void Flush()
        {
            stream.Write(_buffer.AsSpan(0, _used));
            stream.Flush();
            _used = 0;
        }

        private void Begin(int room, bool comma = true)
        {
            if (_buffer.Length - _used < room + 1)
            {
                Flush();
                if (_buffer.Length < room + 1) _buffer = new byte[room + 1];
            }
            if (_begun && comma) _buffer[_used++] = (byte)',';
            _begun = true;
        }
    }
}
