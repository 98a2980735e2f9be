using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>Whether a row that is missing would decide a verdict by itself; tried with what it might say.</summary>
public enum Decides
{
    /// <summary>Whatever it says.</summary>
    Surely,
    /// <summary>With some of what it might say.</summary>
    Could,
    /// <summary>It would settle a reading of the claim, but not the claim without others.</summary>
    WithOthers,
    /// <summary>Not tried: the answer names it as missing.</summary>
    Untried,
}

/// <summary>A row that the record would have to have. Parts that do not apply are empty.</summary>
public sealed record MissingRow
{
    /// <summary>The table it belongs to, as <c>stakes</c>; empty where that is not known; <c>date</c> for the article's date.</summary>
    public required string Table { get; init; }

    /// <summary>Of whom: the member, the part, the firm; null: anyone (an owner not known).</summary>
    public EntityId? Subject { get; init; }

    /// <summary>In or of what: the body, the asset, the whole.</summary>
    public EntityId? Object { get; init; }

    /// <summary>The indicator of a figure.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>The day or period that it has to speak of.</summary>
    public string Period { get; init; } = "";

    /// <summary>The row that it would make more exact or take the place of; null: none.</summary>
    public StatementId? Row { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it would decide the verdict by itself.</summary>
    public Decides Decides { get; init; }

    /// <summary>What it is, whichever claim asks for it.</summary>
    public string Key => string.Join('|', Table, Subject?.Value, Object?.Value, Indicator, Period, Row?.Value, Table.Length == 0 ? Text : "");
}
