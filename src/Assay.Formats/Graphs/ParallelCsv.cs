using System.Text.Unicode;

namespace Assay.Formats.Graphs;

/// <summary>
/// What is done with the rows of a file: <see cref="Read"/> for one row after the other of a block, by as many threads as there are, each
/// with a part of its own; <see cref="Take"/> for one block after the other in the order of the file, by one thread at a time.
/// </summary>
internal abstract class RowSink
{
    /// <summary>The problems of the block; their lines count from its first.</summary>
    public GraphProblems Problems { get; } = new(OrderedBlocks.MostProblems);

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
    /// <summary>How many threads read; as many as there are processors unless set.</summary>
    public int Threads { get; init; } = OrderedBlocks.UsualThreads;

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
        var all = new OrderedBlocks(file, blocks, problems, progress, cancellation) { Threads = Threads, Length = stream.CanSeek ? stream.Length : 0 };
        CsvTable? table = null;
        CsvBlock? first;
        try
        {
            first = blocks.Next();
        }
        catch (RecordTooLongException)
        {
            all.ReportLongRecord();
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
                problems.Add(FileProblems.Quote(file, 1));
            }
            if (first is not null && !Utf8.IsValid(first.Bytes)) problems.Add(FileProblems.Encoding(file, first.Bytes, 1));
            problems.ThrowIfAny(file);
        }
        all.Read(first, () => new RowReader(file, table!, makeSink(table!)));
    }

    /// <summary>Gives the rows of blocks to a sink.</summary>
    private sealed class RowReader(string file, CsvTable table, RowSink sink) : BlockReader
    {
        private readonly BlockRows _rows = new();

        public override void Take(int firstLine) => sink.Take(firstLine);

        public override void Dispose()
        {
            _rows.Dispose();
            base.Dispose();
        }

        protected override void Read(CsvBlock block)
        {
            sink.Clear();
            sink.Problems.Clear();
            if (!Utf8.IsValid(block.Bytes))
            {
                Problems.Add(FileProblems.Encoding(file, block.Bytes, 0));
                GoesOn = false;
            }
            try
            {
                _rows.Begin(block);
                if (block.Number == 0) _rows.Read();
                while (_rows.Read())
                {
                    RowCount++;
                    if (table.HasAllCells(_rows, sink.Problems)) sink.Read(_rows);
                }
                LineCount = _rows.Line;
            }
            catch (BadQuoteException)
            {
                // What a quote out of place does to the rest nobody can tell.
                sink.Problems.Add(FileProblems.Quote(file, _rows.Line));
                GoesOn = false;
            }
            Problems.Add(sink.Problems, 0);
            sink.Finish();
        }
    }
}
