namespace Assay.Evidence;

/// <summary>A figure: how much of something in a period.</summary>
public sealed record Measure : Statement
{
    /// <summary>Whose figure.</summary>
    public required EntityId Subject { get; init; }

    /// <summary>Of what, as <c>crude-oil-production</c>.</summary>
    public required string Indicator { get; init; }

    /// <summary>In which period.</summary>
    public required Period Period { get; init; }

    /// <summary>The figure with its limits.</summary>
    public required Bounds Value { get; init; }

    /// <summary>The exact or central figure, if the source gives one.</summary>
    public decimal? Central { get; init; }

    /// <summary>The unit, as <c>Mt</c>, <c>tU</c>, <c>%</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What it is counted in or against: an entity's id or a word.</summary>
    public string Scope { get; init; } = "";

    /// <summary>How far it can be relied on.</summary>
    public required RowStatus MeasureStatus { get; init; }

    /// <inheritdoc/>
    public override RowStatus Status => MeasureStatus;
}

/// <summary>One of the subjects that add up to a whole without overlap, a residual included.</summary>
public sealed record Part : Statement
{
    /// <summary>The whole.</summary>
    public required EntityId Whole { get; init; }

    /// <summary>Of what.</summary>
    public required string Indicator { get; init; }

    /// <summary>In which period.</summary>
    public required Period Period { get; init; }

    /// <summary>The part.</summary>
    public required EntityId Subject { get; init; }
}

/// <summary>A place on a published list.</summary>
public sealed record Ranking : Statement
{
    /// <summary>The list.</summary>
    public required EntityId List { get; init; }

    /// <summary>By what it ranks.</summary>
    public required string Indicator { get; init; }

    /// <summary>For which period.</summary>
    public required Period Period { get; init; }

    /// <summary>Who is ranked.</summary>
    public required EntityId Subject { get; init; }

    /// <summary>The place, from 1.</summary>
    public required int Rank { get; init; }

    /// <summary>The figure, if given.</summary>
    public decimal? Value { get; init; }

    /// <summary>The share of the whole in percent, if given.</summary>
    public decimal? SharePercent { get; init; }
}

/// <summary>Goods leave by a way to a destination.</summary>
public sealed record Route : Statement
{
    /// <summary>What moves.</summary>
    public required string Commodity { get; init; }

    /// <summary>From where.</summary>
    public required EntityId Origin { get; init; }

    /// <summary>Through what.</summary>
    public EntityId? Via { get; init; }

    /// <summary>To where.</summary>
    public EntityId? Destination { get; init; }

    /// <summary>In which period.</summary>
    public required Period Period { get; init; }

    /// <summary>How much, if known.</summary>
    public decimal? Value { get; init; }

    /// <summary>The unit.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The share of all exports in percent, if the source gives it.</summary>
    public decimal? SharePercent { get; init; }

    /// <summary>How far it can be relied on.</summary>
    public required RowStatus RouteStatus { get; init; }

    /// <inheritdoc/>
    public override RowStatus Status => RouteStatus;
}

/// <summary>A table is complete for a subject over a span: only then does absence count against a claim.</summary>
public sealed record Completeness : Statement
{
    /// <summary>The table, as <c>memberships</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The body, asset, whole or list.</summary>
    public required EntityId Subject { get; init; }

    /// <summary>Of what; empty where the table has no indicator.</summary>
    public string Indicator { get; init; } = "";

    /// <summary>In words: what is complete.</summary>
    public string Scope { get; init; } = "";

    /// <summary>From when.</summary>
    public PartialDate? From { get; init; }

    /// <summary>Until when (without).</summary>
    public PartialDate? To { get; init; }

    /// <summary>Percent of the whole that the rows cover; null: known to be incomplete, how far is not known.</summary>
    public Bounds? Covers { get; init; }
}
