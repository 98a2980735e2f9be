using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Records;
using Assay.Storage.Published;

namespace Assay.Publishing.Site;

/// <summary>What the record holds of an entity on some days, and the findings that name it.</summary>
public sealed record EntityFacts
{
    /// <summary>The entity.</summary>
    public required Entity Entity { get; init; }

    /// <summary>The record.</summary>
    public required EvidenceSnapshot Evidence { get; init; }

    /// <summary>The days that the tables speak of.</summary>
    public required DayRange When { get; init; }

    /// <summary>The date as it was asked for; empty: today.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Whether what was asked for is a date.</summary>
    public bool IsDate { get; init; } = true;

    /// <summary>Its tables on these days.</summary>
    public ImmutableArray<RecordTable> Tables { get; init; } = [];

    /// <summary>The table to show whole with what each row rests on; empty: all in brief.</summary>
    public string Whole { get; init; } = "";

    /// <summary>Days on which something of it changed, in order.</summary>
    public ImmutableArray<DateOnly> Turns { get; init; } = [];

    /// <summary>The last day that may be asked for.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Published findings that name it.</summary>
    public IReadOnlyList<FindingLine> Findings { get; init; } = [];

    /// <summary>How many rows of a table are shown in brief.</summary>
    public const int Brief = 12;

    /// <summary>The path of its page.</summary>
    public string Path => SitePath.Entity(Entity.EntityId.Value);

    /// <summary>The path of a table shown whole.</summary>
    public string PathOf(RecordTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return $"{Path}?table={Uri.EscapeDataString(table.Id)}{(Asked.Length > 0 && IsDate ? $"&at={Uri.EscapeDataString(Asked)}" : "")}";
    }
}
