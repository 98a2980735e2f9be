using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Assay.Evidence;

/// <summary>
/// Rows by a key, in file order. Keyed by strings and not by ids: one compiled dictionary then serves every kind of row,
/// which a short-lived command feels at its start.
/// </summary>
internal sealed class RowIndex<T> where T : class
{
    private readonly Dictionary<string, List<T>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T[]> _rows = new(StringComparer.Ordinal);

    /// <summary>The rows under a key of one part or two; empty where there are none.</summary>
    public ImmutableArray<T> this[string first, string second = ""] =>
        _rows.TryGetValue(Key(first, second), out var rows) ? ImmutableCollectionsMarshal.AsImmutableArray(rows) : [];

    /// <summary>Adds a row under a key of one part or two.</summary>
    public void Add(T row, string first, string second = "")
    {
        var key = Key(first, second);
        if (_lists.TryGetValue(key, out var rows)) rows.Add(row);
        else _lists[key] = [row];
    }

    /// <summary>Ends the adding; before, every look-up is empty.</summary>
    public void Seal()
    {
        foreach (var (key, rows) in _lists) _rows[key] = rows.ToArray();
        _lists.Clear();
    }

    // No id and no indicator holds a slash.
    private static string Key(string? first, string? second) => string.IsNullOrEmpty(second) ? first ?? "" : $"{first}/{second}";
}
