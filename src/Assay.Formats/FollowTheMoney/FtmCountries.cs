using System.Collections.Frozen;
using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>The standard's codes of countries as the record's ids of states: ISO 3166-1 as they are, the others by <c>countries.csv</c>.</summary>
internal static class FtmCountries
{
    private static readonly Lazy<FrozenDictionary<string, string>> s_states = new(() =>
        FtmData.Rows("countries.csv").ToFrozenDictionary(cells => cells[0], cells => cells[1] == "|" ? "" : cells[1], StringComparer.Ordinal));

    private static readonly Lazy<FrozenSet<string>> s_ofNobody = new(() => FtmData.Rows("countries.csv").Where(cells => cells[2] == "no").Select(cells => cells[1]).ToFrozenSet(StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, string>> s_codes = new(() =>
        FtmData.Rows("countries.csv").Where(cells => cells[1] != "|" && !cells[0].EndsWith('*') && cells[0] != "zr").ToFrozenDictionary(cells => cells[1], cells => cells[0], StringComparer.Ordinal));

    /// <summary>The state of a code; null where the record names none for it, or it is no code.</summary>
    public static string? StateOf(string code)
    {
        var plain = code.ToLowerInvariant();
        if (s_states.Value.TryGetValue(plain, out var state)) return state.Length > 0 ? state : null;
        if (plain.Length == 2 && char.IsAsciiLetterLower(plain[0]) && char.IsAsciiLetterLower(plain[1])) return plain;
        return plain.Length > 3 && plain[2] == '-' && s_states.Value.TryGetValue($"{plain[..3]}*", out state) ? state : null;
    }

    /// <summary>Whether who is said to be of a state is of that state: of a territory, a former state or one that few recognise people are nationals of another.</summary>
    public static bool HasNationals(string state) => !s_ofNobody.Value.Contains(state) && Territories.NameOf(state) is null;

    /// <summary>Whether a code is of a part of a state.</summary>
    public static bool IsPart(string code) => code.Contains('-', StringComparison.Ordinal);

    /// <summary>The code for a state of the record; null where the standard has none.</summary>
    public static string? CodeOf(string state) =>
        s_codes.Value.TryGetValue(state, out var code) ? code : state.Length == 2 ? state : null;
}
