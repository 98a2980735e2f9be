using System.Collections.Immutable;
using System.Text;

namespace Assay.Formats.Mappings;

/// <summary>How a table is written as text.</summary>
internal sealed record TextDialect
{
    /// <summary>The code page; null: UTF-8, or UTF-16 where it begins with such a mark.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>What stands between cells; null: found out from the first lines.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What cells are quoted with; <c>\0</c>: they are not.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>What stands before a quote inside a quoted cell; null: another quote.</summary>
    public char? Escape { get; init; }

    /// <summary>What a line begins with that is left aside; <c>\0</c>: none is.</summary>
    public char Comment { get; init; }

    /// <summary>Lines before the table.</summary>
    public int Skip { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>The names of the columns where no line has them.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];
}
