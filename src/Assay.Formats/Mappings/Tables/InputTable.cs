using System.Collections.Immutable;

namespace Assay.Formats.Mappings.Tables;

/// <summary>A table of somebody's own that is read once, row by row.</summary>
internal abstract class InputTable
{
    /// <summary>Its name: that of a resource or of a table of a database, or a file's without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The file that it stands in, as messages call it.</summary>
    public required string File { get; init; }

    /// <summary>What stands for an empty cell, as the file itself says.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>How single columns write numbers and dates, as the file itself says.</summary>
    public IReadOnlyDictionary<string, ColumnForm> Forms { get; init; } = new Dictionary<string, ColumnForm>();

    /// <summary>Values that a column must have in another table, as the file itself says.</summary>
    public ImmutableArray<TableReference> References { get; init; } = [];

    /// <summary>Opens it.</summary>
    /// <param name="dialect">How it is to be read, where it does not say so itself.</param>
    /// <param name="problems">Takes what is wrong; reading goes on where that is safe.</param>
    public abstract TableCursor Open(TextDialect dialect, Action<Problem> problems);
}

/// <summary>A table that is being read.</summary>
internal abstract class TableCursor : IDisposable
{
    /// <summary>The names of its columns.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>The line of the row, from 1; of a table without lines its number.</summary>
    public abstract int Line { get; }

    /// <summary>Goes to the next row.</summary>
    /// <param name="cells">Takes the cells, one for each column; empty where there is nothing.</param>
    public abstract bool TryNext(string[] cells);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>How a column writes its values; null: as the whole table does.</summary>
internal sealed record ColumnForm(NumberForm? Numbers, string? Date);

/// <summary>Each row's values in some columns stand in some columns of another table, or are empty.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Table">The other table; empty: the same.</param>
/// <param name="OtherColumns">Its columns.</param>
/// <param name="Elsewhere">Where the other table lies, if not in the same package; empty: it does.</param>
internal sealed record TableReference(ImmutableArray<string> Columns, string Table, ImmutableArray<string> OtherColumns, string Elsewhere);
