using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>Reads who holds or controls whom out of wide CSV files, such as GLEIF's relationship records, as edges between numbers, at about the speed of memory.</summary>
public static class RelationshipScan
{
    /// <summary>Reads a file. The result is the same whatever the threads do.</summary>
    /// <param name="file">The file, UTF-8 with quoting as in RFC 4180, whose first line names the columns.</param>
    /// <param name="columns">Which columns count.</param>
    /// <param name="progress">Told of how far it has come, from several threads but by one at a time.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataFileException">The file has problems: all are counted, the first hundred are given.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RegisterEdges Read(string file, RelationshipColumns columns, IProgress<GraphProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        return Read(stream, file, columns, progress, cancellation);
    }

    /// <summary>Reads a stream, forwards only. The result is the same whatever the threads do.</summary>
    /// <param name="stream">The content, UTF-8 with quoting as in RFC 4180, whose first line names the columns.</param>
    /// <param name="name">What problems call it.</param>
    /// <param name="columns">Which columns count.</param>
    /// <param name="progress">Told of how far it has come, from several threads but by one at a time.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataFileException">The content has problems: all are counted, the first hundred are given.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RegisterEdges Read(Stream stream, string name, RelationshipColumns columns, IProgress<GraphProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        return new RelationshipRun(name, columns).Read(stream, progress, cancellation);
    }
}

/// <summary>One reading of a file of relationships.</summary>
internal sealed class RelationshipRun(string file, RelationshipColumns columns)
{
    private readonly EdgeColumns _edges = new(columns.Kinds.Length > 0);
    private readonly LeftOut _leftOut = new();
    private readonly GraphProblems _problems = new(OrderedBlocks.MostProblems);
    private long _rows;
    private long _blocks;

    public string File => file;

    public RelationshipPlaces Places { get; private set; } = null!;

    public int BlockSize { get; init; } = ScanBlocks.UsualSize;

    public int Threads { get; init; } = OrderedBlocks.UsualThreads;

    public RegisterEdges Read(Stream stream, IProgress<GraphProgress>? progress, CancellationToken cancellation)
    {
        using var blocks = new CsvBlocks(stream, BlockSize);
        var length = stream.CanSeek ? stream.Length : 0;
        _blocks = Math.Max(1, length / BlockSize);
        var all = new OrderedBlocks(file, blocks, _problems, progress, cancellation) { Threads = Threads, Length = length };
        CsvBlock? first = null;
        try
        {
            first = blocks.Next();
            if (first is null) _problems.Add(new Problem("empty-file", file, 1, 0, "an empty file", "a line that names the columns", "look whether it was written whole"));
            else ReadHeader(first);
        }
        catch (RecordTooLongException)
        {
            all.ReportLongRecord();
        }
        _problems.ThrowIfAny(file);
        all.Read(first, () => new RelationshipReader(this));
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

    private void ReadHeader(CsvBlock first)
    {
        var places = new CsvPlaces();
        places.Find(first.Bytes);
        if (places.BadQuote < 0) Places = RelationshipPlaces.Of(file, new CsvRow(first.Bytes, places.Row(0)), columns, _problems);
        else _problems.Add(FileProblems.Quote(file, 1 + first.Bytes[..places.BadQuote].Count((byte)'\n')));
    }
}
