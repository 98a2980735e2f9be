using System.Collections.Frozen;

namespace Assay.Linking;

/// <summary>
/// What makes two names of bodies doubtful though their words are in pairs: numbers or words in another order, and words that one language has for one thing.
/// </summary>
internal static class NameDoubt
{
    private const int LongestEnding = 2, LongestEndingElsewhere = 4, ShortestStem = 4, LongestShortened = 5;

    /// <summary>The first doubt; null: there is none.</summary>
    /// <param name="left">The one name.</param>
    /// <param name="right">The other.</param>
    /// <param name="pairs">Their words in pairs.</param>
    /// <param name="states">Names of states; what a state is called in another language is no doubt.</param>
    public static LinkReason? Of(LinkedName left, LinkedName right, IReadOnlyList<WordPair> pairs, FrozenDictionary<string, string> states)
    {
        if (Math.Max(left.Text.Length, right.Text.Length) > NameFold.Longest && left.Text != right.Text) return new(LinkSign.Against, "long-names", "the names are longer than is read of them");
        if (left.Numbers != right.Numbers && Sorted(left.Numbers) == Sorted(right.Numbers)) return new(LinkSign.Against, "numbers-in-other-order", "the numbers stand in another order");
        if (left.Digits.Length > 0 && right.Digits.Length > 0 && left.Digits != right.Digits) return new(LinkSign.Against, "numbers-written-otherwise", $"the numbers are written otherwise: {left.Digits}, {right.Digits}");
        if (!IsInOrder(pairs, pair => HasRole(left, pair.Left, WordRole.Naming) && HasRole(right, pair.Right, WordRole.Naming))) return Other("the words that name stand in another order");
        // Another language orders describing words in another way; and names of nothing but such words are judged elsewhere.
        if (left.IsLatin != right.IsLatin || !left.HasNaming || !right.HasNaming) return null;
        if (!IsInOrder(pairs, pair => HasRole(left, pair.Left, WordRole.Telling) && HasRole(right, pair.Right, WordRole.Telling))) return Other("the words that describe stand in another order");
        foreach (var pair in pairs)
        {
            if (pair.Match != WordMatch.Equal) continue;
            var (one, other) = (left.Words[pair.Left][0], right.Words[pair.Right][0]);
            if ((one.Role == WordRole.Telling || (one.Role == WordRole.Place && !states.ContainsKey(one.Text))) && !AreWrittenAlike(one, other, left.IsLatin)) return new(LinkSign.Against, "translated", $"\"{one.Written}\" and \"{other.Written}\" are written in one script and are not one word");
        }
        return null;

        static LinkReason Other(string text) => new(LinkSign.Against, "other-order", text);
    }

    private static string Sorted(string numbers) => string.Join(' ', numbers.Split(' ').Order(StringComparer.Ordinal));

    private static bool HasRole(LinkedName name, Range range, WordRole role) => name.Words[range].All(word => word.Role == role);

    private static bool IsInOrder(IReadOnlyList<WordPair> pairs, Func<WordPair, bool> counts)
    {
        var last = -1;
        foreach (var pair in pairs.Where(counts).OrderBy(pair => pair.Left.Start.Value))
        {
            if (pair.Right.Start.Value < last) return false;
            last = pair.Right.Start.Value;
        }
        return true;
    }

    // One word but for an ending, or shortened: "holding", "holdings"; "int'l".
    private static bool AreWrittenAlike(NameWord one, NameWord other, bool isLatin)
    {
        if (one.Skeleton == other.Skeleton) return true;
        var (longer, shorter) = one.Written.Length >= other.Written.Length ? (one.Written, other.Written) : (other.Written, one.Written);
        var stem = longer.AsSpan().CommonPrefixLength(shorter);
        if (isLatin && stem == shorter.Length && one.Role == WordRole.Telling) return longer[stem..] is "s" or "es" || IsShortened(shorter, longer);
        if (stem >= ShortestStem && longer.Length - stem <= (isLatin ? one.Role == WordRole.Place ? LongestEnding : 0 : LongestEndingElsewhere)) return true;
        return (longer.EndsWith("ies", StringComparison.Ordinal) && shorter == longer[..^3] + "y") || IsShortened(shorter, longer);
    }

    private static bool IsShortened(string shorter, string longer)
    {
        if (shorter.Length > LongestShortened || shorter.Length >= longer.Length - 1 || shorter[0] != longer[0]) return false;
        var at = 0;
        foreach (var letter in longer)
            if (at < shorter.Length && letter == shorter[at]) at++;
        return at == shorter.Length;
    }
}
