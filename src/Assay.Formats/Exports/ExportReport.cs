using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Formats.Exports;

/// <summary>What an export wrote, and what of the record the format could not hold: counted by what it is, so that nothing is left out in silence.</summary>
public sealed class ExportReport
{
    /// <summary>How many rows are named of each kind of loss; all are counted.</summary>
    public const int MostNamed = 20;

    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, Entry> _byWhat = new(StringComparer.Ordinal);
    private readonly List<(string What, long Count)> _written = [];

    /// <summary>What was lost, in the order in which it was first met.</summary>
    public ImmutableArray<ExportLoss> Losses => [.. _entries.Select(entry => new ExportLoss(entry.What, entry.Count, [.. entry.Rows]))];

    /// <summary>What was written, as <c>nodes</c>, in the order in which it was told.</summary>
    public ImmutableArray<(string What, long Count)> Written => [.. _written];

    /// <summary>Counts something that the format has no place for.</summary>
    /// <param name="what">What it is, in words that stand after a number: <c>routes</c>, <c>limits of shares</c>.</param>
    /// <param name="id">The row; null where it is of none.</param>
    public void Lost(string what, StatementId? id)
    {
        ArgumentException.ThrowIfNullOrEmpty(what);
        if (!_byWhat.TryGetValue(what, out var entry)) _entries.Add(_byWhat[what] = entry = new Entry(what));
        entry.Count++;
        if (id is { } row && entry.Rows.Count < MostNamed) entry.Rows.Add(row);
    }

    /// <summary>Tells how much was written of something; told again, it adds up.</summary>
    /// <param name="what">What it is, in words that stand after a number.</param>
    /// <param name="count">How many.</param>
    public void Wrote(string what, long count)
    {
        ArgumentException.ThrowIfNullOrEmpty(what);
        var at = _written.FindIndex(pair => pair.What == what);
        if (at < 0) _written.Add((what, count));
        else _written[at] = (what, _written[at].Count + count);
    }

    private sealed record Entry(string What)
    {
        public long Count { get; set; }

        public List<StatementId> Rows { get; } = [];
    }
}

/// <summary>Something of the record that a format has no place for.</summary>
/// <param name="What">What it is, in words that stand after a number.</param>
/// <param name="Count">How often it was met.</param>
/// <param name="Rows">The first rows that it was met in, at most <see cref="ExportReport.MostNamed"/>.</param>
public sealed record ExportLoss(string What, long Count, ImmutableArray<StatementId> Rows);
