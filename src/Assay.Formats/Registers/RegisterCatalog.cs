using System.Text.Json.Serialization;

namespace Assay.Formats.Registers;

/// <summary>What the sections of a register hold.</summary>
/// <param name="PieceBits">Elements of a piece of numbers, as a power of two.</param>
/// <param name="TextPieces">How many pieces of texts there are.</param>
/// <param name="LatestSource">When the latest source appeared; empty: not known.</param>
/// <param name="Tables">The tables that have rows, in the order of the pack format.</param>
internal sealed record RegisterCatalog(int PieceBits, int TextPieces, string LatestSource, IReadOnlyList<CatalogTable> Tables);

/// <summary>A table of a register.</summary>
/// <param name="Name">Its name in the pack format.</param>
/// <param name="Statement">What its rows are; empty: sources.</param>
/// <param name="Rows">How many there are.</param>
/// <param name="Unusual">How many of them have an id that is not their plain natural key.</param>
/// <param name="Columns">Its columns, and then the file and the line of each row.</param>
/// <param name="Indexes">By what its rows are looked up.</param>
internal sealed record CatalogTable(string Name, string Statement, int Rows, int Unusual, IReadOnlyList<CatalogColumn> Columns, IReadOnlyList<CatalogIndex> Indexes);

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name; <c>@file</c> and <c>@line</c> are where a row was read.</param>
/// <param name="Coding">How its cells are written down.</param>
/// <param name="Words">How many different cells codes are given to; 0 where there are no codes.</param>
/// <param name="Value">What is the same in all rows: the place of a text, or how far a line lies behind its row.</param>
internal sealed record CatalogColumn(string Name, ColumnCoding Coding, int Words, long Value);

/// <summary>An index of a table.</summary>
/// <param name="Key">By what, as <see cref="Evidence.RowKey"/> calls it.</param>
/// <param name="Entries">How many entries it has.</param>
internal sealed record CatalogIndex(string Key, long Entries);

/// <summary>How the cells of a column are written down.</summary>
internal enum ColumnCoding
{
    /// <summary>All are the same.</summary>
    Same,
    /// <summary>A byte each, the number of a word.</summary>
    Bytes,
    /// <summary>Two bytes each, the number of a word.</summary>
    Shorts,
    /// <summary>The place of the text, four bytes each.</summary>
    Places,
    /// <summary>A number of four bytes each.</summary>
    Numbers,
    /// <summary>The number of the row and something more.</summary>
    Steps,
}

[JsonSerializable(typeof(RegisterCatalog))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
internal sealed partial class RegisterJson : JsonSerializerContext;
