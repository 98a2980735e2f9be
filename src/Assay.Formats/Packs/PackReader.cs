using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Registers;
using Assay.Formats.Snapshots;
using Sylvan.Data.Csv;

namespace Assay.Formats.Packs;

/// <summary>Reads the tables of packs. Problems are collected; reading goes on after each.</summary>
internal static class PackReader
{
    /// <summary>Reads one pack; <paramref name="ids"/> are shared by all packs that are loaded together.</summary>
    public static PackContent Read(PackFiles files, PackDescriptor descriptor, List<Problem> problems, StatementIds ids)
    {
        var content = new PackContent(files, descriptor, problems);
        ids.Begin(descriptor.Imported.Length > 0);
        foreach (var table in TableFormat.All)
            if (files[table.File] is { } bytes && !TryReadTable(table, bytes, content, ids)) content.Unreadable.Add(table.Name);
        if (files.Register is { } register) OpenRegister(register, content, ids);
        return content;
    }

    private static void OpenRegister(string path, PackContent content, StatementIds ids)
    {
        try
        {
            content.Register = Register.Open(path, new RegisterOwner(content.Files, content.Descriptor, ids.Now()));
            ids.Add(content.Register);
        }
        catch (SnapshotException error)
        {
            content.ReportRegister(error);
            foreach (var table in TableFormat.All) content.Unreadable.Add(table.Name);
        }
    }

    private static bool TryReadTable(TableFormat table, byte[] bytes, PackContent content, StatementIds ids)
    {
        if (!Utf8.IsValid(bytes))
        {
            ReportEncoding(table, bytes, content);
            return false;
        }
        using var csv = CsvDataReader.Create(new StreamReader(new MemoryStream(bytes), Encoding.UTF8), CsvText.Options);
        var row = new TableRow(table, new CsvRowCells(csv), content, ids) { Line = 1 };
        var next = 1;
        try
        {
            while (csv.Read())
            {
                row.Line = next;
                next += csv.GetRawRecordSpan().Count('\n');
                if (row.Line > 1) ReadRow(table, csv, row, content);
                else if (!HasHeader(table, csv, row)) return false;
            }
        }
        catch (CsvRecordTooLargeException)
        {
            content.Report(table.File, next, -1, "long-row", "a row that is longer than can be read, or a quote that is never closed", string.Create(CultureInfo.InvariantCulture, $"at most {CsvText.LongestRow:N0} characters in a row"), "shorten it, or close the quote");
            return false;
        }
        catch (CsvFormatException error)
        {
            content.Report(table.File, next, error.FieldOrdinal, "bad-quote", "a quote that is never closed, or text after its end", "RFC 4180 quoting", "close the quote, and write a quote inside a quoted cell twice");
            return false;
        }
        if (next > 1) return true;
        content.Report(table.File, 1, -1, "empty-file", "an empty file", string.Join(',', table.Columns), "write the header, or delete the file and its resource");
        return false;
    }

    private static void ReadRow(TableFormat table, CsvDataReader csv, TableRow row, PackContent content)
    {
        row.IsMuted = false;
        if (csv.RowFieldCount != table.Columns.Length)
        {
            var isEmpty = csv.RowFieldCount == 1 && csv.GetString(0).Length == 0;
            row.Report(-1, "field-count", isEmpty ? "an empty line" : $"{csv.RowFieldCount} fields", $"{table.Columns.Length} fields", isEmpty ? "delete it" : "look for a comma too many or too few, or quote the cell that holds one");
            if (isEmpty) return;
            row.IsMuted = true;
        }
        table.Read(row, content);
    }

    private static bool HasHeader(TableFormat table, CsvDataReader csv, TableRow row)
    {
        var found = new string[csv.RowFieldCount];
        for (var i = 0; i < found.Length; i++) found[i] = csv.GetString(i);
        if (found.AsSpan().SequenceEqual(table.Columns.AsSpan())) return true;
        row.Report(-1, "bad-header", string.Join(',', found), string.Join(',', table.Columns), "write the columns of the format, in its order");
        return false;
    }

    private static void ReportEncoding(TableFormat table, byte[] bytes, PackContent content)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(valid), out _, out var length) == System.Buffers.OperationStatus.Done) valid += length;
        var (line, column) = TextPlaces.OfByte(bytes, valid);
        content.Problems.Add(new Problem("not-utf8", $"{content.Files.Path}/{table.File}", line, column, $"the byte {bytes[valid]:X2}", "UTF-8 text", "save the file as UTF-8"));
    }
}
