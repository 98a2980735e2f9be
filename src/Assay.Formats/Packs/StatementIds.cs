using Assay.Evidence;

namespace Assay.Formats.Packs;

/// <summary>
/// Gives every statement its id: the table and the natural key. A rival row of the same key gets <c>~2</c>, <c>~3</c> … in file order,
/// so that ids survive re-sorting of all other rows.
/// </summary>
internal sealed class StatementIds
{
    private readonly Dictionary<string, int> _taken = new(4096, StringComparer.Ordinal);

    /// <summary>The id for a key, made unique.</summary>
    public StatementId Take(string key)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_taken, key, out _);
        count++;
        return new StatementId(count == 1 ? key : $"{key}~{count}");
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear() => _taken.Clear();

    /// <summary>Whether the key is still free.</summary>
    public bool IsFree(string key) => !_taken.ContainsKey(key);
}
