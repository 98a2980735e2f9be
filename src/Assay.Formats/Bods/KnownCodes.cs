using System.Collections.Frozen;

namespace Assay.Formats.Bods;

/// <summary>Codes that the standard takes from other lists: countries, identifier schemes.</summary>
internal static class KnownCodes
{
    private static readonly Lazy<FrozenDictionary<string, string>> s_countries = new(() => BodsSchema.Lines("countries.txt").Select(line => line.Split(' '))
        .Where(pair => pair[0] != "-").ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenSet<string>> s_travel = new(() => BodsSchema.Lines("countries.txt").Select(line => line.Split(' ')[1]).ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> s_schemes = new(() => BodsSchema.Lines("identifier-schemes.txt").ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>The state of a code of ISO 3166-1 or 3166-2 as the record calls it, in small letters; null: there is no such code of two letters.</summary>
    public static string? State(string code)
    {
        var two = code.Length > 2 && code[2] == '-' ? code[..2] : code;
        return s_countries.Value.ContainsKey(two) ? two.ToLowerInvariant() : null;
    }

    /// <summary>The code of three letters for one of two; null: there is none.</summary>
    public static string? ThreeLetters(string two) => s_countries.Value.GetValueOrDefault(two);

    /// <summary>The code of a scheme as org-id.guide writes it; null: it does not list it.</summary>
    public static string? Scheme(string code) => s_schemes.Value.TryGetValue(code, out var listed) ? listed : null;

    /// <summary>Whether a scheme of a person's identifier has the form that the standard asks for: a code of three letters, a hyphen and a kind of document.</summary>
    public static bool IsOfPerson(string scheme)
    {
        var at = scheme.IndexOf('-', StringComparison.Ordinal);
        return at > 0 && s_travel.Value.Contains(scheme[..at]) && scheme[(at + 1)..] is "PASSPORT" or "TAXID" or "IDCARD";
    }
}
