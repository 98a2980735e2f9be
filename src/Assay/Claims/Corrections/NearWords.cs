using System.Collections.Immutable;

namespace Assay.Claims.Corrections;

/// <summary>Finds the words that a mistyped one probably means.</summary>
internal static class NearWords
{
    private const int Most = 3;
    private const int Longest = 60;
    private const int ShortestHead = 3;

    /// <summary>The known words that begin with it, or are few letters off, the nearest first; at most three.</summary>
    public static ImmutableArray<string> Find(string word, IEnumerable<string> known)
    {
        var asked = word.Trim().ToLowerInvariant();
        if (asked.Length is 0 or > Longest) return [];
        var reach = Math.Max(1, asked.Length / 3);
        return
        [
            .. known.Distinct(StringComparer.OrdinalIgnoreCase).Select(one => (one, Off: Off(asked, one.ToLowerInvariant(), reach))).Where(pair => pair.Off <= reach)
                .OrderBy(pair => pair.Off).ThenBy(pair => pair.one.Length).ThenBy(pair => pair.one, StringComparer.Ordinal).Take(Most).Select(pair => pair.one),
        ];
    }

    private static int Off(string asked, string known, int reach)
    {
        if (asked.Length >= ShortestHead && known.StartsWith(asked, StringComparison.Ordinal)) return 0;
        return Math.Abs(asked.Length - known.Length) > reach ? reach + 1 : Suggestion.Distance(asked, known);
    }
}
