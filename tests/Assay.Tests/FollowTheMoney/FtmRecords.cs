using System.Collections.Immutable;
using System.Text.Json;
using Assay.Evidence;
using Assay.Formats.Exports;
using Assay.Formats.FollowTheMoney;
using Assay.Formats.Imports;
using Assay.Formats.Packs;
using Xunit;

namespace Assay.Tests.FollowTheMoney;

/// <summary>Rows as a record, a record as a file, and files held against the standard's schema.</summary>
internal static class FtmRecords
{
    /// <summary>The record of rows.</summary>
    public static ExportScope Scope(IEnumerable<ImportedRow> rows)
    {
        var content = new PackContent(new PackFiles("", []), new PackDescriptor(), []);
        var ids = new StatementIds();
        foreach (var row in rows)
        {
            var cells = new GivenCells { Cells = row.Cells };
            row.Table.Read(new TableRow(row.Table, cells, content, ids) { Line = row.Line }, content);
        }
        Assert.Empty(content.Problems);
        var record = new EvidenceSnapshot([], content.Statements, content.Sources.Select(source => source.Source).Append(new Source(new SourceId("file"), "[not stated]", "[a.ftm.json]", null)));
        return new ExportScope(record, record.Statements);
    }

    public static byte[] Export(ExportScope scope, ExportReport report)
    {
        using var output = new MemoryStream();
        FtmWriter.Write(scope, output, report);
        return output.ToArray();
    }

    /// <summary>Rows as texts that are alike where the rows are: in any order, and so are the items of their lists.</summary>
    public static List<string> Texts(IEnumerable<ImportedRow> rows) =>
        [.. rows.Select(row => $"{row.Table.Name}: {string.Join(',', row.Cells.Select(cell => string.Join('|', cell.Split('|').Order(StringComparer.Ordinal))))}").Order(StringComparer.Ordinal)];

    /// <summary>Holds a file against the standard: schemata that are not abstract, properties that they have, ends that are there and in range, dates and countries.</summary>
    public static void AssertValid(byte[] file)
    {
        using var standard = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(FtmRun.Samples!, "defaultModel.json")));
        var schemata = standard.RootElement.GetProperty("schemata");
        var countries = standard.RootElement.GetProperty("types").GetProperty("country").GetProperty("values");
        var entities = System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var schemaOf = entities.ToDictionary(entity => entity.GetProperty("id").GetString()!, entity => entity.GetProperty("schema").GetString()!);
        foreach (var entity in entities)
        {
            var name = entity.GetProperty("schema").GetString()!;
            Assert.False(schemata.GetProperty(name).TryGetProperty("abstract", out var isAbstract) && isAbstract.GetBoolean(), name);
            foreach (var property in entity.GetProperty("properties").EnumerateObject())
            {
                var its = schemata.GetProperty(name).GetProperty("schemata").EnumerateArray().Select(one => schemata.GetProperty(one.GetString()!).GetProperty("properties"))
                    .Where(properties => properties.TryGetProperty(property.Name, out _)).Select(properties => properties.GetProperty(property.Name)).ToImmutableArray();
                Assert.False(its.IsEmpty, $"{name} has no {property.Name}");
                Assert.False(its[0].TryGetProperty("stub", out var isStub) && isStub.GetBoolean(), property.Name);
                foreach (var value in property.Value.EnumerateArray().Select(value => value.GetString()!))
                {
                    switch (its[0].GetProperty("type").GetString())
                    {
                        case "entity":
                            var range = its[0].GetProperty("range").GetString();
                            Assert.Contains(range, schemata.GetProperty(schemaOf[value]).GetProperty("schemata").EnumerateArray().Select(one => one.GetString()));
                            break;
                        case "date": Assert.True(PartialDate.TryParse(value, out _), value); break;
                        case "country": Assert.True(countries.TryGetProperty(value, out _), value); break;
                        default: Assert.NotEqual("", value); break;
                    }
                }
            }
        }
    }
}
