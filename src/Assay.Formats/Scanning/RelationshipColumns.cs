using System.Collections.Immutable;

namespace Assay.Formats.Scanning;

/// <summary>Rows by what stands in one of their columns.</summary>
/// <param name="Column">The column's heading.</param>
/// <param name="Words">The words; they count as written, in small or large letters.</param>
/// <param name="Keeps">Whether rows with one of the words are kept and all others left out, or the reverse.</param>
/// <param name="IsOptional">Whether a file without the column is read all the same, as if every row were kept.</param>
public sealed record RowFilter(string Column, ImmutableArray<string> Words, bool Keeps = true, bool IsOptional = false);

/// <summary>A column of shares, which counts in those rows in which other columns say what it is.</summary>
/// <param name="Column">The column's heading.</param>
/// <param name="Where">What must stand in the same row.</param>
public sealed record ShareColumn(string Column, ImmutableArray<RowFilter> Where);

/// <summary>Which columns of a CSV file say who holds or controls whom.</summary>
public sealed record RelationshipColumns
{
    /// <summary>The heading of the column with the id of the owner, or of whoever controls.</summary>
    public required string Owner { get; init; }

    /// <summary>That of the column with the id of what is owned or controlled.</summary>
    public required string Asset { get; init; }

    /// <summary>That of the column with the kind of relationship; null: all are of one kind.</summary>
    public string? Kind { get; init; }

    /// <summary>The kinds that are wanted, at most 255; rows of others are left out and counted.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Columns of shares in percent; of each row the first that counts and is not empty is taken. None that the file lacks is needed.</summary>
    public ImmutableArray<ShareColumn> Shares { get; init; } = [];

    /// <summary>Rows that any of these leaves out are no edges.</summary>
    public ImmutableArray<RowFilter> Where { get; init; } = [];

    /// <summary>
    /// GLEIF's golden copy of relationship records (RR-CDF 2.1), of those that say who controls whom: that one company consolidates another in its accounts,
    /// directly or ultimately, and that one is a branch of another. Records of funds are left out, for who manages a fund owns no part of it. Relationships
    /// count that are active, unless their record was annulled or is a duplicate.
    /// </summary>
    /// <remarks>
    /// The standard's only measure of a relationship is a percentage of accounting consolidation. It is no share of capital (a subsidiary of which 60 % are held is
    /// consolidated wholly), and files hold both 1.00 and 100.00 for the whole.
    /// </remarks>
    public static RelationshipColumns Gleif { get; } = new()
    {
        Owner = "Relationship.EndNode.NodeID",
        Asset = "Relationship.StartNode.NodeID",
        Kind = "Relationship.RelationshipType",
        Kinds = ["IS_DIRECTLY_CONSOLIDATED_BY", "IS_ULTIMATELY_CONSOLIDATED_BY", "IS_INTERNATIONAL_BRANCH_OF"],
        Shares =
        [
            .. Enumerable.Range(1, 5).Select(slot => new ShareColumn(
                $"Relationship.Quantifiers.{slot}.QuantifierAmount",
                [
                    new RowFilter($"Relationship.Quantifiers.{slot}.MeasurementMethod", ["ACCOUNTING_CONSOLIDATION"]),
                    new RowFilter($"Relationship.Quantifiers.{slot}.QuantifierUnits", ["PERCENTAGE"]),
                ])),
        ],
        Where =
        [
            new RowFilter("Relationship.RelationshipStatus", ["ACTIVE"]),
            new RowFilter("Registration.RegistrationStatus", ["ANNULLED", "DUPLICATE"], Keeps: false, IsOptional: true),
        ],
    };
}
