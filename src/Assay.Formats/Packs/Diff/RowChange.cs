using System.Collections.Immutable;

namespace Assay.Formats.Packs.Diff;

/// <summary>One row that is not the same in two versions of a pack.</summary>
public sealed record RowChange
{
    /// <summary>Its table.</summary>
    public required PackTable Table { get; init; }

    /// <summary>The statement's id in the version after, or before where the row was removed; a source's own id.</summary>
    public required string Id { get; init; }

    /// <summary>The statement's id in the version before; null where the row was added.</summary>
    public required string? IdBefore { get; init; }

    /// <summary>Its cells before; empty where it was added.</summary>
    public required ImmutableArray<string> Before { get; init; }

    /// <summary>Its cells after; empty where it was removed.</summary>
    public required ImmutableArray<string> After { get; init; }

    /// <summary>What became of it.</summary>
    public RowFate Fate => Before.IsEmpty ? RowFate.Added : After.IsEmpty ? RowFate.Removed : RowFate.Changed;

    /// <summary>Every column that is not the same: of a row that was added or removed, those with a value.</summary>
    public IEnumerable<(string Column, string Before, string After)> Cells
    {
        get
        {
            for (var i = 0; i < Table.Columns.Length; i++)
            {
                var (before, after) = (Before.IsEmpty ? "" : Before[i], After.IsEmpty ? "" : After[i]);
                if (before != after) yield return (Table.Columns[i].Name, before, after);
            }
        }
    }
}

/// <summary>What became of a row.</summary>
public enum RowFate
{
    /// <summary>It is new.</summary>
    Added,
    /// <summary>It is gone.</summary>
    Removed,
    /// <summary>Some of its cells are others.</summary>
    Changed,
}
