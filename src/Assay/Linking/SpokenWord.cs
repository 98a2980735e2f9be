using System.Globalization;
using System.Text;
using Assay.Mentions;

namespace Assay.Linking;

/// <summary>
/// A word of a name by what its spellings share: small Latin letters without diacritics, and the consonants that are left where those that
/// spellings and transcriptions take for one another count as one. It needs no rules and errs on one side alone: words of one name are alike, and many
/// of two names are so too.
/// </summary>
/// <param name="Script">The letters that it is written with.</param>
/// <param name="Text">In small Latin letters.</param>
/// <param name="Consonants">Its consonants by their classes; vowels, h and y are left out, and of several of one class in a row one is left.</param>
internal sealed record SpokenWord(NameScript Script, string Text, string Consonants)
{
    private const int FewLetters = 2, ShortestBeginning = 4, ShortestSlip = 4, ShortestTwoSlips = 7, ShortestWithin = 3, ShortestNear = 4;

    // From а (U+0430) to џ (U+045F), then the letters that other languages add; a dot: it has no sound of its own.
    private static readonly string[] s_cyrillic = ("a b v g d e zh z i i k l m n o p r s t u f h ts ch sh sh . y . e u a e e d g e z i i i l n ch k i u zh").Split(' ');
    private const string MoreCyrillic = "ґғҕҙқҝҡңҥүұҳҷҹһәӣөӯҫ", MoreLatin = "gggzkkknnuuhcchaious";

    // Letters of Ḁ (U+1E00) to ẕ (U+1E95) in pairs of capital and small, and ẖ to ẙ; of the rest of that block, to ỹ, all are vowels.
    private const string From1E00 = "abbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooopprrrrsssssttttuuuuuvvwwwwwxxyzzz";
    private const string OddLatin = "ƀɓƈɗƌɖəǝɛɣƙɨɪŋɔơʂțșưʉʋƴǧǥǩǫǭǵǹȟȧȩȯȳǎǐǒǔǖǘǚǜǰǯʒʃɲɩ", OddPlain = "bbcdddeeegkiinoostsuuvyggkoognhaeoyaiouuuuujzzsni";

    /// <summary>The words of a name, and each two neighbours as one, as they may be written; null stands for a word with letters that are not known.</summary>
    public static IEnumerable<SpokenWord?> Of(string name)
    {
        SpokenWord? before = null;
        foreach (var written in Words(name))
        {
            var (word, isTold) = Read(written);
            if (!isTold) yield return null;
            if (word is null) continue;
            yield return word;
            if (before is not null && before.Script == word.Script) yield return Make(word.Script, before.Text + word.Text);
            before = word;
        }
    }

    /// <summary>Whether two words may be one name's.</summary>
    public bool IsLike(SpokenWord other)
    {
        if (Text == other.Text) return true;
        if (Text.Length <= FewLetters || other.Text.Length <= FewLetters) return false;
        var (shorter, longer) = Text.Length <= other.Text.Length ? (Text, other.Text) : (other.Text, Text);
        if (shorter.Length >= ShortestBeginning && longer.StartsWith(shorter, StringComparison.Ordinal)) return true;
        if (shorter.Length >= ShortestSlip && Slips(shorter, longer, shorter.Length >= ShortestTwoSlips ? 2 : 1)) return true;
        var (less, more) = Consonants.Length <= other.Consonants.Length ? (Consonants, other.Consonants) : (other.Consonants, Consonants);
        if (less == more) return true;
        if (less.Length == 0) return more.Length == 1;
        if (less.Length < 2) return false;
        // "Hamid" and "Khamid", "Elena" and "Jelena".
        if (more.Length == less.Length + 1 && more[0] == 'k' && more.EndsWith(less, StringComparison.Ordinal)) return true;
        return (less.Length >= ShortestWithin && more.Contains(less, StringComparison.Ordinal)) || (more.Length >= ShortestNear && Slips(less, more, 1));
    }

    // Runs of letters: apostrophes and marks on letters part nothing.
    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c)) word.Append(c);
            else if (c is '\'' or '’' or '‘' or '`' or '´' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter) continue;
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
        if (word.Length > 0) yield return word.ToString();
    }

    // A word of a script that is not read is no word here; one that has a single letter that is not known may be anything.
    private static (SpokenWord? Word, bool IsTold) Read(string written)
    {
        var text = new StringBuilder(written.Length + 4);
        var (latin, cyrillic, unknown) = (0, 0, 0);
        foreach (var c in written)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.ModifierLetter) continue;
            var small = char.ToLowerInvariant(c);
            if (Cyrillic(small) is { } sound)
            {
                cyrillic++;
                text.Append(sound);
            }
            else if (Latin(small) is { } letter)
            {
                latin++;
                text.Append(letter);
            }
            else unknown++;
        }
        if (unknown > 0 || (latin > 0 && cyrillic > 0)) return (null, latin + cyrillic == 0);
        return text.Length > 1 ? (Make(latin > 0 ? NameScript.Latin : NameScript.Cyrillic, text.ToString()), true) : (null, true);
    }

    private static SpokenWord Make(NameScript script, string text)
    {
        var consonants = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var kind = c switch
            {
                'b' or 'f' or 'p' or 'v' or 'w' => 'p',
                'd' or 't' => 't',
                'm' or 'n' => 'n',
                'l' or 'r' => c,
                'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => 'k',
                _ => ' ',
            };
            if (kind == ' ' || (consonants.Length > 0 && consonants[^1] == kind)) continue;
            // "Tch", "ts" and "dzh" are spelt without the first letter too.
            if (kind == 'k' && consonants.Length > 0 && consonants[^1] == 't') consonants.Length--;
            if (consonants.Length == 0 || consonants[^1] != kind) consonants.Append(kind);
        }
        return new SpokenWord(script, text, consonants.ToString());
    }

    private static string? Cyrillic(char c)
    {
        if (c is >= 'а' and <= 'џ') return s_cyrillic[c - 'а'] is var sound && sound == "." ? "" : sound;
        var at = MoreCyrillic.IndexOf(c, StringComparison.Ordinal);
        return at >= 0 ? MoreLatin[at].ToString() : null;
    }

    private static char? Latin(char c)
    {
        if (Letters.Plain(c) is >= 'a' and <= 'z' and var plain) return plain;
        if (c is >= '\u1E00' and <= '\u1E95') return From1E00[(c - '\u1E00') / 2];
        if (c is >= '\u1E96' and <= '\u1E99') return "htwy"[c - '\u1E96'];
        if (c is >= '\u1EA0' and <= '\u1EF9') return 'a';
        var at = OddLatin.IndexOf(c, StringComparison.Ordinal);
        return at >= 0 ? OddPlain[at] : null;
    }

    // Whether so few letters added, left out, changed or swapped make one of the other (Damerau's distance without further changes of what was swapped).
    private static bool Slips(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return false;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last, row) = (last, row, before);
        }
        return last[b.Length] <= most;
    }
}

/// <summary>Letters that a <see cref="SpokenWord"/> is written with.</summary>
internal enum NameScript
{
    Latin,
    Cyrillic,
}
