using System.Runtime.InteropServices;
using System.Text;
using Assay.Formats.Snapshots;
using Assay.Ownership;

namespace Assay.Formats.Graphs;

/// <summary>
/// Keeps a graph with its ids in one file that is opened in an instant, however large: see <see cref="Snapshot"/> for the frame, and
/// <c>docs/formats/graph.md</c> for what the sections hold.
/// </summary>
public static class GraphSnapshot
{
    /// <summary>The usual ending of such a file's name.</summary>
    public const string Extension = ".assay-graph";

    /// <summary>What the header says.</summary>
    internal static SnapshotKind Kind => new("graph", 1);

    /// <summary>Writes a snapshot.</summary>
    /// <param name="data">The graph.</param>
    /// <param name="stream">Where it is written; empty, and one that can seek.</param>
    /// <param name="cancellation">Stops the writing; the stream then holds no snapshot.</param>
    public static void Write(GraphData data, Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var writer = new SnapshotWriter(stream, Kind);
        Write(writer, GraphSections.Capital, data.Capital, cancellation);
        if (!ReferenceEquals(data.Votes, data.Capital)) Write(writer, GraphSections.Votes, data.Votes, cancellation);
        writer.Add(GraphSections.IdSlots, data.Ids.Slots, cancellation);
        writer.Add(GraphSections.IdPlaces, data.Ids.Places, cancellation);
        writer.Add(GraphSections.IdRecords, data.Ids.Records, cancellation);
        Write(writer, GraphSections.Countries, data.Countries);
        Write(writer, GraphSections.Kinds, data.Kinds);
        if (data.Values is { } values)
        {
            writer.Add<byte>(GraphSections.ValueName, Encoding.UTF8.GetBytes(values.Name), cancellation);
            writer.Add(GraphSections.ValueEntities, values.Entities, cancellation);
            writer.Add(GraphSections.ValueAmounts, values.Amounts, cancellation);
        }
        Write(writer, GraphSections.Controls, data.Controls);
        Write(writer, GraphSections.Vetoes, data.Vetoes);
        writer.Finish();
    }

    /// <summary>Writes a snapshot into a file: whole or not at all, beside it and then renamed.</summary>
    /// <param name="data">The graph.</param>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="cancellation">Stops the writing; a file that exists then stays as it is.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(GraphData data, string path, CancellationToken cancellation = default)
    {
        var target = Path.GetFullPath(path);
        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                Write(data, file, cancellation);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Opens a snapshot. Its parts are read and checked when they are first asked for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How many threads the graph uses; ill data was settled when the snapshot was built.</param>
    /// <returns>The graph; to be disposed when nothing of it is used any more.</returns>
    /// <exception cref="SnapshotException">It is damaged, cut short, of another kind, or newer.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static GraphData Open(string path, OwnershipOptions options = default)
    {
        var snapshot = Snapshot.Open(path, Kind);
        var parts = new GraphSnapshotParts(snapshot, options);
        var capital = new Lazy<OwnershipGraph>(() => parts.Graph(GraphSections.Capital, 0));
        int Count() => capital.Value.EntityCount;
        var all = new GraphParts
        {
            Capital = capital,
            Votes = new(() => snapshot.Has(GraphSections.Starts(GraphSections.Votes)) ? parts.Graph(GraphSections.Votes, Count()) : capital.Value),
            Ids = new(() => parts.Ids(Count())),
            Countries = new(() => parts.Categories(GraphSections.Countries, Count())),
            Kinds = new(() => parts.Categories(GraphSections.Kinds, Count())),
            Values = new(() => parts.Values(Count())),
            Controls = new(() => parts.Pairs(GraphSections.Controls, Count())),
            Vetoes = new(() => parts.Pairs(GraphSections.Vetoes, Count())),
        };
        return new GraphData(all, snapshot);
    }

    private static void Write(SnapshotWriter writer, string name, OwnershipGraph graph, CancellationToken cancellation)
    {
        var columns = graph.Columns;
        writer.Add(GraphSections.Starts(name), columns.Starts, cancellation);
        writer.Add(GraphSections.Owners(name), columns.Owners, cancellation);
        writer.Add(GraphSections.Low(name), columns.Low, cancellation);
        if (!columns.High.Equals(columns.Low)) writer.Add(GraphSections.High(name), columns.High, cancellation);
        if (!columns.Complete.IsEmpty) writer.Add(GraphSections.Complete(name), columns.Complete, cancellation);
        writer.Add<int>(GraphSections.Parallel(name), new[] { columns.MostParallel }, cancellation);
        if (graph.Overfull.IsEmpty) return;
        writer.Add<int>(GraphSections.Overfull(name), graph.Overfull.Select(asset => asset.Asset).ToArray(), cancellation);
        writer.Add<double>(GraphSections.Sums(name), graph.Overfull.Select(asset => asset.Sum).ToArray(), cancellation);
    }

    private static void Write(SnapshotWriter writer, string name, Categories? categories)
    {
        if (categories is null) return;
        var words = categories.Words.Select(Encoding.UTF8.GetBytes).ToList();
        var end = 0;
        writer.Add<byte>(GraphSections.Words(name), words.SelectMany(word => word).ToArray());
        writer.Add<int>(GraphSections.Ends(name), words.Select(word => end += word.Length).ToArray());
        writer.Add(GraphSections.Codes(name), categories.Codes);
    }

    private static void Write(SnapshotWriter writer, string name, ReadOnlyMemory<EntityPair> pairs)
    {
        if (!pairs.IsEmpty) writer.Add<int>(name, MemoryMarshal.Cast<EntityPair, int>(pairs.Span).ToArray());
    }
}
