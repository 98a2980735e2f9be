namespace Assay.Linking;

/// <summary>How like two words are that are not the same: by edit distance in which what is often confused costs less.</summary>
public sealed class WordLikeness
{
    private const int Letters = 26;
    private const int LongestWord = 40;
    private const int LongWord = 8;

    // Costs are in tenths: a letter that is missing, doubled or another is one whole.
    private const int Whole = 10, NearLetter = 4, Vowel = 5, Silent = 4, Swap = 8;

    private readonly bool[] _near = new bool[Letters * Letters];

    /// <summary>By the rules' near letters.</summary>
    public WordLikeness(LinkRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var (a, b) in rules.NearLetters)
            if (char.IsAsciiLetterLower(a) && char.IsAsciiLetterLower(b))
                _near[(a - 'a') * Letters + b - 'a'] = _near[(b - 'a') * Letters + a - 'a'] = true;
    }

    /// <summary>How like two words are, by what is written or by their skeletons. In long words, vowels alone tell little.</summary>
    public double Of(NameWord a, NameWord b)
    {
        if (!NameFold.AreTold(a, b)) return Of(a.Written, b.Written);
        var like = Math.Max(Of(a.Skeleton, b.Skeleton), Of(a.Written, b.Written));
        var areLong = Math.Min(a.Skeleton.Length, b.Skeleton.Length) >= LongWord;
        return like is > 0 and < 1 && areLong && NameFold.Consonants(a.Skeleton) == NameFold.Consonants(b.Skeleton) ? (1 + like) / 2 : like;
    }

    /// <summary>
    /// How like two words are, from 0 to 1, where 1 is equal; 0 for words too short, or too unlike, to be taken for slips or spellings of one another.
    /// </summary>
    public double Of(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a == b) return 1;
        var (longer, shorter) = (Math.Max(a.Length, b.Length), Math.Min(a.Length, b.Length));
        // In a short word every vowel tells; what has digits is a code.
        if (longer == 4 && shorter == 4) return DifferByNearConsonant(a, b) ? 1 - NearLetter / (double)(Whole * longer) : 0;
        var allowed = longer switch { <= 4 => 0, 5 => 10, <= 8 => 12, <= 11 => 18, _ => 22 };
        if (allowed == 0 || shorter < 3 || longer - shorter > 3 || longer > LongestWord || HasDigit(a) || HasDigit(b)) return 0;
        var cost = Cost(a, b, allowed);
        return cost > allowed ? 0 : 1 - cost / (double)(Whole * longer);
    }

    private bool DifferByNearConsonant(string a, string b)
    {
        var differing = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i]) continue;
            if (++differing > 1 || IsVowel(a[i]) || IsVowel(b[i]) || !IsNear(a[i], b[i])) return false;
        }
        return true;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private bool IsNear(char a, char b) => char.IsAsciiLetterLower(a) && char.IsAsciiLetterLower(b) && _near[(a - 'a') * Letters + b - 'a'];

    private static bool HasDigit(string word)
    {
        foreach (var c in word)
            if (char.IsAsciiDigit(c)) return true;
        return false;
    }

    private int Cost(string a, string b, int allowed)
    {
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        last[0] = 0;
        for (var j = 1; j <= b.Length; j++) last[j] = last[j - 1] + Missing(b, j - 1);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = last[0] + Missing(a, i - 1);
            var least = row[0];
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(last[j - 1] + Replaced(a[i - 1], b[j - 1], i == 1 || j == 1), Math.Min(last[j] + Missing(a, i - 1), row[j - 1] + Missing(b, j - 1)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost = Math.Min(cost, before[j - 2] + Swap);
                row[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least > allowed) return allowed + 1;
            var done = before;
            before = last;
            last = row;
            row = done;
        }
        return last[b.Length];
    }

    private int Replaced(char a, char b, bool isFirst)
    {
        if (a == b) return 0;
        if (IsNear(a, b)) return NearLetter;
        // The first letter is the one least often mistaken.
        return isFirst ? Whole + Vowel : Whole;
    }

    private static int Missing(string word, int at) => word[at] switch
    {
        'h' or 'i' or 'y' when at > 0 => Silent,
        'a' or 'e' or 'o' or 'u' when at > 0 => Vowel,
        _ => at == 0 ? Whole + Vowel : Whole,
    };
}
