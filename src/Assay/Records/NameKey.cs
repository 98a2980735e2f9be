using System.Globalization;
using System.Text;
using Assay.Mentions;

namespace Assay.Records;

/// <summary>What names are compared by: their words in small letters, without diacritics, marks and a leading "the".</summary>
public static class NameKey
{
    private const string Article = "the ";

    /// <summary>The key of a name; empty where it has neither letters nor digits.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format || Letters.IsApostrophe(c)) continue;
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) key.Append(Letters.Plain(c));
            else if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }
        if (key.Length > 0 && key[^1] == ' ') key.Length--;
        var text = key.ToString();
        return text.Length > Article.Length && text.StartsWith(Article, StringComparison.Ordinal) ? text[Article.Length..] : text;
    }
}
