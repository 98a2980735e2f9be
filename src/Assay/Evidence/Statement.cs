using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// One sourced row of the record. The family is closed: the sealed records of this folder are all its cases.
/// </summary>
public abstract record Statement
{
    private protected Statement() { }

    /// <summary>Its id, unique over all packs loaded.</summary>
    public required StatementId Id { get; init; }

    /// <summary>Where it comes from; never empty for a statement that a verdict rests on.</summary>
    public required ImmutableArray<SourceId> Sources { get; init; }

    /// <summary>For people: conflicts, caveats, how a figure was derived. Programs don't read it.</summary>
    public string Note { get; init; } = "";

    /// <summary>The pack, file and line it was read from.</summary>
    public required RowPlace Place { get; init; }

    /// <summary>How far the row can be relied on.</summary>
    public virtual RowStatus Status => RowStatus.Reported;

    /// <summary>
    /// Whether a verdict that rests on it must survive a change of a tenth of its figure: derived, assumed, secondary,
    /// preliminary, forecast, planned, floor and ceiling rows.
    /// </summary>
    public bool IsWeak => Status != RowStatus.Reported;
}

/// <summary>The place of a row: <c>kazakhstan/stakes.csv:14</c>. <c>default</c> is no place.</summary>
/// <param name="Pack">The pack's name.</param>
/// <param name="File">The file inside the pack.</param>
/// <param name="Line">The line, counted from 1, the header being 1.</param>
public readonly record struct RowPlace(string Pack, string File, int Line)
{
    /// <summary>Whether the pack was imported whole from somewhere else, and so knows nothing of the ids of others.</summary>
    public bool IsImported { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Pack}/{File}:{Line}";
}

/// <summary>How far a figure or stake can be relied on. <c>default</c> is <see cref="Reported"/>.</summary>
public enum RowStatus
{
    /// <summary>Said so by the source.</summary>
    Reported,
    /// <summary>Computed from other rows.</summary>
    Derived,
    /// <summary>Taken for granted, no source gives it.</summary>
    Assumed,
    /// <summary>An unaudited compilation.</summary>
    Secondary,
    /// <summary>Not final.</summary>
    Preliminary,
    /// <summary>Expected by someone; never shows that it happened.</summary>
    Forecast,
    /// <summary>Intended by someone; never shows that it happened.</summary>
    Planned,
    /// <summary>At least this much.</summary>
    Floor,
    /// <summary>At most this much.</summary>
    Ceiling,
}
