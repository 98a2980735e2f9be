using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Assay.Formats.Packs.Writing;

/// <summary>Makes ids of names.</summary>
public static class Slugs
{
    /// <summary>The most letters of a slug.</summary>
    public const int Longest = 60;

    // The program runs without the tables of cultures, which alone would know how a letter is composed.
    private static readonly FrozenDictionary<char, char> s_plain = new[]
    {
        ("áàâäãåāăą", 'a'), ("çćčĉ", 'c'), ("ďđð", 'd'), ("éèêëēěęė", 'e'), ("ğģĝ", 'g'), ("íìîïīįı", 'i'), ("ķ", 'k'), ("łľļ", 'l'), ("ñńňņ", 'n'),
        ("óòôöõøōő", 'o'), ("řŕ", 'r'), ("śšşș", 's'), ("ťţț", 't'), ("úùûüūůűų", 'u'), ("ýÿ", 'y'), ("žźż", 'z'),
    }.SelectMany(pair => pair.Item1.Select(letter => KeyValuePair.Create(letter, pair.Item2))).ToFrozenDictionary();

    /// <summary>The name in lower-case letters, digits and hyphens; empty where it has none of them.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slug = new StringBuilder();
        foreach (var letter in name)
        {
            var c = s_plain.GetValueOrDefault(char.ToLowerInvariant(letter), char.ToLowerInvariant(letter));
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        if (slug.Length > Longest) slug.Length = slug.ToString(0, Longest).LastIndexOf('-') is > 0 and var cut ? cut : Longest;
        return slug.ToString().Trim('-');
    }

    /// <summary>The slug, or the first of <c>slug-2</c>, <c>slug-3</c> … that is not taken.</summary>
    public static string Free(string slug, Func<string, bool> isTaken)
    {
        ArgumentNullException.ThrowIfNull(isTaken);
        if (!isTaken(slug)) return slug;
        var number = 2;
        while (isTaken(string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}"))) number++;
        return string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
    }
}
