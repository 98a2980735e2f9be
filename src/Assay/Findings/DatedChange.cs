using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>What happened to what a row says.</summary>
public enum RowEvent
{
    /// <summary>It began, was signed, took place, or the period of its figure ended.</summary>
    Began,
    /// <summary>It is certain from then on; since when it is so the record does not know.</summary>
    Seen,
    /// <summary>It ended.</summary>
    Ended,
    /// <summary>It was confirmed for the last time.</summary>
    Lapsed,
}

/// <summary>Something that happened to a row between two days.</summary>
/// <param name="Row">The row.</param>
/// <param name="What">What happened.</param>
/// <param name="When">When.</param>
public sealed record DatedChange(Statement Row, RowEvent What, PartialDate When)
{
    /// <summary>What happened to a row after the one day and by the other; null: nothing.</summary>
    internal static DatedChange? Between(Statement row, DateOnly after, DateOnly by) => Dates(row)
        .Where(change => change.When is { } when && when.Last > after && when.First <= by)
        .Select(change => new DatedChange(row, change.What, change.When!.Value)).FirstOrDefault();

    /// <summary>The record as it would be had none of this happened: without the rows that began, and with those that ended going on.</summary>
    internal static EvidenceSnapshot Undo(EvidenceSnapshot evidence, IEnumerable<DatedChange> changes)
    {
        var undone = changes.ToDictionary(change => change.Row.Id, change => change.Undone());
        return evidence.Changed(row => undone.TryGetValue(row.Id, out var other) ? other : row);
    }

    private Statement? Undone() => (Row, What) switch
    {
        (Stake row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (Membership row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (Operation row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (Domicile row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (OtherInterest row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (OtherInterest row, RowEvent.Lapsed) => row with { Validity = row.Validity with { Lapsed = null } },
        (DisclosureException row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (Regime row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (Position row, RowEvent.Ended) => row with { Validity = row.Validity with { To = null } },
        (Completeness row, RowEvent.Ended) => row with { To = null },
        (Event row, RowEvent.Ended) => row with { To = null },
        (Agreement row, RowEvent.Ended) => row with { Ended = null, AgreementStatus = "in-force" },
        // It was signed before; only its entry into force is undone.
        (Agreement { Signed: { } signed } row, RowEvent.Began) when signed < When => row with { InForce = null, AgreementStatus = "signed" },
        _ => null,
    };

    private static (RowEvent What, PartialDate? When)[] Dates(Statement row) => row switch
    {
        Stake { Validity: var span } => Dates(span),
        Membership { Validity: var span } => Dates(span),
        Operation { Validity: var span } => Dates(span),
        Domicile { Validity: var span } => Dates(span),
        OtherInterest { Validity: var span } => Dates(span),
        DisclosureException { Validity: var span } => Dates(span),
        Regime { Validity: var span } => Dates(span),
        Position { Validity: var span } => Dates(span),
        Completeness list => [(RowEvent.Began, list.From), (RowEvent.Ended, list.To)],
        Agreement agreement => [(RowEvent.Began, agreement.InForce), (RowEvent.Began, agreement.Signed), (RowEvent.Ended, agreement.Ended)],
        Event happening => [(RowEvent.Began, happening.From), (RowEvent.Ended, happening.To)],
        Attribution said => [(RowEvent.Began, said.Date)],
        Measure { Period: var period } => [(RowEvent.Began, EndOf(period))],
        Part { Period: var period } => [(RowEvent.Began, EndOf(period))],
        Ranking { Period: var period } => [(RowEvent.Began, EndOf(period))],
        Route { Period: var period } => [(RowEvent.Began, EndOf(period))],
        // When a link was decided is no event of what it is about: it holds on any day.
        Entity or Proposition or Link => [],
        _ => throw new UnreachableException($"Nothing is known to happen to {row.GetType().Name}."),
    };

    private static (RowEvent What, PartialDate? When)[] Dates(Validity span) =>
        [(RowEvent.Began, span.From), (RowEvent.Seen, span.From is null ? span.Seen : null), (RowEvent.Ended, span.To), (RowEvent.Lapsed, span.Lapsed)];

    private static PartialDate EndOf(Period period) => new(period.Days.Last.Year, period.Days.Last.Month, period.Days.Last.Day);
}
