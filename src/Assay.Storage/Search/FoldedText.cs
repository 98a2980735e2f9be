using System.Text;

namespace Assay.Storage.Search;

/// <summary>Text as it is searched: in small letters, those with marks as those without.</summary>
internal static class FoldedText
{
    // Each group: the plain letter, then those that are taken for it.
    private static readonly string[] Groups =
    [
        "aàáâãäåāăą", "cçćĉċč", "dďđ", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł", "nñńņň", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț",
        "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž", "её", "'’ʼ`",
    ];

    private static readonly Dictionary<char, char> Plain = Groups.SelectMany(group => group.Skip(1).Select(letter => (letter, group[0]))).ToDictionary();

    /// <summary>As many characters as the text, so that positions hold.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var at = 0; at < folded.Length; at++)
        {
            var small = char.ToLowerInvariant(text[at]);
            folded[at] = Plain.GetValueOrDefault(small, small);
        }
    });

    /// <summary>Runs of letters and digits, in order, with where they begin.</summary>
    public static IEnumerable<(int Start, string Word)> Words(string folded)
    {
        var word = new StringBuilder();
        for (var at = 0; at <= folded.Length; at++)
        {
            if (at < folded.Length && char.IsLetterOrDigit(folded[at])) word.Append(folded[at]);
            else if (word.Length > 0)
            {
                yield return (at - word.Length, word.ToString());
                word.Clear();
            }
        }
    }
}
