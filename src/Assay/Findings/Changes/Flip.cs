using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>What of one row a change touches, in the order in which flips are listed.</summary>
public enum FlipKind
{
    /// <summary>A figure: a share, an amount, a place, how much a list covers.</summary>
    Figure,
    /// <summary>A day on which something began or ended.</summary>
    Day,
    /// <summary>What the row says it was: in force, a full member, happened, asserted.</summary>
    State,
    /// <summary>The row as a whole: it would not stand in the record.</summary>
    Removal,
    /// <summary>A row that does not stand in the record would.</summary>
    Addition,
}

/// <summary>A change of one row that gives the claim another verdict: the nearest of its kind for that row and direction.</summary>
public sealed record Flip
{
    /// <summary>What is changed.</summary>
    public required FlipKind Kind { get; init; }

    /// <summary>The table that the row stands in, or would.</summary>
    public string Table => RowNames.TableOf((Row ?? Changed)!);

    /// <summary>The row as the record has it; null: a row that it does not have.</summary>
    public required Statement? Row { get; init; }

    /// <summary>The row as changed; null: not in the record.</summary>
    public required Statement? Changed { get; init; }

    /// <summary>The column that differs, as the pack format names it; empty where the row as a whole comes or goes.</summary>
    public string Column { get; init; } = "";

    /// <summary>What stands there, and what would have to.</summary>
    public string From { get; init; } = "";

    /// <summary>The nearest value that gives another verdict; everything between the two leaves it.</summary>
    public string To { get; init; } = "";

    /// <summary>The unit of a figure; empty for others.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How great the change is: of a figure relative to what stands there, of a day in days; 0 for others.</summary>
    public decimal Size { get; init; }

    /// <summary>The verdict that it gives.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The change in words: "if … were … instead of …".</summary>
    public required string Text { get; init; }

    /// <summary>The row one step short of <see cref="Changed"/>, which leaves the verdict; null where there is no such step.</summary>
    internal Statement? JustShort { get; init; }

    /// <summary>The record with the change made.</summary>
    public EvidenceSnapshot ApplyTo(EvidenceSnapshot record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (Row, Changed) switch
        {
            (null, { } added) => record.Add(added),
            ({ } row, null) => record.Without(row.Id),
            (_, { } changed) => record.Replace(changed),
            _ => record,
        };
    }
}
