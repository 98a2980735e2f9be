using System.Text.Json.Nodes;

namespace Assay.Web.Mcp;

/// <summary>One argument of a tool: words, or words by name. What it says is the schema that a client sees, and what calls are held to.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is, for the agent.</param>
internal sealed record ToolParameter(string Name, string Description)
{
    /// <summary>The longest that is taken, in characters.</summary>
    public const int UsualLength = 200;

    /// <summary>Whether a call must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The longest that is taken, in characters.</summary>
    public int MostCharacters { get; init; } = UsualLength;

    /// <summary>The only words that are taken; empty: any.</summary>
    public string[] Words { get; init; } = [];

    /// <summary>Words of its form, for the agent to go by.</summary>
    public string[] Examples { get; init; } = [];

    /// <summary>Whether it is an object whose members are words.</summary>
    public bool IsMap { get; init; }

    /// <summary>Its schema.</summary>
    public JsonObject Schema()
    {
        if (IsMap)
            return new JsonObject { ["type"] = "object", ["description"] = Description, ["additionalProperties"] = new JsonObject { ["type"] = "string", ["maxLength"] = MostCharacters } };
        var schema = new JsonObject { ["type"] = "string", ["description"] = Description };
        if (Words.Length > 0) schema["enum"] = Listed(Words);
        else
        {
            schema["minLength"] = 1;
            schema["maxLength"] = MostCharacters;
        }
        if (Examples.Length > 0) schema["examples"] = Listed(Examples);
        return schema;
    }

    private static JsonArray Listed(string[] words) => [.. words.Select(word => (JsonNode)word)];
}
