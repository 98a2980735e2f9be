using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>How a figure is set against a threshold.</summary>
public enum Relation
{
    /// <summary>More than it.</summary>
    Above,
    /// <summary>As much as it or more.</summary>
    AtLeast,
}

/// <summary>What a step of a proof was applied with, so that it can be replayed. Members that a rule doesn't use are empty.</summary>
public sealed record Given
{
    /// <summary>Nothing.</summary>
    public static Given Nothing { get; } = new();

    /// <summary>The days asked about, or the days of the period.</summary>
    public DayRange? Days { get; init; }

    /// <summary>Of whom: the member, the owner, the party, the one ranked.</summary>
    public EntityId? Subject { get; init; }

    /// <summary>In what: the body, the asset, the whole, the list.</summary>
    public EntityId? Object { get; init; }

    /// <summary>The holders or group asked about.</summary>
    public ImmutableArray<EntityId> Members { get; init; } = [];

    /// <summary>What a figure is set against.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>The band that a figure is set against.</summary>
    public Expectation.Band? Band { get; init; }

    /// <summary>How.</summary>
    public Relation Relation { get; init; }

    /// <summary>The question, where a rule needs more of it than the above.</summary>
    public Question? Question { get; init; }

    /// <summary>How one unit became another.</summary>
    public Conversion? Conversion { get; init; }

    /// <summary>Whether each weak row was taken as off by a tenth either way.</summary>
    public bool IsShaken { get; init; }
}
