using System.Runtime.InteropServices;
using Assay.Evidence;
using Assay.Formats.Packs;

namespace Assay.Formats.Registers;

/// <summary>
/// The ids of the rows of a register while it is written: of each natural key only its hash is kept, eight bytes and what a table needs over that, so that ten
/// millions of rows fit in memory. What came of the last row is written down beside it: when it is read, nobody has to know the others.
/// </summary>
internal sealed class WrittenIds : StatementIds
{
    private readonly Dictionary<ulong, int> _rivals = [];
    private ulong[] _taken = new ulong[1 << 12];
    private int _count;

    /// <summary>What to write down of the last row; 0: its id is its natural key, as of nearly every row.</summary>
    public int Mark { get; private set; }

    /// <summary>Before each row.</summary>
    public void Begin() => Mark = 0;

    public override StatementId Take(string key)
    {
        if (Add(HashOf(key))) return new StatementId(key);
        ref var rivals = ref CollectionsMarshal.GetValueRefOrAddDefault(_rivals, HashOf(key), out _);
        rivals++;
        Mark |= RowMark.Of(rivals + 1, wasFree: true);
        return new StatementId($"{key}~{rivals + 1}");
    }

    public override bool IsFreeInPack(string key) => IsFree(key);

    public override bool IsFree(string key)
    {
        var isFree = !Has(HashOf(key));
        if (!isFree) Mark |= RowMark.NotFree;
        return isFree;
    }

    // 0 is an empty slot.
    private static ulong HashOf(string key) => RegisterFormat.Hash(key) | 1;

    private bool Has(ulong hash) => _taken[SlotOf(hash)] != 0;

    private int SlotOf(ulong hash)
    {
        var slot = (int)Math.BigMul(hash, (ulong)_taken.Length, out _);
        while (_taken[slot] != 0 && _taken[slot] != hash) slot = slot + 1 == _taken.Length ? 0 : slot + 1;
        return slot;
    }

    private bool Add(ulong hash)
    {
        if (_count >= _taken.Length / 10 * 7)
        {
            var old = _taken;
            _taken = new ulong[checked(old.Length * 2)];
            foreach (var one in old)
                if (one != 0) _taken[SlotOf(one)] = one;
        }
        var slot = SlotOf(hash);
        if (_taken[slot] != 0) return false;
        _taken[slot] = hash;
        _count++;
        return true;
    }
}

/// <summary>What is written down of a row whose id is not its plain natural key: which of the rivals it is, and whether a shorter key was taken.</summary>
internal static class RowMark
{
    public const int NotFree = 1 << 30;

    public static int Of(int ordinal, bool wasFree) => ordinal | (wasFree ? 0 : NotFree);

    /// <summary>Which of the rows of one natural key, from 1.</summary>
    public static int Ordinal(int mark) => Math.Max(1, mark & NotFree - 1);
}

/// <summary>Gives rows of a register the ids that were settled when it was written, after those that packs loaded before have taken.</summary>
internal sealed class ReadIds(StatementIds before) : StatementIds
{
    /// <summary>What was written down of the row.</summary>
    public int Mark { get; set; }

    public override StatementId Take(string key)
    {
        var ordinal = RowMark.Ordinal(Mark) + before.CountOf(key);
        return new StatementId(ordinal == 1 ? key : $"{key}~{ordinal}");
    }

    public override bool IsFree(string key) => (Mark & RowMark.NotFree) == 0 && before.IsFree(key);

    // What packs before have is told when packs are loaded, and not when one of many rows is looked at.
    public override bool IsFreeInPack(string key) => (Mark & RowMark.NotFree) == 0;
}
