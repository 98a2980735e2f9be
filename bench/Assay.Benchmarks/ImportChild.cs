using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Assay.Formats.Scanning;
using Sylvan.Data.Csv;

namespace Assay.Benchmarks;

/// <summary>One file read into a graph of numbers, the first time in a process of its own: by the scanners, or by a library on one thread.</summary>
internal static class ImportChild
{
    /// <summary>All kinds of relationship, as the others count them.</summary>
    private static readonly RelationshipColumns Columns = RelationshipColumns.Gleif with
    {
        Kinds = ["IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY", "IS_INTERNATIONAL_BRANCH_OF", "IS_FUND-MANAGED_BY", "IS_SUBFUND_OF"],
    };

    public static void Run(string how, string format, string file)
    {
        var start = Stopwatch.GetTimestamp();
        var found = (how, format) switch
        {
            ("scan", "csv") => Scanned(RelationshipScan.Read(file, Columns)),
            ("scan", "json") => Scanned(FtmScan.Read(file)),
            ("library", "csv") => WithSylvan(file),
            ("library", "json") => WithUtf8JsonReader(file),
            _ => throw new ArgumentException($"There is no {how} of {format}.", nameof(how)),
        };
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var (edges, ids, linked, sum) = found();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"edges {edges} ids {ids} linked {linked} sum {sum:0.00} seconds {seconds:0.000000}"));
    }

    /// <summary>What is counted of it is no part of what is measured.</summary>
    private static Func<(int Edges, int Ids, int Linked, double Sum)> Scanned(RegisterEdges edges) => () =>
    {
        var linked = new bool[edges.Ids.Count];
        var sum = 0.0;
        for (var edge = 0; edge < edges.Count; edge++)
        {
            linked[edges.Owners.Span[edge]] = linked[edges.Assets.Span[edge]] = true;
            sum += edges.Low.Span[edge] * 100;
        }
        return (edges.Count, edges.Ids.Count, linked.Count(each => each), sum);
    };

    private static Func<(int Edges, int Ids, int Linked, double Sum)> WithSylvan(string file)
    {
        var graph = new Plain();
        using var text = new StreamReader(file, Encoding.UTF8, false, 1 << 20);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var (start, end, status, amount) = (csv.GetOrdinal(Columns.Asset), csv.GetOrdinal(Columns.Owner), csv.GetOrdinal("Relationship.RelationshipStatus"), csv.GetOrdinal("Relationship.Quantifiers.1.QuantifierAmount"));
        while (csv.Read())
        {
            if (!csv.GetFieldSpan(status).SequenceEqual("ACTIVE")) continue;
            graph.Add(graph.IdOf(csv.GetFieldSpan(end)), graph.IdOf(csv.GetFieldSpan(start)), double.Parse(csv.GetFieldSpan(amount), CultureInfo.InvariantCulture));
        }
        return graph.Count;
    }

    private static Func<(int Edges, int Ids, int Linked, double Sum)> WithUtf8JsonReader(string file)
    {
        var graph = new Plain();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.SequentialScan);
        var (buffer, used) = (new byte[1 << 20], 0);
        var line = new Line();
        while (true)
        {
            var read = stream.Read(buffer, used, buffer.Length - used);
            if (read == 0) break;
            used += read;
            var rest = buffer.AsSpan(0, used);
            for (int end; (end = rest.IndexOf((byte)'\n')) >= 0; rest = rest[(end + 1)..]) line.Read(rest[..end], graph);
            rest.CopyTo(buffer);
            used = rest.Length;
        }
        return graph.Count;
    }

    /// <summary>The plain way to number ids: a dictionary.</summary>
    private sealed class Plain
    {
        private readonly Dictionary<string, int> _ids = [];
        private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _spans;
        private readonly List<(int Owner, int Asset, double Share)> _edges = [];

        public Plain() => _spans = _ids.GetAlternateLookup<ReadOnlySpan<char>>();

        public int IdOf(ReadOnlySpan<char> id)
        {
            if (!_spans.TryGetValue(id, out var index)) _spans[id] = index = _ids.Count;
            return index;
        }

        public int IdOf(ReadOnlySpan<byte> id)
        {
            Span<char> text = stackalloc char[id.Length];
            return IdOf(text[..Encoding.UTF8.GetChars(id, text)]);
        }

        public void Add(int owner, int asset, double share) => _edges.Add((owner, asset, share));

        public (int Edges, int Ids, int Linked, double Sum) Count() =>
            (_edges.Count, _ids.Count, _edges.SelectMany(edge => new[] { edge.Owner, edge.Asset }).Distinct().Count(), _edges.Sum(edge => edge.Share));
    }

    /// <summary>One entity; only what the generated files have is looked for.</summary>
    private sealed class Line
    {
        private readonly byte[] _id = new byte[1000];
        private readonly byte[] _owner = new byte[1000];
        private readonly byte[] _asset = new byte[1000];

        public void Read(ReadOnlySpan<byte> line, Plain graph)
        {
            var reader = new Utf8JsonReader(line);
            var (id, owner, asset, share, isOwnership) = (0, 0, 0, 0.0, false);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("id"u8)) id = Value(ref reader, _id);
                else if (reader.ValueTextEquals("schema"u8)) isOwnership = reader.Read() && reader.ValueTextEquals("Ownership"u8);
                else if (!reader.ValueTextEquals("properties"u8)) reader.Skip();
                else
                {
                    reader.Read();
                    while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                    {
                        if (reader.ValueTextEquals("owner"u8)) owner = First(ref reader, _owner);
                        else if (reader.ValueTextEquals("asset"u8)) asset = First(ref reader, _asset);
                        else if (reader.ValueTextEquals("percentage"u8))
                        {
                            reader.Read();
                            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) share = double.Parse(reader.ValueSpan, CultureInfo.InvariantCulture);
                        }
                        else reader.Skip();
                    }
                }
            }
            if (isOwnership) graph.Add(graph.IdOf(_owner.AsSpan(0, owner)), graph.IdOf(_asset.AsSpan(0, asset)), share);
            else graph.IdOf(_id.AsSpan(0, id));
        }

        private static int First(ref Utf8JsonReader reader, byte[] to)
        {
            reader.Read();
            var length = Value(ref reader, to);
            while (reader.TokenType != JsonTokenType.EndArray) reader.Read();
            return length;
        }

        private static int Value(ref Utf8JsonReader reader, byte[] to)
        {
            reader.Read();
            return reader.CopyString(to);
        }
    }
}
