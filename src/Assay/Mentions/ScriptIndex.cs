using System.Collections.Frozen;
using System.Text;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>
/// The names of the record in another script than the text has them in, compared letter for letter: "Kazmunaigaz" with "КазМунайГаз". A last resort for
/// names that nothing else links, and only where one entity alone has such a name. Of what is held in memory: names of a register are found as written.
/// </summary>
internal sealed class ScriptIndex
{
    private const int ShortestKey = 6;
    private readonly LinkingWords _words;
    private readonly Lazy<FrozenDictionary<string, Entity?>> _written;
    private readonly Lazy<FrozenDictionary<string, Entity?>> _other;

    public ScriptIndex(EvidenceSnapshot evidence, LinkingWords words)
    {
        _words = words;
        _written = new(() => IndexOf(evidence, isOther: false));
        _other = new(() => IndexOf(evidence, isOther: true));
    }

    /// <summary>The only entity that has the name in the other script; null: none or several.</summary>
    public Entity? Find(ReadOnlySpan<char> name)
    {
        if (_words.Letters.Count == 0 || name.Length < ShortestKey - 1 || Key(name) is not { Length: >= ShortestKey } key) return null;
        return (IsOther(name) ? _written : _other).Value.GetValueOrDefault(key);
    }

    private FrozenDictionary<string, Entity?> IndexOf(EvidenceSnapshot evidence, bool isOther) => evidence.HeldEntities
        .SelectMany(entity => entity.Aliases.Prepend(new Alias(entity.Name, false)).Select(alias => (Entity: entity, Alias: alias)))
        .Where(pair => !pair.Alias.IsMetonym && IsOther(pair.Alias.Text) == isOther)
        .GroupBy(pair => Key(pair.Alias.Text) ?? "")
        .Where(group => group.Key.Length >= ShortestKey)
        .ToFrozenDictionary(group => group.Key, group => group.DistinctBy(pair => pair.Entity.EntityId).Count() == 1 ? group.First().Entity : null);

    private bool IsOther(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (_words.Letters.ContainsKey(char.ToLowerInvariant(letter))) return true;
        return false;
    }

    /// <summary>The letters of the first script, with what is spelt in several ways spelt in one; null where a letter has no counterpart.</summary>
    private string? Key(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder();
        foreach (var raw in text)
        {
            var letter = char.ToLowerInvariant(raw);
            if (_words.Letters.TryGetValue(letter, out var latin)) key.Append(latin);
            else if (char.IsAsciiLetterLower(letter) || letter == ' ') key.Append(letter);
            else if (char.IsLetterOrDigit(letter)) return null;
        }
        foreach (var (from, to) in _words.SpeltAlike) key.Replace(from, to);
        var plain = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
            if (i == 0 || key[i] != key[i - 1]) plain.Append(key[i]);
        return plain.ToString();
    }
}
