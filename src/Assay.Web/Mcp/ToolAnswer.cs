using System.Text.Json;

namespace Assay.Web.Mcp;

/// <summary>What a tool answers: a short text for the model, and the whole for programs.</summary>
/// <param name="Text">The text; it ends with the sources.</param>
/// <param name="Whole">An object, in the shape that the command line's <c>--format json</c> gives.</param>
internal sealed record ToolAnswer(string Text, JsonElement Whole)
{
    /// <summary>With what a writer writes as JSON.</summary>
    public static ToolAnswer Of(string text, Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        using var document = JsonDocument.Parse(bytes.GetBuffer().AsMemory(0, checked((int)bytes.Length)));
        return new ToolAnswer(text, document.RootElement.Clone());
    }
}
