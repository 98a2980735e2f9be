using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Assay.Evidence;

/// <summary>Rows by a key, whatever they are; what a snapshot does with all its indexes alike.</summary>
internal abstract class RowIndex(RowKey key)
{
    /// <summary>By what the rows are found.</summary>
    public RowKey Key { get; } = key;

    /// <summary>Puts this index over another: keys to which nothing is added look there.</summary>
    public abstract void PutOver(RowIndex below);

    /// <summary>The row that those added next take the place of; it is left out wherever none does.</summary>
    public abstract void Leave(Statement? gone);

    /// <summary>Adds a row under a key; in the place of the one that leaves, if it stands there.</summary>
    public abstract void Add(Statement row, string key);

    /// <summary>Ends the adding; before, every look-up is empty.</summary>
    /// <param name="shelf">Where rows under the same keys are stored; null: those of the index below have them already.</param>
    public abstract void Seal(Shelf? shelf);
}

/// <summary>
/// Rows by a key, in file order. Keyed by strings and not by ids: one compiled dictionary then serves every kind of row,
/// which a short-lived command feels at its start.
/// </summary>
internal sealed class RowIndex<T>(RowKey key) : RowIndex(key) where T : Statement
{
    private readonly Dictionary<string, List<T>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T[]> _rows = new(StringComparer.Ordinal);
    private RowIndex<T>? _below;
    private Shelf? _shelf;
    private readonly HashSet<Statement> _gone = new(ReferenceEqualityComparer.Instance);
    private T? _leaving;

    /// <summary>The rows under a key; empty where there are none.</summary>
    public ImmutableArray<T> this[string? key] => Find(key ?? "");

    public override void Add(Statement row, string key)
    {
        if (!_lists.TryGetValue(key, out var rows)) _lists[key] = rows = _below is null ? [] : [.. _below.Find(key)];
        var at = _leaving is null ? -1 : rows.FindIndex(other => ReferenceEquals(other, _leaving));
        if (at < 0) rows.Add((T)row);
        else rows[at] = (T)row;
    }

    public override void PutOver(RowIndex below) => _below = (RowIndex<T>)below;

    public override void Leave(Statement? gone)
    {
        _leaving = gone as T;
        if (_leaving is not null) _gone.Add(_leaving);
    }

    public override void Seal(Shelf? shelf)
    {
        foreach (var (key, rows) in _lists) _rows[key] = _gone.Count == 0 ? [.. rows] : [.. rows.Where(row => !_gone.Contains(row))];
        _lists.Clear();
        _shelf = shelf is { Stores.IsEmpty: false } ? shelf : null;
    }

    private ImmutableArray<T> Find(string key)
    {
        var held = _rows.TryGetValue(key, out var rows) ? ImmutableCollectionsMarshal.AsImmutableArray(rows) : _below is null ? [] : _below.Find(key);
        return _shelf is null ? held : _shelf.Find(held, Key, key);
    }
}
