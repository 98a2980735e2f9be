using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// The rows of a pack that are kept outside memory and made when they are asked for. What is given for one row is the same object for as long as
/// somebody holds it: rows are compared. Safe to share between threads.
/// </summary>
public abstract class StoredRows
{
    /// <summary>The pack that they are of; they stand after the pack's rows that are held in memory.</summary>
    public abstract string Pack { get; }

    /// <summary>How many rows there are, sources left out.</summary>
    public abstract long Count { get; }

    /// <summary>When the latest source appeared; null: there is none, or none is dated.</summary>
    public abstract PartialDate? LatestSource { get; }

    /// <summary>The rows under any of some texts, each once, in the order of the file.</summary>
    /// <typeparam name="T">What they are.</typeparam>
    /// <param name="key">By what they are looked up.</param>
    /// <param name="values">The texts, as <see cref="RowKeys"/> and <c>Records.NameKeys</c> make them.</param>
    public abstract ImmutableArray<T> Find<T>(RowKey key, params ReadOnlySpan<string> values) where T : Statement;

    /// <summary>The rows under a text, in the order of the file. Each is made as it is reached: of very many some can be looked at.</summary>
    public abstract IEnumerable<T> Each<T>(RowKey key, string value) where T : Statement;

    /// <summary>At most how many rows stand under a text. Cheap: no row is made.</summary>
    public abstract long CountOf(RowKey key, string value);

    /// <summary>The row of that id, or null.</summary>
    public abstract Statement? Statement(StatementId id);

    /// <summary>All rows of a kind, in the order of the file. Each is made as it is reached.</summary>
    public abstract IEnumerable<T> Rows<T>() where T : Statement;

    /// <summary>The source of that id, or null.</summary>
    public abstract Source? Source(SourceId id);

    /// <summary>All sources. Each is made as it is reached.</summary>
    public abstract IEnumerable<Source> Sources { get; }
}
