using System.Globalization;
using Sylvan.Data.Csv;
using Xunit;

namespace Assay.Tests.Rows;

/// <summary>A CSV as a reader of RFC 4180 sees it.</summary>
internal sealed class CsvTable
{
    public CsvTable(string text)
    {
        using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { Delimiter = ',', Quote = '"', Escape = '"', HasHeaders = true, BufferSize = 1 << 20, MaxBufferSize = 1 << 22, Culture = CultureInfo.InvariantCulture, Comment = '\0' });
        Columns = [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetName)];
        while (csv.Read())
        {
            Assert.Equal(Columns.Length, csv.RowFieldCount);
            Rows.Add(Columns.ToDictionary(name => name, name => csv.GetString(csv.GetOrdinal(name))));
        }
    }

    public string[] Columns { get; }

    public List<Dictionary<string, string>> Rows { get; } = [];
}
