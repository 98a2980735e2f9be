using System.Text;
using Assay.Formats.Imports;
using Sylvan.Data.Csv;

namespace Assay.Formats.Gleif;

/// <summary>
/// Reads the golden copy as CSV. The header tells which of the three files it is and where the columns stand; columns that are not needed may be missing.
/// </summary>
internal static class GleifCsv
{
    /// <summary>No record is longer, in characters: the longest of the real files have some 30,000.</summary>
    public const int LongestRecord = 1 << 20;

    private const int RowsBetweenLooks = 1024;

    /// <summary>Reads a file to its end.</summary>
    public static void Read(ImportFile file, Stream stream, ImportSink sink)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
        var next = 1;
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                Delimiter = ',', Quote = '"', Escape = '"', Comment = '\0', HasHeaders = false, BufferSize = 1 << 16, MaxBufferSize = LongestRecord,
            });
            if (!csv.Read())
            {
                sink.Report(0, "empty-file", "an empty file", "a file of the register", "download it again");
                return;
            }
            next += LinesOf(csv.GetRawRecordSpan());
            if (HeaderOf(csv, sink) is not { } header) return;
            var source = GleifSource.OfName(file, sink);
            if (header.Has("Relationship.StartNode.NodeID"))
            {
                var rows = new RelationshipRows(sink);
                ReadRows(csv, header.Count, new RelationshipColumns(header), new RelationshipRecord(), record => rows.Add(record, source), sink, ref next);
            }
            else if (header.Has("Exception.Category"))
            {
                var rows = new ExceptionRows(sink);
                ReadRows(csv, header.Count, new ExceptionColumns(header), new ExceptionRecord(), record => rows.Add(record, source), sink, ref next);
            }
            else
            {
                var rows = new EntityRows(sink);
                ReadRows(csv, header.Count, new LeiColumns(header), new LeiRecord(), record => rows.Add(record, source), sink, ref next);
            }
        }
        catch (CsvRecordTooLargeException)
        {
            sink.Report(next, "record-too-long", $"a record of more than {LongestRecord} characters", "records of some thousand characters", "look for a quote that is never closed; the rest of the file is left out");
        }
        catch (CsvFormatException)
        {
            sink.Report(next, "bad-quote", "a quote that is never closed, or text after its end", "RFC 4180 quoting", "close the quote, and write a quote inside a quoted cell twice; the rest of the file is left out");
        }
    }

    // A record without a line feed is the last one, or lines end with a carriage return alone.
    private static int LinesOf(ReadOnlySpan<char> record) => Math.Max(record.Count('\n'), 1);

    private static GleifHeader? HeaderOf(CsvDataReader csv, ImportSink sink)
    {
        var names = new string[csv.RowFieldCount];
        for (var i = 0; i < names.Length; i++) names[i] = csv.GetString(i);
        var header = new GleifHeader(names);
        if (header.Repeated is { } twice)
        {
            sink.Report(1, "column-twice", $"two columns '{GleifIds.Cited(twice)}'", "each column once", "delete one; the file is left out");
            return null;
        }
        var essential = header.HasAny("Relationship.") ? RelationshipColumns.Essential : header.HasAny("Exception.") ? ExceptionColumns.Essential : header.HasAny("Entity.") ? LeiColumns.Essential : null;
        if (essential is null)
        {
            sink.Report(1, "not-gleif", $"the columns {GleifIds.Cited(string.Join(", ", names))}", "the columns of the golden copy: Entity.LegalName, Relationship.StartNode.NodeID, Exception.Category …", "download the CSV of the golden copy; the file is left out");
            return null;
        }
        var missing = essential.FirstOrDefault(name => !header.Has(name)) ?? (essential == RelationshipColumns.Essential ? RelationshipColumns.MissingOf(header) : null);
        if (missing is null) return header;
        sink.Report(1, "missing-column", $"no column {missing}", string.Join(", ", essential), "download the CSV with this column; the file is left out");
        return null;
    }

    private static void ReadRows<TRecord>(CsvDataReader csv, int count, GleifColumns<TRecord> columns, TRecord record, Action<TRecord> add, ImportSink sink, ref int next)
        where TRecord : GleifRecord
    {
        var sinceLook = 0;
        while (csv.Read())
        {
            var line = next;
            var raw = csv.GetRawRecordSpan();
            next += LinesOf(raw);
            if (++sinceLook == RowsBetweenLooks)
            {
                sink.Cancellation.ThrowIfCancellationRequested();
                sinceLook = 0;
            }
            if (csv.RowFieldCount != count)
            {
                if (csv.RowFieldCount > 1 || csv.GetFieldSpan(0).Trim().Length > 0)
                    sink.Report(line, "field-count", $"{csv.RowFieldCount} fields", $"{count} fields", "look for a comma too many or too few, or quote the cell that holds one; the record is left out");
                continue;
            }
            if (raw.Contains('\uFFFD')) sink.Report(line, "not-utf8", "a byte that is no UTF-8, or the sign for one that was none (U+FFFD)", "UTF-8 text", "save the file as UTF-8; the record is read with U+FFFD in its place");
            record.Begin(line);
            columns.Fill(csv, record);
            add(record);
            Skip(csv, columns.Rest, line, sink);
        }
    }

    private static void Skip(CsvDataReader csv, (string What, int[] Places)[] rest, int line, ImportSink sink)
    {
        foreach (var (what, places) in rest)
            foreach (var place in places)
            {
                if (csv.GetFieldSpan(place).IsEmpty) continue;
                sink.Skip(what, line);
                break;
            }
    }
}
