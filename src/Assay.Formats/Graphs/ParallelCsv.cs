using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Unicode;

namespace Assay.Formats.Graphs;

/// <summary>
/// What is done with the rows of a file: <see cref="Read"/> for one row after the other of a block, by as many threads as there are, each
/// with a part of its own; <see cref="Take"/> for one block after the other in the order of the file, by one thread at a time.
/// </summary>
internal abstract class RowSink
{
    /// <summary>The problems of the block; their lines count from its first.</summary>
    public GraphProblems Problems { get; } = new(ParallelCsv.MostProblems);

    /// <summary>How many rows the block has.</summary>
    public int RowCount { get; set; }

    /// <summary>Forgets the block before.</summary>
    public abstract void Clear();

    /// <summary>Reads a row, which has as many cells as the header.</summary>
    public abstract void Read(BlockRows row);

    /// <summary>Does what can be done once the whole block is read and needs no order.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>Adds the block to what came before it.</summary>
    /// <param name="firstLine">The line of the file on which the block begins, from 1.</param>
    public abstract void Take(int firstLine);
}

/// <summary>Reads a CSV file with several threads, deterministically: blocks are read side by side and taken over in their order.</summary>
internal sealed class ParallelCsv(string file, GraphProblems problems, IProgress<GraphProgress>? progress, CancellationToken cancellation)
{
    /// <summary>How many problems are kept; the rest is counted.</summary>
    public const int MostProblems = 100;

    private readonly Lock _reading = new();
    private readonly object _taking = new();
    private int _turn;
    private int _line = 1;
    private long _rows;
    private ExceptionDispatchInfo? _failure;
    private bool _stopped;

    /// <summary>How many threads read; as many as there are processors unless set.</summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 16);

    /// <summary>How large blocks are.</summary>
    public int BlockSize { get; init; } = CsvBlocks.UsualSize;

    /// <summary>Reads the file.</summary>
    /// <param name="wanted">The columns that it must have.</param>
    /// <param name="makeSink">Makes what takes the rows, once for each thread, by the header.</param>
    /// <exception cref="InvalidDataFileException">The header won't do.</exception>
    public void Read(string[] wanted, Func<CsvTable, RowSink> makeSink)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using var blocks = new CsvBlocks(stream, BlockSize);
        var total = stream.CanSeek ? stream.Length : 0;
        CsvTable? table = null;
        CsvBlock? first;
        try
        {
            first = blocks.Next();
        }
        catch (RecordTooLongException)
        {
            ReportLongRecord();
            return;
        }
        using (var rows = new BlockRows())
        {
            try
            {
                if (first is not null) rows.Begin(first);
                if (first is not null && rows.Read()) table = CsvTable.Of(file, rows, wanted, problems);
                else problems.Add(new Problem("empty-file", file, 1, 0, "an empty file", string.Join(',', wanted), "write the header"));
            }
            catch (BadQuoteException)
            {
                ReportQuote(problems, 1);
            }
            if (first is not null && !Utf8.IsValid(first.Bytes)) ReportEncoding(problems, first.Bytes, 1);
            problems.ThrowIfAny(file);
        }
        CsvBlock? waiting = first;
        var threads = new Thread[Threads - 1];
        for (var i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(Work) { IsBackground = true, Name = "CSV" };
            threads[i].Start();
        }
        Work();
        foreach (var thread in threads) thread.Join();
        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
        Report(total, total);

        void Work()
        {
            try
            {
                using var rows = new BlockRows();
                var sink = makeSink(table!);
                while (!Volatile.Read(ref _stopped))
                {
                    CsvBlock? block;
                    lock (_reading)
                    {
                        block = waiting ?? blocks.Next();
                        waiting = null;
                    }
                    if (block is null) return;
                    using (block) Do(block, rows, table!, sink, total);
                }
            }
            catch (RecordTooLongException error)
            {
                Await(error.Block, ReportLongRecord);
            }
#pragma warning disable CA1031 // Thrown again by the thread that asked for the file.
            catch (Exception error)
#pragma warning restore CA1031
            {
                lock (_taking)
                {
                    _failure ??= ExceptionDispatchInfo.Capture(error);
                    _stopped = true;
                    Monitor.PulseAll(_taking);
                }
            }
        }
    }

    private void Do(CsvBlock block, BlockRows rows, CsvTable table, RowSink sink, long total)
    {
        cancellation.ThrowIfCancellationRequested();
        sink.Clear();
        sink.Problems.Clear();
        sink.RowCount = 0;
        var goesOn = true;
        var lines = 0;
        if (!Utf8.IsValid(block.Bytes))
        {
            ReportEncoding(sink.Problems, block.Bytes, 0);
            goesOn = false;
        }
        try
        {
            rows.Begin(block);
            if (block.Number == 0) rows.Read();
            while (rows.Read())
            {
                sink.RowCount++;
                if (table.HasAllCells(rows, sink.Problems)) sink.Read(rows);
            }
            lines = rows.Line;
        }
        catch (BadQuoteException)
        {
            // What a quote out of place does to the rest nobody can tell.
            ReportQuote(sink.Problems, rows.Line);
            goesOn = false;
        }
        sink.Finish();
        Await(block.Number, () =>
        {
            problems.Add(sink.Problems, _line);
            if (sink.Problems.Count == 0) sink.Take(_line);
            _line += lines;
            _rows += sink.RowCount;
            if (!goesOn) _stopped = true;
            Report(block.FileEnd, total);
        });
    }

    /// <summary>Does something when all blocks before this one are taken over, unless all is to stop.</summary>
    private void Await(int number, Action action)
    {
        lock (_taking)
        {
            while (_turn != number && !_stopped) Monitor.Wait(_taking);
            if (_stopped) return;
            try
            {
                action();
            }
            finally
            {
                _turn++;
                Monitor.PulseAll(_taking);
            }
        }
    }

    private void Report(long bytes, long total) => progress?.Report(new GraphProgress(file, bytes, total, _rows, problems.Count));

    private void ReportLongRecord()
    {
        problems.Add(new Problem("long-row", file, _line, 0, $"a row of more than {CsvBlocks.LongestRecord >> 20} MB, begun after this line", "rows that end", "look for a quote that is never closed"));
        _stopped = true;
    }

    private void ReportQuote(GraphProblems to, int line) =>
        to.Add(new Problem("bad-quote", file, line, 0, "a quote that is never closed, has text after its end, or stands amid a cell", "RFC 4180 quoting", "close the quote, quote the whole cell, and write a quote inside it twice"));

    private void ReportEncoding(GraphProblems to, ReadOnlySpan<byte> bytes, int firstLine)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == System.Buffers.OperationStatus.Done) valid += length;
        var lineStart = bytes[..valid].LastIndexOf((byte)'\n') + 1;
        to.Add(new Problem("not-utf8", file, firstLine + bytes[..valid].Count((byte)'\n'), Encoding.UTF8.GetCharCount(bytes[lineStart..valid]) + 1, $"the byte {bytes[valid]:X2}", "UTF-8 text", "save the file as UTF-8"));
    }
}
