using System.Collections.Immutable;
using Assay.Formats.Packs.Tables;

namespace Assay.Formats.Packs;

/// <summary>One table of the pack format: its name, its columns in order, and what a row adds to the pack.</summary>
internal sealed record TableFormat(string Name, ImmutableArray<Column> Fields, Action<TableRow, PackContent> Read)
{
    /// <summary>Every table, in the order in which their rows stand in the evidence.</summary>
    public static readonly ImmutableArray<TableFormat> All =
    [
        SourcesTable.Format, EntitiesTable.Format, DomicilesTable.Format, StakesTable.Format, InterestsTable.Format, ExceptionsTable.Format,
        OperationsTable.Format, RegimesTable.Format,
        MembershipsTable.Format, PositionsTable.Format, AgreementsTable.Format, EventsTable.Format, PropositionsTable.Format, AttributionsTable.Format,
        MeasuresTable.Format, PartsTable.Format, RankingsTable.Format, RoutesTable.Format, CompletenessTable.Format, LinksTable.Format,
    ];

    public string File => Name + ".csv";

    /// <summary>The names of the columns.</summary>
    public ImmutableArray<string> Columns { get; } = [.. Fields.Select(f => f.Name)];

    /// <summary>The table of that name, or null.</summary>
    public static TableFormat? Find(string name) => All.FirstOrDefault(t => t.Name == name);
}
