using Assay.Evidence;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>
/// An index of a table: hashes of texts in their order, with the row that stands under each. Hashes lie evenly, so that where one stands can nearly be told
/// from itself: few pages are touched. What stands under a hash is compared with the text by who asks.
/// </summary>
internal sealed class RegisterIndex(Snapshot snapshot, RowKey key, CatalogIndex index, int table, int at, int bits)
{
    private readonly PieceArray<ulong> _hashes = new(snapshot, RegisterFormat.Hashes(table, at), bits, index.Entries);
    private readonly PieceArray<int> _rows = new(snapshot, RegisterFormat.Rows(table, at), bits, index.Entries);

    public RowKey Key => key;

    /// <summary>The entries under a text: from one up to, and without, another.</summary>
    public (long From, long To) Find(string text)
    {
        if (_hashes.Count == 0) return (0, 0);
        var hash = RegisterFormat.Hash(text);
        var from = First(hash, Guess(hash));
        if (from == _hashes.Count || _hashes[from] != hash) return (from, from);
        return (from, hash == ulong.MaxValue ? _hashes.Count : Math.Max(from, First(hash + 1, from)));
    }

    /// <summary>The row of an entry.</summary>
    public int Row(long entry) => _rows[entry];

    private long Guess(ulong hash) => (long)Math.BigMul(hash, (ulong)_hashes.Count, out _);

    /// <summary>The first entry of at least a hash, looked for around a place in steps that double.</summary>
    private long First(ulong hash, long near)
    {
        var (low, high) = (0L, _hashes.Count);
        for (long step = 64, at = near; ; step *= 4)
        {
            if (_hashes[at] < hash)
            {
                low = at + 1;
                if (at + step >= high) break;
                at += step;
            }
            else
            {
                high = at;
                if (at - step < low) break;
                at -= step;
            }
            // A step that went over it has it between two places.
            if (low > 0 && high < _hashes.Count) break;
        }
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (_hashes[middle] < hash) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
