using System.Collections.Frozen;
using System.Text;

namespace Assay;

/// <summary>
/// Every sentence that the program says of its own accord, by key: a template with <c>{names}</c>. Loaded from <c>rules/wording.yaml</c>,
/// so that a reader's words are data. Nothing here decides anything.
/// </summary>
public sealed class Wording
{
    private readonly FrozenDictionary<string, string> _templates;

    /// <summary>With the templates by key.</summary>
    public Wording(IEnumerable<KeyValuePair<string, string>> templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        _templates = templates.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The keys.</summary>
    public IEnumerable<string> Keys => _templates.Keys.Order(StringComparer.Ordinal);

    /// <summary>Whether there is a template of that key.</summary>
    public bool Has(string key) => _templates.ContainsKey(key);

    /// <summary>The template of that key filled in; a name without a value stays as it is.</summary>
    /// <exception cref="KeyNotFoundException">There is no template of that key.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!_templates.TryGetValue(key, out var template)) throw new KeyNotFoundException($"wording.yaml has no '{key}'.");
        var text = new StringBuilder(template.Length + 64);
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0 && rest[open..].IndexOf('}') is var length and > 0)
        {
            text.Append(rest[..open]);
            text.Append(Find(rest.Slice(open + 1, length - 1), values) ?? rest.Slice(open, length + 1).ToString());
            rest = rest[(open + length + 1)..];
        }
        return text.Append(rest).ToString();
    }

    private static string? Find(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (key, value) in values)
            if (name.SequenceEqual(key)) return value;
        return null;
    }
}
