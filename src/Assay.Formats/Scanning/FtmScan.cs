using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>
/// Reads who owns what out of entities of FollowTheMoney, one JSON object a line, as edges between numbers. What can own or be owned is an entity; other
/// schemata than ownerships are left out and counted.
/// </summary>
public static class FtmScan
{
    /// <summary>Reads a file. The result is the same whatever the threads do.</summary>
    /// <param name="file">The file.</param>
    /// <param name="progress">Told of how far it has come, from several threads but by one at a time.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataFileException">The file has problems: all are counted, the first hundred are given.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RegisterEdges Read(string file, IProgress<GraphProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Read(stream, file, progress, cancellation);
    }

    /// <summary>Reads a stream, forwards only. The result is the same whatever the threads do.</summary>
    /// <param name="stream">The content.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="progress">Told of how far it has come, from several threads but by one at a time.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataFileException">The content has problems: all are counted, the first hundred are given.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RegisterEdges Read(Stream stream, string name, IProgress<GraphProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new FtmRun(name).Read(stream, progress, cancellation);
    }
}

/// <summary>One reading of a file of entities.</summary>
internal sealed class FtmRun(string file)
{
    private readonly EdgeColumns _edges = new(hasKinds: false);
    private readonly LeftOut _leftOut = new();
    private readonly GraphProblems _problems = new(OrderedBlocks.MostProblems);
    private long _rows;
    private long _blocks;

    public string File => file;

    public int BlockSize { get; init; } = ScanBlocks.UsualSize;

    public int Threads { get; init; } = OrderedBlocks.UsualThreads;

    public RegisterEdges Read(Stream stream, IProgress<GraphProgress>? progress, CancellationToken cancellation)
    {
        using var blocks = new CsvBlocks(stream, BlockSize, quoted: false);
        var length = stream.CanSeek ? stream.Length : 0;
        _blocks = Math.Max(1, length / BlockSize);
        new OrderedBlocks(file, blocks, _problems, progress, cancellation) { Threads = Threads, Length = length }.Read(null, () => new FtmReader(this));
        _problems.ThrowIfAny(file);
        return _edges.Build(_rows, _leftOut);
    }

    /// <summary>Adds a block, after all those before it.</summary>
    public void Take(EdgeBlock block, int rows, LeftOut leftOut)
    {
        _edges.Add(block, _blocks);
        _rows += rows;
        _leftOut.Add(leftOut);
    }
}
