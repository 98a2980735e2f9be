using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Assay.Evidence;

/// <summary>Stored rows each of which is read as something else, or left out. What a row is found under stays as it was.</summary>
internal sealed class ChangedRows(StoredRows rows, Func<Statement, Statement?> change) : StoredRows
{
    private readonly ConditionalWeakTable<Statement, Changed> _made = [];
    // Who holds the one holds the other: else the row would be made anew, and read as another object.
    private readonly ConditionalWeakTable<Statement, Statement> _madeOf = [];

    public override string Pack => rows.Pack;

    public override long Count => rows.Count;

    public override PartialDate? LatestSource => rows.LatestSource;

    public override IEnumerable<Source> Sources => rows.Sources;

    public override ImmutableArray<T> Find<T>(RowKey key, params ReadOnlySpan<string> values) => [.. rows.Find<T>(key, values).Select(Of).OfType<T>()];

    public override IEnumerable<T> Each<T>(RowKey key, string value) => rows.Each<T>(key, value).Select(Of).OfType<T>();

    public override long CountOf(RowKey key, string value) => rows.CountOf(key, value);

    public override Statement? Statement(StatementId id) => rows.Statement(id) is { } row ? Of(row) : null;

    public override IEnumerable<T> Rows<T>() => rows.Rows<T>().Select(Of).OfType<T>();

    public override Source? Source(SourceId id) => rows.Source(id);

    /// <summary>What a row is read as.</summary>
    public Statement? Of(Statement row)
    {
        var read = _made.GetValue(row, one => new Changed(change(one))).Row;
        if (read is not null && !ReferenceEquals(read, row)) _madeOf.AddOrUpdate(read, row);
        return read;
    }

    private sealed record Changed(Statement? Row);
}
