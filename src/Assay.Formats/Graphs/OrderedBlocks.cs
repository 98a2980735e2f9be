using System.Runtime.ExceptionServices;

namespace Assay.Formats.Graphs;

/// <summary>
/// What one thread makes of one block after the other: <see cref="Read"/> by as many threads as there are, each with a reader of its own;
/// <see cref="Take"/> in the order of the file, by one thread at a time.
/// </summary>
internal abstract class BlockReader : IDisposable
{
    /// <summary>The problems of the block; their lines count from its first.</summary>
    public GraphProblems Problems { get; } = new(OrderedBlocks.MostProblems);

    /// <summary>How many rows the block has.</summary>
    public int RowCount { get; protected set; }

    /// <summary>How many ends of line it has.</summary>
    public int LineCount { get; protected set; }

    /// <summary>Whether what follows the block can be understood.</summary>
    public bool GoesOn { get; protected set; } = true;

    /// <summary>Forgets the block before, and reads this one.</summary>
    public void Begin(CsvBlock block)
    {
        Problems.Clear();
        (RowCount, LineCount, GoesOn) = (0, 0, true);
        Read(block);
    }

    /// <summary>Adds a block without problems to what came before it.</summary>
    /// <param name="firstLine">The line of the file on which the block begins, from 1.</param>
    public abstract void Take(int firstLine);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
    }

    /// <summary>Reads a block.</summary>
    protected abstract void Read(CsvBlock block);
}

/// <summary>Reads the blocks of a file with several threads, deterministically: side by side, and taken over in their order.</summary>
internal sealed class OrderedBlocks(string file, CsvBlocks blocks, GraphProblems problems, IProgress<GraphProgress>? progress, CancellationToken cancellation)
{
    /// <summary>How many problems are kept; the rest is counted.</summary>
    public const int MostProblems = 100;

    /// <summary>Blocks that are read and wait for those before them, for each thread.</summary>
    private const int MostAhead = 4;

    private readonly Lock _reading = new();
    private readonly object _taking = new();
    private readonly Dictionary<int, Done> _done = [];
    private readonly List<BlockReader> _readers = [];
    private readonly Stack<BlockReader> _free = [];
    private bool _isTaking;
    private int _turn;
    private int _line = 1;
    private long _rows;
    private ExceptionDispatchInfo? _failure;
    private bool _stopped;

    /// <summary>How many threads read.</summary>
    public int Threads { get; init; } = UsualThreads;

    /// <summary>As many as there are processors.</summary>
    public static int UsualThreads => Math.Clamp(Environment.ProcessorCount, 1, 16);

    /// <summary>How many bytes the file has; 0 where that is not known.</summary>
    public long Length { get; init; }

    /// <summary>Reads all blocks.</summary>
    /// <param name="first">The first block, which was looked at before; null: none was.</param>
    /// <param name="makeReader">Makes what blocks are read with, one at a time.</param>
    public void Read(CsvBlock? first, Func<BlockReader> makeReader)
    {
        var waiting = first;
        var threads = new Thread[Threads - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = "blocks" };
            threads[i].Start();
        }
        Work();
        foreach (var thread in threads) thread.Join();
        foreach (var reader in _readers) reader.Dispose();
        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
        Report(Length);

        void Work()
        {
            try
            {
                while (FreeReader(makeReader) is { } reader)
                {
                    cancellation.ThrowIfCancellationRequested();
                    CsvBlock? block;
                    lock (_reading)
                    {
                        block = waiting ?? blocks.Next();
                        waiting = null;
                    }
                    if (block is null) return;
                    using (block) reader.Begin(block);
                    TakeOver(block.Number, new Done(reader, block.FileEnd));
                }
            }
            catch (RecordTooLongException error)
            {
                TakeOver(error.Block, new Done(null, 0));
            }
#pragma warning disable CA1031 // Thrown again by the thread that asked for the file.
            catch (Exception error)
#pragma warning restore CA1031
            {
                lock (_taking)
                {
                    _failure ??= ExceptionDispatchInfo.Capture(error);
                    Stop();
                }
            }
        }
    }

    /// <summary>Reports a record that is too long to be one, after the last block that was taken.</summary>
    public void ReportLongRecord()
    {
        problems.Add(new Problem("long-row", file, _line, 0, $"a row of more than {CsvBlocks.LongestRecord >> 20} MB, begun after this line", "rows that end", "look for a quote that is never closed"));
        lock (_taking) Stop();
    }

    /// <summary>A reader that waits for no other block; null when all is to stop.</summary>
    private BlockReader? FreeReader(Func<BlockReader> makeReader)
    {
        lock (_taking)
        {
            while (!_stopped)
            {
                if (_free.TryPop(out var free)) return free;
                if (_readers.Count == MostAhead * Threads)
                {
                    Monitor.Wait(_taking);
                    continue;
                }
                _readers.Add(makeReader());
                return _readers[^1];
            }
            return null;
        }
    }

    /// <summary>Takes a block over if all before it are, and those after it that wait for it; else leaves it to whoever takes over the one before.</summary>
    private void TakeOver(int number, Done done)
    {
        lock (_taking)
        {
            _done.Add(number, done);
            if (_isTaking || _stopped || !_done.Remove(_turn, out done)) return;
            _isTaking = true;
        }
        while (true)
        {
            Take(done);
            lock (_taking)
            {
                _turn++;
                if (done.Reader is not null) _free.Push(done.Reader);
                Monitor.PulseAll(_taking);
                if (!_stopped && _done.Remove(_turn, out done)) continue;
                _isTaking = false;
                return;
            }
        }
    }

    private void Take(Done done)
    {
        if (done.Reader is not { } reader)
        {
            ReportLongRecord();
            return;
        }
        problems.Add(reader.Problems, _line);
        if (reader.Problems.Count == 0) reader.Take(_line);
        _line += reader.LineCount;
        _rows += reader.RowCount;
        if (!reader.GoesOn)
        {
            lock (_taking) Stop();
        }
        Report(done.FileEnd);
    }

    private void Stop()
    {
        _stopped = true;
        Monitor.PulseAll(_taking);
    }

    private void Report(long bytes) => progress?.Report(new GraphProgress(file, bytes, Length, _rows, problems.Count));

    /// <summary>A block that is read; without a reader, a record where it should be is too long.</summary>
    private readonly record struct Done(BlockReader? Reader, long FileEnd);
}
