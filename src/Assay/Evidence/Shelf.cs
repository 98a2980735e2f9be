using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>The stored rows of a record, and where they stand among those that are held in memory: packs keep their order.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, int> _order;

    public Shelf(ImmutableArray<PackVersion> packs, IEnumerable<StoredRows> stores)
    {
        _order = packs.Select((pack, at) => (pack.Name, at)).ToDictionary(StringComparer.Ordinal);
        Stores = [.. stores.OrderBy(store => OrderOf(store.Pack))];
    }

    /// <summary>The stores, in the order of their packs.</summary>
    public ImmutableArray<StoredRows> Stores { get; }

    /// <summary>The rows held under a key with those stored under it.</summary>
    public ImmutableArray<T> Find<T>(ImmutableArray<T> held, RowKey key, params ReadOnlySpan<string> values) where T : Statement
    {
        foreach (var store in Stores)
        {
            var stored = store.Find<T>(key, values);
            if (!stored.IsEmpty) held = held.IsEmpty ? stored : Merge(held, stored, store.Pack);
        }
        return held;
    }

    /// <summary>All rows of a kind: those held with those stored.</summary>
    public IEnumerable<T> All<T>(IEnumerable<T> held) where T : Statement => Stores.IsEmpty ? held : Woven(held);

    private IEnumerable<T> Woven<T>(IEnumerable<T> held) where T : Statement
    {
        var waiting = 0;
        foreach (var row in held)
        {
            for (var order = OrderOf(row.Place.Pack); waiting < Stores.Length && OrderOf(Stores[waiting].Pack) < order; waiting++)
                foreach (var stored in Stores[waiting].Rows<T>()) yield return stored;
            yield return row;
        }
        for (; waiting < Stores.Length; waiting++)
            foreach (var stored in Stores[waiting].Rows<T>()) yield return stored;
    }

    private ImmutableArray<T> Merge<T>(ImmutableArray<T> rows, ImmutableArray<T> stored, string pack) where T : Statement
    {
        var at = rows.Length;
        while (at > 0 && OrderOf(rows[at - 1].Place.Pack) > OrderOf(pack)) at--;
        return rows.InsertRange(at, stored);
    }

    /// <summary>The place of a pack among those loaded. What belongs to no pack was added at the end.</summary>
    public int OrderOf(string? pack) => pack is not null && _order.TryGetValue(pack, out var order) ? order : int.MaxValue;
}
