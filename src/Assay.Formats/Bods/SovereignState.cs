using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Evidence;
using Assay.Formats.Linking;
using Assay.Formats.Packs;
using Assay.Linking;

namespace Assay.Formats.Bods;

/// <summary>
/// Entities of the type "state", which the standard gives to countries and to communities with a territory of their own. One is a state of the record where
/// it is called as one, and its jurisdiction is no other and no part of one: where somebody is says not yet who they are. Any other is an organization, whose
/// note says what it was, so that it is written as it was.
/// </summary>
/// <param name="Place">The code of the part of a state; empty: none.</param>
/// <param name="Details">What else is said of it.</param>
internal sealed partial record SovereignState(string Place, string Details)
{
    /// <summary>The type of the standard.</summary>
    public const string Type = "state";

    // A state that the record has and no pack of the program names is told by this local name of its type.
    private const string ByWord = "sovereign state";

    private static readonly Lazy<(FrozenDictionary<string, string> States, NameFold Fold)> s_names = new(Load);

    /// <summary>Whether a name is that of the state of a code.</summary>
    /// <param name="name">The name.</param>
    /// <param name="state">The state, in small letters; empty: any.</param>
    public static bool IsCalled(string name, string state)
    {
        var (states, fold) = s_names.Value;
        var key = fold.Key(name);
        if (key.StartsWith("the ", StringComparison.Ordinal) && !states.ContainsKey(key)) key = key[4..];
        return states.TryGetValue(key, out var named) && (state.Length == 0 || named == state);
    }

    /// <summary>What the record takes one as.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="said">The local name of the type.</param>
    /// <param name="details">The entity.</param>
    public static (string Kind, string Note) Read(string name, string said, JsonElement details)
    {
        var code = details.TryGetProperty("jurisdiction", out var jurisdiction) && jurisdiction.TryGetProperty("code", out var given) ? given.GetString()! : "";
        var state = KnownCodes.State(code) ?? "";
        var isPart = state.Length > 0 && code.Length > 2;
        if (!isPart && (code.Length == 0 || state.Length > 0) && IsCalled(name, state)) return (Type, said);
        if (!isPart && Rest(said, ByWord) is { } rest) return (Type, rest);
        return ("organization", StateBody.Joined(isPart ? $"{Type} of {code.ToUpperInvariant()}" : Type, said));
    }

    /// <summary>What is written as the local name of a state's type.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="note">Its note.</param>
    /// <param name="country">Its country in small letters; empty: it cannot be written.</param>
    public static string DetailsOf(string name, string note, string country) => IsCalled(name, country) ? note : StateBody.Joined(ByWord, note);

    /// <summary>How an organization is written that was read as of this type; null: it is none.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="note">Its note.</param>
    /// <param name="country">Its country in small letters; empty: it cannot be written.</param>
    public static SovereignState? OfOrganization(string name, string note, string country)
    {
        if (Form().Match(note) is not { Success: true } match) return null;
        var (place, details) = (match.Groups["place"].Value, match.Groups["details"].Value);
        if (place.Length > 0) return place.StartsWith($"{country.ToUpperInvariant()}-", StringComparison.Ordinal) ? new SovereignState(place, details) : null;
        return IsCalled(name, country) || Rest(details, ByWord) is not null ? null : new SovereignState("", details);
    }

    private static string? Rest(string text, string word) =>
        text == word ? "" : text.StartsWith($"{word}; ", StringComparison.Ordinal) ? text[(word.Length + 2)..] : null;

    private static (FrozenDictionary<string, string>, NameFold) Load()
    {
        var rules = LinkRuleFiles.Load(EvidencePack.Embedded());
        return (rules.Countries, new NameFold(rules));
    }

    [GeneratedRegex("^state( of (?<place>[A-Z]{2}-[A-Z0-9]{1,3}))?(; (?<details>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
