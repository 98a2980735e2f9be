using System.Globalization;
using System.Text.Json;

namespace Assay.Formats.Bods;

/// <summary>What a record is of.</summary>
internal enum RecordKind
{
    /// <summary>A company, state, trust or the like.</summary>
    Entity,
    /// <summary>A natural person.</summary>
    Person,
    /// <summary>The interests of one party in one entity.</summary>
    Relationship,
}

/// <summary>A statement of BODS 0.4 that the schema accepts. Good until the next one is read.</summary>
/// <param name="File">The file, as messages call it.</param>
/// <param name="Frame">Where it stands.</param>
/// <param name="Json">The statement.</param>
internal sealed record BodsStatement(string File, StatementFrame Frame, JsonElement Json)
{
    /// <summary>Its id.</summary>
    public string Id => Text("statementId");

    /// <summary>The record that it is of.</summary>
    public string RecordId => Text("recordId");

    /// <summary>What that record is of.</summary>
    public RecordKind Kind => Text("recordType") switch { "entity" => RecordKind.Entity, "person" => RecordKind.Person, _ => RecordKind.Relationship };

    /// <summary><c>new</c>, <c>updated</c>, <c>closed</c>; empty where it is not said.</summary>
    public string Status => Json.TryGetProperty("recordStatus", out var status) ? status.GetString()! : "";

    /// <summary>The day on which the source declared it.</summary>
    public DateOnly Date => TextFormat.Day(Text("statementDate"))!.Value;

    /// <summary>What it says of the record.</summary>
    public JsonElement Details => Json.GetProperty("recordDetails");

    /// <summary>Whether the record is one link of a chain that another relationship sums up.</summary>
    public bool IsComponent => Details.GetProperty("isComponent").GetBoolean();

    /// <summary>How messages call it: <c>$[3]</c>.</summary>
    public string Root => RootOf(Frame);

    /// <summary>How messages call the statement of a frame.</summary>
    public static string RootOf(StatementFrame frame) => string.Create(CultureInfo.InvariantCulture, $"$[{frame.Number}]");

    /// <summary>A problem of one of its fields.</summary>
    /// <param name="path">The field, from the statement: <c>.recordDetails.birthDate</c>.</param>
    /// <param name="code">The code.</param>
    /// <param name="found">What stands there, said after the path.</param>
    /// <param name="expected">What should.</param>
    /// <param name="mend">How to mend it.</param>
    public Problem At(string path, string code, string found, string expected, string mend)
    {
        var (line, column) = JsonPlace.Of(Frame, path);
        return new Problem(code, File, line, column, $"{Root}{path} {found}", expected, mend);
    }

    private string Text(string name) => Json.GetProperty(name).GetString()!;
}
