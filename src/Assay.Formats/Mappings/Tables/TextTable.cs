using System.Text;
using Assay.Formats.Imports;
using Sylvan.Data.Csv;

namespace Assay.Formats.Mappings.Tables;

/// <summary>A table written as text: CSV, TSV and the like.</summary>
internal sealed class TextTable(Func<Stream> open) : InputTable
{
    /// <summary>A cell may be so long; a quote that is never closed ends there and not at the end of a register.</summary>
    private const int LongestRow = 16 << 20;

    /// <summary>So much is looked at to find out what stands between cells.</summary>
    private const int SampleBytes = 64 << 10;

    /// <summary>What the table says of itself, which goes before what a mapping says; null: nothing.</summary>
    public TextDialect? Own { get; init; }

    /// <summary>Whether its name says that tabs stand between cells.</summary>
    public bool IsTabs { get; init; }

    public override TableCursor Open(TextDialect dialect, Action<Problem> problems) => new Cursor(this, open(), Own ?? (IsTabs ? dialect with { Delimiter = dialect.Delimiter ?? '\t' } : dialect), problems);

    /// <summary>The first bytes of a stream, and a stream that has them still.</summary>
    public static (byte[] Begin, Stream Whole) Peek(Stream stream, int most = SampleBytes)
    {
        var begin = new byte[most];
        var many = stream.ReadAtLeast(begin, most, throwOnEndOfStream: false);
        return (begin[..many], new PrefixedStream(begin.AsMemory(0, many), stream));
    }

    /// <summary>What stands between cells: of the usual signs the one that is in every line as often as in the first, else the most frequent there.</summary>
    public static char DelimiterOf(string sample, char quote)
    {
        var best = ',';
        var most = 0;
        foreach (var sign in ",;\t|")
        {
            var counts = new List<int>();
            var (count, isQuoted) = (0, false);
            foreach (var c in sample)
            {
                if (c == quote) isQuoted = !isQuoted;
                else if (c == '\n' && !isQuoted)
                {
                    counts.Add(count);
                    count = 0;
                    if (counts.Count == 50) break;
                }
                else if (c == sign && !isQuoted) count++;
            }
            if (counts.Count == 0) counts.Add(count);
            var score = counts[0] == 0 ? 0 : 10 * counts.Count(other => other == counts[0]) + Math.Min(counts[0], 9);
            if (score > most) (best, most) = (sign, score);
        }
        return best;
    }

    private sealed class Cursor : TableCursor
    {
        private readonly TextTable _table;
        private readonly Action<Problem> _problems;
        private readonly StreamReader _reader;
        private readonly CsvDataReader? _csv;
        private readonly string[] _columns = [];
        private readonly char _comment;
        private int _next = 1;
        private int _line;
        private bool _isPending;

        public Cursor(TextTable table, Stream stream, TextDialect dialect, Action<Problem> problems)
        {
            (_table, _problems, _comment) = (table, problems, dialect.Comment);
            var (begin, whole) = Peek(stream);
            _reader = new StreamReader(whole, dialect.Encoding ?? new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            try
            {
                for (var i = 0; i < dialect.Skip; i++, _next++) _reader.ReadLine();
                var sample = TextOf(begin, dialect.Encoding);
                _csv = CsvDataReader.Create(_reader, new CsvDataReaderOptions
                {
                    Delimiter = dialect.Delimiter ?? DelimiterOf(Tail(sample, dialect.Skip), dialect.Quote), Quote = dialect.Quote, Escape = dialect.Escape ?? dialect.Quote, Comment = '\0',
                    CsvStyle = dialect.Escape is null ? CsvStyle.Standard : CsvStyle.Escaped, HasHeaders = false, MaxBufferSize = LongestRow, BufferSize = 1 << 16,
                });
                if (!dialect.HasHeader)
                {
                    _isPending = Step();
                    _columns = dialect.Columns.Length > 0 ? [.. dialect.Columns] : [.. Enumerable.Range(1, _isPending ? _csv.RowFieldCount : 0).Select(number => $"column {number}")];
                }
                else if (Step())
                {
                    _columns = new string[_csv.RowFieldCount];
                    for (var i = 0; i < _columns.Length; i++) _columns[i] = _csv.GetString(i).Trim() is { Length: > 0 } name ? name : $"column {i + 1}";
                }
                else Problem("empty-file", "an empty table", "a line with the names of the columns", "get the file anew");
            }
            catch (Exception error) when (IsDamage(error))
            {
                Tell(error);
                _csv = null;
            }
        }

        public override IReadOnlyList<string> Columns => _columns;

        public override int Line => _line;

        public override bool TryNext(string[] cells)
        {
            try
            {
                while (_csv is not null && (_isPending || Step()))
                {
                    _isPending = false;
                    if (_csv.RowFieldCount == 1 && _csv.GetFieldSpan(0).IsWhiteSpace() && _columns.Length > 1) continue;
                    if (_csv.RowFieldCount != _columns.Length)
                    {
                        Problem("field-count", $"{_csv.RowFieldCount} cells", $"{_columns.Length}, as the first line has", "look for a delimiter too many or too few; the row is left out");
                        continue;
                    }
                    for (var i = 0; i < _columns.Length; i++) cells[i] = _csv.GetString(i).Trim();
                    return true;
                }
            }
            catch (Exception error) when (IsDamage(error))
            {
                Tell(error);
            }
            return false;
        }

        public override void Dispose()
        {
            _csv?.Dispose();
            _reader.Dispose();
            base.Dispose();
        }

        private bool Step()
        {
            while (_csv!.Read())
            {
                _line = _next;
                _next += Math.Max(1, _csv.GetRawRecordSpan().Count('\n'));
                if (_comment != '\0' && _csv.RowFieldCount > 0 && _csv.GetFieldSpan(0) is [var first, ..] && first == _comment) continue;
                return true;
            }
            return false;
        }

        // As the reader decodes it, but that the last letter may be cut.
        private static string TextOf(byte[] begin, Encoding? encoding)
        {
            var lenient = (Encoding)(encoding ?? Encoding.UTF8).Clone();
            lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
            using var reader = new StreamReader(new MemoryStream(begin), lenient, detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }

        private static string Tail(string sample, int lines)
        {
            var at = 0;
            for (; lines > 0 && at >= 0 && at < sample.Length; lines--) at = sample.IndexOf('\n', at) + 1;
            return sample[at..];
        }

        private static bool IsDamage(Exception error) => error is CsvFormatException or CsvRecordTooLargeException or DecoderFallbackException;

        private void Tell(Exception error)
        {
            _line = _next;
            switch (error)
            {
                case CsvRecordTooLargeException:
                    Problem("long-row", "a row of more than 16 MB", "a row", "look for a quote that is never closed; what follows is not read");
                    break;
                case DecoderFallbackException:
                    Problem("not-utf8", "bytes that are no UTF-8", "UTF-8 text", "name the encoding in the mapping, as encoding: windows-1252; what follows is not read");
                    break;
                default:
                    Problem("bad-quote", "a quote that is never closed, or text after its end", "RFC 4180 quoting", "close the quote, or name another in the mapping; what follows is not read");
                    break;
            }
        }

        private void Problem(string code, string found, string expected, string mend) => _problems(new Problem(code, _table.File, Math.Max(1, _line), 0, found, expected, mend));
    }
}
