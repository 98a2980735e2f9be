namespace Assay.Evidence;

/// <summary>Someone has an interest in an entity that is no stake of its own: an office, a right, a place in a trust, consolidation in accounts, or a share that is, or may be, held through others.</summary>
public sealed record OtherInterest : Statement
{
    /// <summary>The type by which the holder consolidates the subject in its accounts, as the next above it.</summary>
    public const string DirectConsolidation = "consolidation";

    /// <summary>The type by which the holder consolidates the subject in its accounts, as the top of the group.</summary>
    public const string UltimateConsolidation = "ultimate-consolidation";

    /// <summary>Who has it.</summary>
    public required EntityId Holder { get; init; }

    /// <summary>In what.</summary>
    public required EntityId Subject { get; init; }

    /// <summary>What it is: a word of BODS's interest types, or <c>consolidation</c> and the like of GLEIF.</summary>
    public required string Type { get; init; }

    /// <summary><c>direct</c>, <c>indirect</c>, <c>unknown</c>; empty where nothing is said.</summary>
    public string Directness { get; init; } = "";

    /// <summary>When.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Whether the holder consolidates the subject in its accounts, itself or as the top of the group: control, and not a share.</summary>
    public bool IsConsolidation => Type is DirectConsolidation or UltimateConsolidation;
}

/// <summary>What an exception says of the parent or owners that are not named.</summary>
public enum ParentKnown
{
    /// <summary>There is none.</summary>
    None,
    /// <summary>There may be some; who is not known, or has no identifier.</summary>
    Maybe,
    /// <summary>There are some, and who is kept back.</summary>
    Hidden,
}

/// <summary>Why the record does not say who owns or controls something: a reporting exception of GLEIF, an unspecified party of BODS.</summary>
public sealed record DisclosureException : Statement
{
    /// <summary>Whose owners or parent are not named.</summary>
    public required EntityId Subject { get; init; }

    /// <summary><c>owners</c>, <c>direct-parent</c> or <c>ultimate-parent</c>.</summary>
    public required string About { get; init; }

    /// <summary>Whether there are any.</summary>
    public required ParentKnown Says { get; init; }

    /// <summary>The code of the standard as a slug, as <c>natural-persons</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>When.</summary>
    public required Validity Validity { get; init; }
}

/// <summary>Whether two entities of the record are one.</summary>
public enum LinkOutcome
{
    /// <summary>They are.</summary>
    Same,
    /// <summary>They are not.</summary>
    Different,
    /// <summary>A person has to say.</summary>
    Ask,
}

/// <summary>
/// A decision whether an entity is the same as another. Where it is, the record is read as if the first were the second; the row alone does that, and
/// without it both stand apart again.
/// </summary>
public sealed record Link : Statement
{
    /// <summary>The entity that is linked.</summary>
    public required EntityId Entity { get; init; }

    /// <summary>The one it is read as.</summary>
    public required EntityId SameAs { get; init; }

    /// <summary>What was decided.</summary>
    public required LinkOutcome Outcome { get; init; }

    /// <summary>What it was decided by: an identifier, reasons of names.</summary>
    public string Basis { get; init; } = "";

    /// <summary>When.</summary>
    public PartialDate? Decided { get; init; }

    /// <summary>By whom: a person, or <c>assay</c>.</summary>
    public string By { get; init; } = "";
}
