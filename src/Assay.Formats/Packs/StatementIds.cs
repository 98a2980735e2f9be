using Assay.Evidence;

namespace Assay.Formats.Packs;

/// <summary>
/// Gives every statement its id: the table and the natural key. A rival row of the same key gets <c>~2</c>, <c>~3</c> … in file order,
/// so that ids survive re-sorting of all other rows.
/// </summary>
internal class StatementIds
{
    private readonly Dictionary<string, int> _taken;
    private readonly List<Registers.Register> _registers = [];
    private HashSet<string>? _ofPack;

    public StatementIds() => _taken = new(4096, StringComparer.Ordinal);

    private StatementIds(StatementIds other)
    {
        _taken = new(other._taken, StringComparer.Ordinal);
        _registers.AddRange(other._registers);
    }

    /// <summary>The id for a key, made unique.</summary>
    public virtual StatementId Take(string key)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_taken, key, out _);
        count++;
        var ordinal = count + Stored(key);
        return new StatementId(ordinal == 1 ? key : $"{key}~{ordinal}");
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear() => _taken.Clear();

    /// <summary>Whether the key is still free.</summary>
    public virtual bool IsFree(string key) => CountOf(key) == 0;

    /// <summary>Before the rows of each pack. Imported packs have ids from elsewhere, which other packs may have too.</summary>
    public void Begin(bool isImported) => _ofPack = isImported ? new(StringComparer.Ordinal) : null;

    /// <summary>Whether a row may have an id of its own as its key: nobody has it, or only packs before an imported one.</summary>
    public virtual bool IsFreeInPack(string key) => _ofPack is null ? IsFree(key) : _ofPack.Add(key);

    /// <summary>How many rows have taken a key.</summary>
    public int CountOf(string key) => _taken.GetValueOrDefault(key) + Stored(key);

    /// <summary>From now on the rows of a register have taken their keys too.</summary>
    public void Add(Registers.Register register) => _registers.Add(register);

    /// <summary>What is taken now, whatever is taken later.</summary>
    public StatementIds Now() => new(this);

    private int Stored(string key)
    {
        var count = 0;
        foreach (var register in _registers) count += register.RowsOfKey(key);
        return count;
    }
}
