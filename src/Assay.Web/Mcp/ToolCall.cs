using System.Collections.Immutable;
using System.Text.Json;

namespace Assay.Web.Mcp;

/// <summary>The arguments of one call, held to what the tool takes.</summary>
internal sealed class ToolCall
{
    private const int MostMembers = 20;

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableSortedDictionary<string, string>> _maps = new(StringComparer.Ordinal);

    /// <exception cref="AskingException">Something is missing, too much, too long or not words.</exception>
    public ToolCall(string tool, IReadOnlyList<ToolParameter> parameters, IDictionary<string, JsonElement>? given)
    {
        foreach (var (name, value) in given ?? new Dictionary<string, JsonElement>())
        {
            var known = parameters.FirstOrDefault(parameter => parameter.Name == name)
                ?? throw new AskingException($"{tool} takes no '{Shown(name)}'{Suggestion.For(Shown(name), parameters.Select(parameter => parameter.Name))}; it takes {All(parameters)}");
            // A client may send what it leaves open as null, and a form as nothing.
            if (value.ValueKind == JsonValueKind.Null) continue;
            if (known.IsMap) _maps[name] = ReadMap(known, value);
            else if (Read(known, value) is { Length: > 0 } text) _given[name] = text;
        }
        if (parameters.FirstOrDefault(parameter => parameter.IsRequired && !_given.ContainsKey(parameter.Name) && !_maps.ContainsKey(parameter.Name)) is { } missing)
            throw new AskingException($"{missing.Name} is missing: {missing.Description} {tool} takes {All(parameters)}");
    }

    /// <summary>An argument; null where it was not given.</summary>
    public string? this[string name] => _given.GetValueOrDefault(name);

    /// <summary>An argument that every call has.</summary>
    public string Required(string name) => _given[name];

    /// <summary>An argument that is words by name; empty where it was not given.</summary>
    public ImmutableSortedDictionary<string, string> Map(string name) => _maps.GetValueOrDefault(name, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    private static ImmutableSortedDictionary<string, string> ReadMap(ToolParameter parameter, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) throw new AskingException($"{parameter.Name} is {KindOf(value)}; write it as an object whose members are strings");
        var read = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (read.Count == MostMembers) throw new AskingException($"{parameter.Name} has more than {MostMembers} members");
            read[Shown(member.Name)] = Read(parameter with { Name = $"{parameter.Name}.{Shown(member.Name)}", Words = [] }, member.Value);
        }
        return read.ToImmutable();
    }

    private static string Read(ToolParameter parameter, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) throw new AskingException($"{parameter.Name} is {KindOf(value)}; write it as a string{Like(parameter)}");
        string text;
        try
        {
            text = value.GetString()!.Trim();
        }
        catch (InvalidOperationException)
        {
            throw new AskingException($"{parameter.Name} holds half of a character (a lone surrogate); send whole characters");
        }
        if (text.Length > parameter.MostCharacters) throw new AskingException($"{parameter.Name} has {text.Length} characters; at most {parameter.MostCharacters} are taken: send less{(parameter.Name == "text" ? ", in several calls" : "")}");
        if (parameter.Words.Length > 0 && text.Length > 0 && !parameter.Words.Contains(text))
            throw new AskingException($"{parameter.Name} cannot be '{text}'{Suggestion.For(text, parameter.Words)}; it is one of: {string.Join(", ", parameter.Words)}");
        return text;
    }

    private static string Like(ToolParameter parameter) => parameter.Examples is [var example, ..] ? $", as \"{example}\"" : "";

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "nothing",
    };

    private static string All(IReadOnlyList<ToolParameter> parameters) => string.Join(", ", parameters.Select(parameter => parameter.IsRequired ? $"{parameter.Name} (required)" : parameter.Name));

    // Whatever a caller sends comes back to it in bounds.
    private static string Shown(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
