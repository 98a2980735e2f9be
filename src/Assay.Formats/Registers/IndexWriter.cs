using Assay.Evidence;
using Assay.Formats.Snapshots;
using Assay.Records;

namespace Assay.Formats.Registers;

/// <summary>An index while a register is written: the hash of a text and the row that stands under it, in the order of the rows.</summary>
internal sealed class IndexWriter(RowKey key, string path) : IDisposable
{
    /// <summary>So many entries are sorted at once; where there are more, they are gone through several times.</summary>
    private const int MostSorted = 1 << 23;

    private readonly Spill<ulong> _hashes = new(path + ".h");
    private readonly Spill<int> _rows = new(path + ".r");

    public void Add(string text, int row)
    {
        _hashes.Add(RegisterFormat.Hash(text));
        _rows.Add(row);
    }

    public long Count => _hashes.Count;

    /// <summary>Writes the entries in the order of their hashes, those of one hash in the order of the rows.</summary>
    public CatalogIndex WriteTo(SnapshotWriter writer, int pieceBits, string hashes, string rows, CancellationToken cancellation)
    {
        var (hashPieces, rowPieces) = (new PieceWriter<ulong>(writer, hashes, pieceBits), new PieceWriter<int>(writer, rows, pieceBits));
        var passes = (int)(Count / MostSorted) + 1;
        var written = 0L;
        for (var pass = 0; pass < passes; pass++)
        {
            var (foundHashes, foundRows) = Gather((UInt128)ulong.MaxValue * (uint)pass / (uint)passes, pass == passes - 1 ? UInt128.MaxValue : (UInt128)ulong.MaxValue * (uint)(pass + 1) / (uint)passes, passes, cancellation);
            for (var from = 0; from < foundHashes.Length;)
            {
                var to = from + 1;
                while (to < foundHashes.Length && foundHashes[to] == foundHashes[from]) to++;
                var many = Kept(to - from);
                // Sorting by hash leaves rows of one hash in any order.
                if (to - from > 1) Array.Sort(foundRows, from, to - from);
                for (var i = from; i < from + many; i++)
                {
                    hashPieces.Add(foundHashes[i]);
                    rowPieces.Add(foundRows[i]);
                }
                written += many;
                from = to;
            }
        }
        hashPieces.Finish();
        rowPieces.Finish();
        return new CatalogIndex(key.ToString(), written);
    }

    public void Dispose()
    {
        _hashes.Dispose();
        _rows.Dispose();
    }

    private (ulong[] Hashes, int[] Rows) Gather(UInt128 from, UInt128 to, int passes, CancellationToken cancellation)
    {
        var (hashes, rows) = (new List<ulong>((int)(Count / passes) + 16), new List<int>((int)(Count / passes) + 16));
        foreach (var (hashPart, rowPart) in _hashes.Read(1 << 16).Zip(_rows.Read(1 << 16)))
        {
            cancellation.ThrowIfCancellationRequested();
            var hashSpan = hashPart.Span;
            var rowSpan = rowPart.Span;
            for (var i = 0; i < hashSpan.Length; i++)
            {
                if (hashSpan[i] < from || hashSpan[i] >= to) continue;
                hashes.Add(hashSpan[i]);
                rows.Add(rowSpan[i]);
            }
        }
        var (sortedHashes, sortedRows) = (hashes.ToArray(), rows.ToArray());
        Array.Sort(sortedHashes, sortedRows);
        return (sortedHashes, sortedRows);
    }

    // Of a word that opens names it matters only that there is one; a word of very many names leads nowhere.
    private int Kept(int many) => key switch
    {
        RowKey.WrittenFirst => 1,
        RowKey.NameWord => many > StoredNames.MostOfWord ? 0 : many,
        _ => many,
    };
}
