using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Formats;
using Assay.Formats.Scanning;
using CsCheck;
using Xunit;

namespace Assay.Tests.Scanning;

/// <summary>Entities of FollowTheMoney become edges.</summary>
public sealed class FtmScanTests
{
    private static readonly Gen<string> Id = Gen.String[Gen.Char["abé\"\\中"], 1, 4];

    private static readonly Gen<Entity> Entities = Gen.Select(
        Id, Gen.OneOf<string>("Company", "Person", "Ownership", "Ownership", "Directorship"), Id.Array[0, 3], Id.Array[0, 3], Gen.Int[0, 10_000].Array[0, 2], Gen.Frequency((4, Gen.Const(false)), (1, Gen.Const(true))),
        (id, schema, owners, assets, percentages, ended) => new Entity(id, schema, owners, assets, percentages, ended));

    [Fact]
    public void Edges_are_the_ownerships_in_blocks_of_any_size_with_any_threads() => Gen.Select(Entities.Array[0, 40], Gen.Int[1, 300], Gen.Int[1, 4], Gen.Int[0, 5]).Sample((entities, size, threads, order) =>
    {
        var edges = Read(string.Join('\n', entities.Select(entity => entity.Json(order))), size, threads);
        var (ids, expected) = (new List<string>(), new List<(int, int, double, double)>());
        foreach (var entity in entities)
        {
            if (entity.Schema is "Company" or "Person") Number(entity.Id);
            if (entity is not { Schema: "Ownership", IsEnded: false, Owners.Length: > 0, Assets.Length: > 0 }) continue;
            foreach (var owner in entity.Owners) Number(owner);
            foreach (var asset in entity.Assets) Number(asset);
            var low = entity.Percentages.Length == 0 || entity.Owners.Length + entity.Assets.Length > 2 ? 0 : entity.Percentages.Min() / 10_000.0;
            var high = entity.Percentages.Length == 0 ? 1 : entity.Percentages.Max() / 10_000.0;
            expected.AddRange(entity.Owners.SelectMany(owner => entity.Assets.Select(asset => (ids.IndexOf(owner), ids.IndexOf(asset), low, high))));
        }
        Assert.Equal(ids, Enumerable.Range(0, edges.Ids.Count).Select(edges.Ids.Text));
        Assert.Equal(expected, Enumerable.Range(0, edges.Count).Select(edge => (edges.Owners.Span[edge], edges.Assets.Span[edge], edges.Low.Span[edge], edges.High.Span[edge])));
        Assert.Equal(entities.Length, edges.RowCount);

        void Number(string id)
        {
            if (!ids.Contains(id)) ids.Add(id);
        }
    }, iter: 600);

    [Theory]
    [InlineData("25", 0.25, 0.25)]
    [InlineData("25.5 %", 0.255, 0.255)]
    [InlineData("25-50", 0.25, 0.5)]
    [InlineData(">25", 0.25, 1)]
    [InlineData("<= 10%", 0, 0.1)]
    [InlineData("half", 0, 1)]
    [InlineData("120", 0, 1)]
    [InlineData("", 0, 1)]
    public void Shares_are_read_as_people_write_them_and_unknown_otherwise(string written, double low, double high)
    {
        var edges = Read("""{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"],"percentage":["SHARE"]}}""".Replace("SHARE", written, StringComparison.Ordinal));
        Assert.Equal((low, high), (edges.Low.Span[0], edges.High.Span[0]));
        Assert.Equal(low == 0 && high == 1 ? 1 : 0, edges.LeftOut.Values.Sum());
    }

    [Theory]
    [InlineData("""{"id":"o","schema":"Ownership","properties":{"owner":"a","asset":"b"}}""")]
    [InlineData("""{"properties":{"asset":["b"],"owner":["a"]},"schema":"Ownership","id":"o"}""")]
    [InlineData("""{"\u0069d":"o","sch\u0065ma":"\u004fwnership","properties":{"own\u0065r":["\u0061"],"asset":["b"]}}""")]
    [InlineData("""{"id":"o","schema":"Ownership","properties":{"owner":[{"id":"a","schema":"Person","properties":{"owner":["x"],"name":["A"]}}],"asset":[{"properties":{},"id":"b"}]}}""")]
    [InlineData("""{"id":"o","schema":"Company","schema":"Ownership","owner":["x"],"properties":{"owner":["x"],"asset":["x"]},"properties":{"owner":["x"],"asset":["b"],"owner":["a"]}}""")]
    [InlineData("""{"id":"o","other":{"schema":"Person","properties":{"owner":["x"]}},"schema":"Ownership","properties":{"owner":["a",null,3],"asset":["b",["x"]]}}""")]
    public void However_it_is_written_it_is_the_same_ownership(string line)
    {
        var edges = Read(line);
        Assert.Equal((1, "a", "b"), (edges.Count, edges.Ids.Text(edges.Owners.Span[0]), edges.Ids.Text(edges.Assets.Span[0])));
    }

    [Theory]
    [InlineData("{\"id\":\"a\"", "x.jsonl:2:10 bad-json: the end of the line, expected a JSON object on a line of its own, at most 64 deep; look whether the line was cut off, and whether the file has one object a line")]
    [InlineData("{\"id\":\"a", "x.jsonl:2:9 bad-json: the end of the line, expected a JSON object on a line of its own, at most 64 deep; look whether the line was cut off, and whether the file has one object a line")]
    [InlineData("{\"id\":\"é\" 1}", "x.jsonl:2:11 bad-json: '1}', expected a JSON object on a line of its own, at most 64 deep; look whether the line was cut off, and whether the file has one object a line")]
    [InlineData("{\"schema\":\"Person\"}", "x.jsonl:2:1 no-entity: no id, expected an entity of FollowTheMoney, with id and schema; look whether it is the right file")]
    [InlineData("{\"id\":\"\\ud800\",\"schema\":\"Person\"}", "x.jsonl:2:8 not-text: half of a pair of code units, expected text; correct the escape")]
    [InlineData("{\"id\":\"\",\"schema\":\"Person\"}", "x.jsonl:2:8 empty-cell: an empty id, expected an id; fill it in")]
    public void What_is_wrong_is_told_with_its_place(string line, string problem)
    {
        var error = Assert.Throws<InvalidDataFileException>(() => Read($"\n{line}\n\n{{\"id\":\"b\",\"schema\":\"Person\"}}"));
        Assert.Equal(problem, Assert.Single(error.Problems).ToString());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] bytes = [.. "{\"id\":\"a\",\"schema\":\"Person\"}\n{\"id\":\""u8, 0xC3, .. "\",\"schema\":\"Person\"}\n"u8];
        var error = Assert.Throws<InvalidDataFileException>(() => FtmScan.Read(new MemoryStream(bytes), "x.jsonl", cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("x.jsonl:2:8 not-utf8: the byte C3, expected UTF-8 text; save the file as UTF-8", Assert.Single(error.Problems).ToString());
    }

    [Fact]
    public void Ownerships_are_stakes()
    {
        using var graph = RegisterGraph.OfStakes(Read("""{"id":"o","schema":"Ownership","properties":{"owner":["a"],"asset":["b"],"percentage":["60"]}}"""), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([graph.Ids.Find("a")], graph.Capital.OwnersOf(graph.Ids.Find("b")));
        Assert.Equal([0.6], graph.Capital.LowSharesOf(graph.Ids.Find("b")));
    }

    [Fact]
    public void Real_entities_are_read()
    {
        var folder = Path.Combine(Checkout.Root, "..", "shared", "samples", "ftm");
        if (!Directory.Exists(folder)) Assert.Skip("The sample files are not beside the checkout.");
        var ownerships = 0;
        foreach (var file in Directory.GetFiles(folder, "entities.ftm.json", SearchOption.AllDirectories))
        {
            var lines = File.ReadLines(file).Where(line => line.Length > 0).ToList();
            var expected = 0;
            foreach (var line in lines)
            {
                using var entity = JsonDocument.Parse(line);
                if (entity.RootElement.GetProperty("schema").GetString() != "Ownership") continue;
                var properties = entity.RootElement.GetProperty("properties");
                if (!properties.TryGetProperty("endDate", out _)) expected += Many(properties, "owner") * Many(properties, "asset");
            }
            var edges = FtmScan.Read(file, cancellation: TestContext.Current.CancellationToken);
            Assert.Equal((expected, lines.Count), (edges.Count, (int)edges.RowCount));
            ownerships += expected;
        }
        Assert.True(ownerships > 0);
    }

    private static int Many(JsonElement properties, string name) => properties.TryGetProperty(name, out var values) ? values.GetArrayLength() : 0;

    private static RegisterEdges Read(string text, int size = ScanBlocks.UsualSize, int threads = 2) =>
        new FtmRun("x.jsonl") { BlockSize = size, Threads = threads }.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), null, TestContext.Current.CancellationToken);

    /// <param name="Percentages">In hundredths of a percent.</param>
    private sealed record Entity(string Id, string Schema, string[] Owners, string[] Assets, int[] Percentages, bool IsEnded)
    {
        public string Json(int order)
        {
            var properties = new Dictionary<string, string[]>
            {
                ["name"] = ["owner", "{\"id\":\"x\"}"],
                ["owner"] = Owners,
                ["percentage"] = [.. Percentages.Select(each => (each / 100m).ToString(CultureInfo.InvariantCulture))],
                ["asset"] = Assets,
            };
            if (IsEnded) properties["endDate"] = ["2001"];
            var members = new Dictionary<string, object> { ["id"] = Id, ["target"] = false, ["schema"] = Schema, ["properties"] = properties, ["datasets"] = new[] { "a", "b" }, ["size"] = 1.5 };
            return JsonSerializer.Serialize(members.Skip(order).Concat(members.Take(order)).ToDictionary());
        }
    }
}
