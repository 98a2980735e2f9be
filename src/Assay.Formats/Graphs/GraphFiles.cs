using Assay.Ownership;

namespace Assay.Formats.Graphs;

/// <summary>How a graph's files are read. <c>default</c> takes shares as fractions and refuses unknown ids.</summary>
public readonly record struct GraphOptions
{
    /// <summary>Whether shares are from 0 to 100 in place of 0 to 1.</summary>
    public bool Percent { get; init; }

    /// <summary>Whether an id of a stake that the file of entities does not have is a new entity, of no country and kind, rather than a problem.</summary>
    public bool AddUnknown { get; init; }

    /// <summary>How ill data is treated once it is read.</summary>
    public OwnershipOptions Ownership { get; init; }
}

/// <summary>The CSV files of a graph: stakes, and perhaps entities and values.</summary>
/// <param name="Stakes">The file of stakes.</param>
/// <param name="Entities">The file of entities; null: each id of a stake is an entity.</param>
/// <param name="Values">The file of values; null: none.</param>
public sealed record GraphFiles(string Stakes, string? Entities = null, string? Values = null)
{
    /// <summary>Those of a folder: <c>stakes.csv</c>, with <c>entities.csv</c> and <c>values.csv</c> where they exist.</summary>
    /// <param name="folder">The folder.</param>
    public static GraphFiles In(string folder)
    {
        return new GraphFiles(Path.Combine(folder, "stakes.csv"), IfThere("entities.csv"), IfThere("values.csv"));

        string? IfThere(string name) => Path.Combine(folder, name) is var file && File.Exists(file) ? file : null;
    }

    /// <summary>Reads the files. The result is the same whatever the threads do.</summary>
    /// <param name="options">How they are read.</param>
    /// <param name="progress">Told of how far it has come, from several threads but by one at a time.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataFileException">A file has problems: all are counted, the first hundred are given.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public GraphData Load(GraphOptions options = default, IProgress<GraphProgress>? progress = null, CancellationToken cancellation = default)
    {
        var reading = new GraphReading(options, progress, cancellation);
        var entities = Entities is null ? null : EntitiesFile.Read(Entities, reading);
        var (ids, capital, pairs) = StakesFile.Read(Stakes, reading, entities?.Ids);
        var values = Values is null ? null : ValuesFile.Read(Values, reading, ids);
        var complete = Padded<bool>(entities is { Complete.Length: > 0 } ? entities.Complete : default, ids.Count);
        var graph = capital.Build(ids.Count, complete.Span, options.Ownership, cancellation: cancellation);
        var votes = VotesOf(graph, pairs.Votes, complete.Span, options.Ownership, cancellation: cancellation);
        return new GraphData(new GraphParts
        {
            Ids = new(ids),
            Capital = new(graph),
            Votes = new(votes),
            Controls = new(Distinct(pairs.Controls)),
            Vetoes = new(Distinct(pairs.Vetoes)),
            Countries = new(Padded(entities?.Countries, ids.Count)),
            Kinds = new(Padded(entities?.Kinds, ids.Count)),
            Values = new(values),
        });
    }

    /// <summary>The graph of votes: an asset has those recorded of it, and where none are, those that go with its capital.</summary>
    private static OwnershipGraph VotesOf(OwnershipGraph capital, List<Stake> votes, ReadOnlySpan<bool> complete, OwnershipOptions options, CancellationToken cancellation)
    {
        if (votes.Count == 0) return capital;
        var apart = votes.Select(stake => stake.Asset).ToHashSet();
        var builder = new OwnershipGraphBuilder();
        builder.Add(votes.ToArray());
        var columns = capital.Columns;
        var starts = columns.Starts.Span;
        var owners = columns.Owners.Span;
        var low = columns.Low.Span;
        var high = columns.High.Span;
        for (var asset = 0; asset < capital.EntityCount; asset++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (apart.Contains(asset)) continue;
            for (var slot = starts[asset]; slot < starts[asset + 1]; slot++)
                builder.Add([new Stake(owners[slot], asset, Math.Min(1, low[slot]), Math.Min(1, high[slot]))]);
        }
        return builder.Build(capital.EntityCount, complete, options, cancellation: cancellation);
    }

    private static ReadOnlyMemory<EntityPair> Distinct(List<EntityPair> pairs) => pairs.Distinct().ToArray();

    /// <summary>Entities that only stakes name have no country and no kind.</summary>
    private static Categories? Padded(Categories? categories, int count)
    {
        if (categories is null || categories.Codes.Length == count) return categories;
        string[] words = categories.Words.Contains("") ? [.. categories.Words] : [.. categories.Words, ""];
        var codes = new ushort[count];
        categories.Codes.Span.CopyTo(codes);
        codes.AsSpan(categories.Codes.Length).Fill((ushort)Array.IndexOf(words, ""));
        return new Categories(words, codes);
    }

    private static ReadOnlyMemory<T> Padded<T>(ReadOnlyMemory<T> memory, int count)
    {
        if (memory.IsEmpty || memory.Length == count) return memory;
        var padded = new T[count];
        memory.CopyTo(padded);
        return padded;
    }
}

/// <summary>One reading of a graph's files: what all of them share.</summary>
internal sealed class GraphReading(GraphOptions options, IProgress<GraphProgress>? progress, CancellationToken cancellation)
{
    public GraphOptions Options { get; } = options;

    public GraphProblems Problems { get; } = new(OrderedBlocks.MostProblems);

    /// <summary>How large the blocks of files are.</summary>
    public int BlockSize { get; init; } = CsvBlocks.UsualSize;

    /// <summary>How many threads read.</summary>
    public int Threads { get; init; } = OrderedBlocks.UsualThreads;

    public ParallelCsv Csv(string file) => new(file, Problems, progress, cancellation) { BlockSize = BlockSize, Threads = Threads };
}
