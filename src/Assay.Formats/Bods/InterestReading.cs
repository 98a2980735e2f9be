namespace Assay.Formats.Bods;

/// <summary>What one statement says of one interest, or of why a party is not specified.</summary>
/// <param name="Key">By what it is known again in a later statement of the record.</param>
/// <param name="Table">The table that its row belongs to.</param>
/// <param name="Cells">The cells of the row but for its dates and sources.</param>
internal sealed record InterestReading(string Key, string Table, IReadOnlyList<(string Column, string Value)> Cells)
{
    /// <summary>The first day that it gives; null: none.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The first day on which it is no longer so; null: none.</summary>
    public DateOnly? End { get; init; }

    /// <summary>The share of an interest that is no stake, in words; empty: none.</summary>
    public string Share { get; init; } = "";

    /// <summary>For people.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether another reading says the same but for dates and note.</summary>
    public bool SaysAs(InterestReading other) => Table == other.Table && Share == other.Share && Cells.SequenceEqual(other.Cells);
}

/// <summary>What one statement says of a relationship.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Day">The day on which it was declared.</param>
/// <param name="IsClosed">Whether it closes the record.</param>
/// <param name="Interests">What it says.</param>
/// <param name="Sources">Its sources, as a cell.</param>
/// <param name="Notes">What the record knows beyond the standard.</param>
/// <param name="Block">The block of unnamed holders that stands for its party: id, name, note; null: the party is a record, or holds nothing.</param>
internal sealed record RelationshipReading(int Line, DateOnly Day, bool IsClosed, IReadOnlyList<InterestReading> Interests, string Sources, RecordNotes Notes, (string Id, string Name, string Note)? Block);
