using System.Collections.Immutable;

namespace Assay.Formats.Packs;

/// <summary>A column of a table of the pack format: what stands in its cells. Loader, schemas, options and prompts all take it from here.</summary>
public sealed record Column
{
    private Column(string name, ColumnKind kind, string meaning)
    {
        Name = name;
        Kind = kind;
        Meaning = meaning;
    }

    /// <summary>Its name in the header.</summary>
    public string Name { get; }

    /// <summary>What kind of value stands in it.</summary>
    public ColumnKind Kind { get; }

    /// <summary>What it says, in a few words for people.</summary>
    public string Meaning { get; }

    /// <summary>Whether a cell must not be empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a cell may hold several items joined by <c>|</c>.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether rows that are added together may differ in it: several values make several rows.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>The closed list that its words are from; empty where there is none.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>What an id in it names; null where it names nothing.</summary>
    public Referent? Refers { get; init; }

    /// <summary>What is meant where nobody says otherwise; empty where nothing can be taken for granted.</summary>
    public string Usual { get; init; } = "";

    /// <summary>The columns of a table that have the same word here stand for each other: at least one is needed.</summary>
    public string OneOf { get; init; } = "";

    /// <summary>The sign that may stand before a number; null where none may.</summary>
    public char? Sign { get; init; }

    /// <summary>Free text.</summary>
    internal static Column Text(string name, string meaning) => new(name, ColumnKind.Text, meaning);

    /// <summary>Free text that must be there.</summary>
    internal static Column Title(string name, string meaning) => Text(name, meaning) with { IsRequired = true };

    /// <summary>A slug that must be there.</summary>
    internal static Column Slug(string name, string meaning) => new(name, ColumnKind.Slug, meaning) { IsRequired = true };

    /// <summary>The row's own id.</summary>
    internal static Column Id(string meaning) => new("id", ColumnKind.OwnId, meaning) { IsRequired = true };

    /// <summary>The id of something that is defined elsewhere.</summary>
    internal static Column Of(Referent referent, string name, string meaning) => new(name, ColumnKind.Reference, meaning) { Refers = referent, IsRequired = true };

    /// <summary>The id of an entity.</summary>
    internal static Column Entity(string name, string meaning) => Of(Referent.Entity, name, meaning);

    /// <summary>A word of a closed list.</summary>
    internal static Column Word<T>(string name, string meaning, Words<T> words, string usual = "") =>
        new(name, ColumnKind.Word, meaning) { Words = [.. words.All], IsRequired = true, Usual = usual };

    /// <summary>A date, as precise as known.</summary>
    internal static Column Date(string name, string meaning) => new(name, ColumnKind.Date, meaning);

    /// <summary>A period that must be there.</summary>
    internal static Column Period(string meaning) => new("period", ColumnKind.Period, meaning) { IsRequired = true };

    /// <summary>A number.</summary>
    internal static Column Number(string name, string meaning, string oneOf = "") => new(name, ColumnKind.Number, meaning) { OneOf = oneOf };

    /// <summary>A percentage.</summary>
    internal static Column Percent(string name, string meaning, string oneOf = "") => new(name, ColumnKind.Percent, meaning) { OneOf = oneOf };

    /// <summary>A percentage that a figure is above or below; the sign before it leaves the percentage itself out.</summary>
    internal static Column Limit(string name, string meaning, char sign, string oneOf) => Percent(name, meaning, oneOf) with { Sign = sign };

    /// <summary>A place on a list.</summary>
    internal static Column Rank(string name, string meaning) => new(name, ColumnKind.Rank, meaning) { IsRequired = true };

    /// <summary>The address of a page.</summary>
    internal static Column Address(string name, string meaning) => new(name, ColumnKind.Address, meaning);

    /// <summary>The ids of the sources of a row.</summary>
    internal static Column Sources => new("sources", ColumnKind.Sources, "where the row comes from") { IsRequired = true, IsList = true, Refers = Referent.Source };

    /// <summary>The note for people.</summary>
    internal static Column Note => Text("note", "for people: conflicts, caveats, how a figure was derived");

    /// <summary>The same column where a cell may be empty.</summary>
    internal Column Optional => this with { IsRequired = false };

    /// <summary>The same column where a cell may hold several items.</summary>
    internal Column List => this with { IsList = true };
}

/// <summary>What kind of value stands in a column.</summary>
public enum ColumnKind
{
    /// <summary>Free text.</summary>
    Text,
    /// <summary>The row's own id.</summary>
    OwnId,
    /// <summary>A lower-case slug that names nothing defined elsewhere.</summary>
    Slug,
    /// <summary>The id of something defined elsewhere.</summary>
    Reference,
    /// <summary>The ids of sources.</summary>
    Sources,
    /// <summary>A word of a closed list.</summary>
    Word,
    /// <summary>A year, month or day.</summary>
    Date,
    /// <summary>A period.</summary>
    Period,
    /// <summary>A number.</summary>
    Number,
    /// <summary>A number from 0 to 100.</summary>
    Percent,
    /// <summary>A whole number from 1.</summary>
    Rank,
    /// <summary>The address of a page.</summary>
    Address,
}
