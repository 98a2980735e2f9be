using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>What the record holds on a subject by itself, without an article: tables whose rows name what they rest on.</summary>
public sealed record RecordView
{
    /// <summary>What was asked for: <c>own</c>, <c>members</c>, <c>agreements</c>, <c>rank</c>, <c>routes</c>, <c>ties</c>, <c>ask</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The title, in words.</summary>
    public required string Title { get; init; }

    /// <summary>The days that it speaks of; null where no day was asked about.</summary>
    public required DayRange? When { get; init; }

    /// <summary>The record that it was read from.</summary>
    public required EvidenceSnapshot Evidence { get; init; }

    /// <summary>What is to be known of the whole: how far the record reaches, what was left out.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The tables, in the order in which they are read.</summary>
    public required ImmutableArray<RecordTable> Tables { get; init; }

    /// <summary>Every row of the record that it rests on, once.</summary>
    public IEnumerable<Statement> Statements => Tables.SelectMany(table => table.Rows).SelectMany(row => row.Cited).DistinctBy(row => row.Id);
}

/// <summary>One table of a view.</summary>
/// <param name="Id">A slug, unique in the view.</param>
/// <param name="Title">In words.</param>
/// <param name="Columns">What its cells are; every row has one cell a column.</param>
/// <param name="Rows">The rows; what is not known stands last.</param>
public sealed record RecordTable(string Id, string Title, ImmutableArray<RecordColumn> Columns, ImmutableArray<RecordRow> Rows)
{
    /// <summary>What is to be known of this table: whether it is whole, what a figure is a part of.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>A picture of it; null where there is nothing to draw.</summary>
    public RecordPicture? Picture { get; init; }
}

/// <summary>A column.</summary>
/// <param name="Key">For programs.</param>
/// <param name="Heading">For people.</param>
public readonly record struct RecordColumn(string Key, string Heading);

/// <summary>A row of a table with the rows of the record that it rests on.</summary>
/// <param name="Cells">One a column.</param>
/// <param name="Statements">The rows of the record read for it, without those that only its proof cites.</param>
public sealed record RecordRow(ImmutableArray<Cell> Cells, ImmutableArray<Statement> Statements)
{
    /// <summary>Whether it held on the days asked about; unknown is shown as "perhaps", never as sure.</summary>
    public Truth Holds { get; init; } = Truth.True;

    /// <summary>How it follows, where it was computed or decided; null where it was read off.</summary>
    public ProofStep? Proof { get; init; }

    /// <summary>Warnings in words: that another row contradicts it, that it was only said.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Every row of the record behind it, those of its proof included; that a state is one rests on nothing.</summary>
    public IEnumerable<Statement> Cited => Statements.Concat(Proof?.AllRows() ?? []).Where(row => row is not Entity { Kind: EntityKind.State }).DistinctBy(row => row.Id);

    /// <summary>The weak ones of these.</summary>
    public IEnumerable<Statement> Weak => Cited.Where(row => row.IsWeak);
}
