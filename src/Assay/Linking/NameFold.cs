using System.Globalization;
using System.Text;

namespace Assay.Linking;

/// <summary>
/// Names as words of small Latin letters and digits, whatever script, marks and punctuation they are written with; and the skeleton of such a word, in
/// which what romanizations spell in several ways is spelt in one.
/// </summary>
public sealed class NameFold
{
    /// <summary>A word of so many letters, or fewer, is taken for another only where both are written alike: there are too few such words for the many that are used.</summary>
    public const int FewLetters = 4;

    /// <summary>So many characters of a name are read.</summary>
    internal const int Longest = 400;
    internal const int ShortestSkeleton = 3;
    private const string And = "and", Plus = "plus", Sharp = "sharp";
    private readonly LinkRules _rules;
    private readonly int _longestUnspaced;

    /// <summary>By the rules' letters.</summary>
    public NameFold(LinkRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _longestUnspaced = rules.Unspaced.Count == 0 ? 0 : rules.Unspaced.Keys.Max(word => word.Length);
    }

    /// <summary>The words of a name. Only the first 400 characters are read.</summary>
    public List<string> Words(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = new List<string>();
        foreach (var word in Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)) words.Add(word);
        return words;
    }

    /// <summary>The words of a name, joined by blanks.</summary>
    public string Key(string name) => string.Join(' ', Words(name));

    /// <summary>Whether a text is written, in part, in a script that writes few vowels.</summary>
    public static bool HasFewVowels(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var c in text)
            if (c is >= '\u0590' and <= '\u08FF') return true;
        return false;
    }

    /// <summary>The skeleton of a folded word.</summary>
    public string Skeleton(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var text = word;
        foreach (var (from, to) in _rules.SpeltAlike)
        {
            if (from[0] == '^')
            {
                if (text.StartsWith(from.AsSpan(1), StringComparison.Ordinal)) text = string.Concat(to, text.AsSpan(from.Length - 1));
            }
            else if (from[^1] == '$')
            {
                if (text.Length > from.Length - 1 && text.EndsWith(from.AsSpan(0, from.Length - 1), StringComparison.Ordinal)) text = string.Concat(text.AsSpan(0, text.Length - from.Length + 1), to);
            }
            else if (text.Contains(from, StringComparison.Ordinal))
            {
                text = text.Replace(from, to, StringComparison.Ordinal);
            }
        }
        var single = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (i == 0 || text[i] != text[i - 1] || char.IsAsciiDigit(text[i])) single.Append(text[i]);
        return single.ToString();
    }

    /// <summary>Whether two words are long enough for their skeletons to tell anything.</summary>
    internal static bool AreTold(NameWord a, NameWord b) =>
        Math.Min(a.Written.Length, b.Written.Length) > FewLetters && Math.Min(a.Skeleton.Length, b.Skeleton.Length) >= ShortestSkeleton;

    /// <summary>The consonants of a skeleton, for names of scripts that write few vowels.</summary>
    public static string Consonants(string skeleton)
    {
        ArgumentNullException.ThrowIfNull(skeleton);
        var bare = skeleton.Length > 4 && skeleton.StartsWith("al", StringComparison.Ordinal) ? skeleton[2..] : skeleton;
        var letters = new StringBuilder(bare.Length);
        foreach (var c in bare)
            if (c is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'v') && (letters.Length == 0 || letters[^1] != c)) letters.Append(c);
        return letters.ToString();
    }

    private string Fold(string name)
    {
        var text = name.Length > Longest ? name[..Longest] : name;
        var folded = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (SignAt(text, i) is { } sign) folded.Append(' ').Append(sign).Append(' ');
            else if (c is '&' or '+') folded.Append(' ').Append(And).Append(' ');
            else if (IsSilent(c)) continue;
            else if (c < 128) folded.Append(' ');
            else if (c >= '\u2E80' && _longestUnspaced > 0 && Unspaced(text, i) is { Length: > 0 } unspaced)
            {
                folded.Append(' ').Append(_rules.Unspaced[unspaced]).Append(' ');
                i += unspaced.Length - 1;
            }
            else i += Append(text, i, folded) - 1;
        }
        return folded.ToString();
    }

    // Written at the end of a word a sign is part of the name: "A+" is not "A", nor "A#".
    private static string? SignAt(string text, int at)
    {
        if (text[at] is not ('+' or '#') || at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == text[at])) return null;
        if (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])) return null;
        return text[at] == '+' ? Plus : Sharp;
    }

    private string? Unspaced(string text, int at)
    {
        for (var length = Math.Min(_longestUnspaced, text.Length - at); length > 0; length--)
            if (_rules.Unspaced.ContainsKey(text.Substring(at, length))) return text.Substring(at, length);
        return null;
    }

    /// <summary>Appends what a character is in Latin letters; gives how many characters it took.</summary>
    private int Append(string text, int at, StringBuilder folded)
    {
        if (at + 1 < text.Length && !char.IsAscii(text[at + 1]) && _rules.Letters.TryGetValue(Lower(text.Substring(at, 2)), out var pair))
        {
            folded.Append(pair);
            return 2;
        }
        if (_rules.Letters.TryGetValue(Lower(text.Substring(at, 1)), out var latin))
        {
            folded.Append(latin);
            return 1;
        }
        var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
        foreach (var c in _rules.Romanize(text.Substring(at, length)))
        {
            if (char.IsAsciiLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (c is not ('\'' or '`')) folded.Append(' ');
        }
        return length;
    }

    private static string Lower(string text) => text.ToLowerInvariant();

    // Apostrophes, marks on letters, and what shows in no script.
    private static bool IsSilent(char c) => c is '\'' or '`' or '’' or '‘' or 'ʼ' or 'ʻ' or '´' || (c >= 128 && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter);
}
