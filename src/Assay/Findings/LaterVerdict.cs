using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>How the rows that are named account for another verdict at a later day.</summary>
public enum LaterCause
{
    /// <summary>No row can be named: the record does not reach so far, or figures have become too old.</summary>
    NoRow,
    /// <summary>They are what the later answer rests on and the earlier one did not.</summary>
    Cited,
    /// <summary>Had what happened to all of them not happened, the verdict would be the same as before; no fewer of them will do.</summary>
    Together,
    /// <summary>Had what happened to any one of them not happened, the verdict would be the same as before.</summary>
    Alone,
}

/// <summary>The verdict on a claim with "now" taken for a later day, where it is another than at the article's date.</summary>
public sealed record LaterVerdict
{
    /// <summary>The later day.</summary>
    public required PartialDate AsOf { get; init; }

    /// <summary>What is found then.</summary>
    public required Finding Finding { get; init; }

    /// <summary>The rows that made the difference, with what happened to those to which something did.</summary>
    public required ImmutableArray<Statement> Rows { get; init; }

    /// <summary>How they account for it.</summary>
    public required LaterCause Cause { get; init; }

    /// <summary>The other verdict and what made it so, in a sentence.</summary>
    public required string Text { get; init; }
}
