using Assay.Evidence;

namespace Assay.Records;

/// <summary>One value of a table. The family is closed: its cases are nested here.</summary>
public abstract record Cell
{
    private protected Cell() { }

    /// <summary>Nothing is known or said here.</summary>
    public static Cell None { get; } = new Empty();

    /// <summary>Words.</summary>
    public static Cell Of(string words) => words.Length == 0 ? None : new Words(words);

    /// <summary>A date, if known.</summary>
    public static Cell Of(PartialDate? date) => date is { } known ? new Date(known) : None;

    /// <summary>No value.</summary>
    public sealed record Empty : Cell;

    /// <summary>Words.</summary>
    public sealed record Words(string Text) : Cell;

    /// <summary>An entity of the record by its usual name.</summary>
    public sealed record Named(EntityId Id, string Name) : Cell;

    /// <summary>A figure within bounds.</summary>
    public sealed record Figure(Bounds Value, string Unit) : Cell;

    /// <summary>A date as precise as known.</summary>
    public sealed record Date(PartialDate Value) : Cell;

    /// <summary>Whether it is so, and in which words if not yes, no or perhaps.</summary>
    public sealed record Holds(Truth Value, string Text = "") : Cell;
}
