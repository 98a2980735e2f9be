namespace Assay.Evidence;

/// <summary>What a stake is in. BODS calls it the interest type.</summary>
public enum Interest
{
    /// <summary>A participating interest in a field, contract or venture.</summary>
    Participating,
    /// <summary>Shares in a company.</summary>
    Shares,
    /// <summary>Votes apart from capital.</summary>
    Votes,
}

/// <summary>Someone holds a share of something. Shares are in percent, 0 to 100.</summary>
public sealed record Stake : Statement
{
    /// <summary>Who holds it.</summary>
    public required EntityId Owner { get; init; }

    /// <summary>What it is held in.</summary>
    public required EntityId Asset { get; init; }

    /// <summary>The share in percent, with its limits where the source gives a range.</summary>
    public required Bounds Share { get; init; }

    /// <summary>The exact or central share, if the source gives one.</summary>
    public decimal? Central { get; init; }

    /// <summary>Whether the source says "more than" the least: the lower bound is then a millionth of a percent above it.</summary>
    public bool IsAboveLeast { get; init; }

    /// <summary>Whether the source says "less than" the most: the upper bound is then a millionth of a percent below it.</summary>
    public bool IsBelowMost { get; init; }

    /// <summary>What it is in.</summary>
    public required Interest Interest { get; init; }

    /// <summary>How far it can be relied on; <see cref="RowStatus.Planned"/> is not yet held.</summary>
    public required RowStatus StakeStatus { get; init; }

    /// <summary>When it was held.</summary>
    public required Validity Validity { get; init; }

    /// <inheritdoc/>
    public override RowStatus Status => StakeStatus;
}

/// <summary>Who runs or holds the licence of an asset.</summary>
public sealed record Operation : Statement
{
    /// <summary>The operator, licence holder or venture.</summary>
    public required EntityId Operator { get; init; }

    /// <summary>The field or mine.</summary>
    public required EntityId Asset { get; init; }

    /// <summary><c>operator</c>, <c>licence-holder</c> or <c>joint-venture</c>. With the last two the output is the company's.</summary>
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required Validity Validity { get; init; }
}

/// <summary>Where a firm that moved had its seat over a period.</summary>
public sealed record Domicile : Statement
{
    /// <summary>The firm.</summary>
    public required EntityId Firm { get; init; }

    /// <summary>The state of its seat.</summary>
    public required EntityId Country { get; init; }

    /// <summary>When.</summary>
    public required Validity Validity { get; init; }
}

/// <summary>The contract regime of an asset.</summary>
public sealed record Regime : Statement
{
    /// <summary>The asset.</summary>
    public required EntityId Asset { get; init; }

    /// <summary><c>production-sharing</c>, <c>joint-venture</c>, <c>concession</c>, <c>subsoil-use-contract</c>, <c>service-contract</c>.</summary>
    public required string RegimeKind { get; init; }

    /// <summary>When.</summary>
    public required Validity Validity { get; init; }
}
