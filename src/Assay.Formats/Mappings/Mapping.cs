using System.Collections.Immutable;
using Assay.Formats.Packs;

namespace Assay.Formats.Mappings;

/// <summary>
/// How tables of somebody's own become rows of pack tables: which column gives which, what is constant, how values are translated and numbers and dates are
/// written. <c>docs/formats/tables.md</c> describes the file that it is read from.
/// </summary>
public sealed class Mapping
{
    internal Mapping(string file) => File = file;

    /// <summary>The file it was read from, as messages call it.</summary>
    public string File { get; }

    /// <summary>A hash of the file and of what it draws on, for whoever keeps what was made with it.</summary>
    public string Sha256 { get; internal init; } = "";

    internal ImmutableArray<MappedSource> Sources { get; init; } = [];

    internal ImmutableArray<MappedInput> Inputs { get; init; } = [];

    internal ImmutableArray<MappedRow> Rows { get; init; } = [];
}

/// <summary>A place in a mapping, for problems that show only when a table is read.</summary>
internal readonly record struct MappingPlace(string File, int Line, int Column)
{
    public Problem Problem(string code, string found, string expected, string mend) => new(code, File, Line, Column, found, expected, mend);
}

/// <summary>A source that rows cite: the cells of <c>sources.csv</c> by the names of its columns.</summary>
internal sealed record MappedSource(ImmutableArray<(string Column, string Value)> Cells)
{
    public string Id => Cells.First(cell => cell.Column == "id").Value;

    public string Date => Cells.FirstOrDefault(cell => cell.Column == "date").Value ?? "";
}

/// <summary>A table that is read, and how its text is to be understood.</summary>
internal sealed record MappedInput(string Name, MappingPlace Place)
{
    /// <summary>The file's name with <c>*</c> and <c>?</c>; empty: any file.</summary>
    public string FilePattern { get; init; } = "";

    /// <summary>The table of a data package or database, or a file's name without its ending; empty: any.</summary>
    public string Table { get; init; } = "";

    public TextDialect Dialect { get; init; } = new();

    /// <summary>What stands for an empty cell, beside nothing.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    public NumberForm Numbers { get; init; } = NumberForm.Plain;

    /// <summary>Forms of dates beside those of the record, as <c>dd.MM.yyyy</c>.</summary>
    public ImmutableArray<string> Dates { get; init; } = [];
}

/// <summary>The rows of one pack table that each row of an input gives one of.</summary>
internal sealed record MappedRow(TableFormat Table, string Input, MappingPlace Place)
{
    public ImmutableArray<RowCondition> Where { get; init; } = [];

    /// <summary>By columns of the pack table; <see cref="ShareCell"/> for the three of a share.</summary>
    public ImmutableArray<(string Column, MappedCell Cell)> Cells { get; init; } = [];

    /// <summary>The name under which a share in words fills all three columns of a stake.</summary>
    public const string ShareCell = "share";
}

/// <summary>Lets rows through by what a column has.</summary>
internal sealed record RowCondition(string Column, MappingPlace Place)
{
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Whether the values are those that do not pass.</summary>
    public bool IsNot { get; init; }

    public bool Passes(string value) => Values.Contains(value) != IsNot;
}

/// <summary>What a cell is made of.</summary>
internal sealed record MappedCell(MappingPlace Place)
{
    /// <summary>Columns, of which the first that is not empty counts.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    public TextTemplate? Template { get; init; }

    public string? Constant { get; init; }

    /// <summary>Makes an id of the value, and says where it is from; empty: the value is taken as it stands.</summary>
    public string Scheme { get; init; } = "";

    public ValueTranslation? Translation { get; init; }

    /// <summary>What stands between the items of a list; empty: the value is one item.</summary>
    public string Separator { get; init; } = "";

    /// <summary>Several cells that together make a list.</summary>
    public ImmutableArray<MappedCell> Items { get; init; } = [];

    /// <summary>Every column of the input that it reads.</summary>
    public IEnumerable<string> Reads => Columns.Concat(Template?.Columns ?? []).Concat(Items.SelectMany(item => item.Reads));
}

/// <summary>What becomes of a value that a translation does not have.</summary>
internal enum Untranslated
{
    /// <summary>It is a problem, and the row is left out.</summary>
    Refuse,
    /// <summary>It stays as it is.</summary>
    Keep,
    /// <summary>The cell stays empty.</summary>
    Empty,
}

/// <summary>Values by values.</summary>
internal sealed record ValueTranslation(string Name, IReadOnlyDictionary<string, string> Values, Untranslated Otherwise);
