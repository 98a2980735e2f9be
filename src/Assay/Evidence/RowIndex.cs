using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Assay.Evidence;

/// <summary>Rows by a key, whatever they are; what a snapshot does with all its indexes alike.</summary>
internal abstract class RowIndex
{
    /// <summary>Puts this index over another: keys to which nothing is added look there.</summary>
    public abstract void PutOver(RowIndex below);

    /// <summary>The row that those added next take the place of; it is left out wherever none does.</summary>
    public abstract void Leave(Statement? gone);

    /// <summary>Ends the adding; before, every look-up is empty.</summary>
    public abstract void Seal();
}

/// <summary>
/// Rows by a key, in file order. Keyed by strings and not by ids: one compiled dictionary then serves every kind of row,
/// which a short-lived command feels at its start.
/// </summary>
internal sealed class RowIndex<T> : RowIndex where T : Statement
{
    private readonly Dictionary<string, List<T>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T[]> _rows = new(StringComparer.Ordinal);
    private RowIndex<T>? _below;
    private readonly HashSet<Statement> _gone = new(ReferenceEqualityComparer.Instance);
    private T? _leaving;

    /// <summary>The rows under a key of one part or two; empty where there are none.</summary>
    public ImmutableArray<T> this[string first, string second = ""] => Find(Key(first, second));

    /// <summary>Adds a row under a key of one part or two; in the place of the one that leaves, if it stands there.</summary>
    public void Add(T row, string first, string second = "")
    {
        var key = Key(first, second);
        if (!_lists.TryGetValue(key, out var rows)) _lists[key] = rows = _below is null ? [] : [.. _below.Find(key)];
        var at = _leaving is null ? -1 : rows.FindIndex(other => ReferenceEquals(other, _leaving));
        if (at < 0) rows.Add(row);
        else rows[at] = row;
    }

    public override void PutOver(RowIndex below) => _below = (RowIndex<T>)below;

    public override void Leave(Statement? gone)
    {
        _leaving = gone as T;
        if (_leaving is not null) _gone.Add(_leaving);
    }

    public override void Seal()
    {
        foreach (var (key, rows) in _lists) _rows[key] = _gone.Count == 0 ? [.. rows] : [.. rows.Where(row => !_gone.Contains(row))];
        _lists.Clear();
    }

    private ImmutableArray<T> Find(string key) =>
        _rows.TryGetValue(key, out var rows) ? ImmutableCollectionsMarshal.AsImmutableArray(rows) : _below is null ? [] : _below.Find(key);

    // No id and no indicator holds a slash.
    private static string Key(string? first, string? second) => string.IsNullOrEmpty(second) ? first ?? "" : $"{first}/{second}";
}
