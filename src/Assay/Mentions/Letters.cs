namespace Assay.Mentions;

/// <summary>What letters are taken for one another: capital and small, with and without diacritics, е and ё; and curled apostrophes for plain ones.</summary>
internal static class Letters
{
    // From À (U+00C0) and from Ā (U+0100): the plain letter in lower case; * where it has none.
    private const string FromC0 = "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty";
    private const string From100 = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    private const int TableLength = 0x530;

    private static readonly char[] Table = MakeTable();

    /// <summary>Whether a character is a letter of a word: surrogates are, whatever they make.</summary>
    public static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c) || c == '_';

    /// <summary>Whether a character is an apostrophe.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘';

    /// <summary>The letter that a name is looked up by: small, without diacritics.</summary>
    public static char Plain(char c) => c < TableLength ? Table[c] : IsApostrophe(c) ? '\'' : char.ToLowerInvariant(c);

    /// <summary>Whether a text is, letter by letter, what <see cref="Plain"/> makes of it.</summary>
    public static bool IsPlainly(ReadOnlySpan<char> text, ReadOnlySpan<char> plain)
    {
        var table = Table;
        if (text.Length != plain.Length) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if ((c < table.Length ? table[c] : Plain(c)) != plain[i]) return false;
        }
        return true;
    }

    /// <summary>A word as lexicons write it: small, with plain apostrophes, е for ё.</summary>
    public static string Fold(ReadOnlySpan<char> text, TokenKind kind)
    {
        if (kind == TokenKind.Mark && text.Length == 1)
            return text[0] switch { '“' or '”' or '„' or '«' or '»' => "\"", '–' or '—' or '‑' or '−' => "-", '…' => "...", '’' or '‘' => "'", var mark => mark.ToString() };
        return string.Create(text.Length, text, static (folded, written) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = written[i] is var c && IsApostrophe(c) ? '\'' : char.ToLowerInvariant(c) is var small && small == 'ё' ? 'е' : small;
        });
    }

    /// <summary>Whether <see cref="Fold"/> would make that of a text.</summary>
    public static bool FoldsTo(ReadOnlySpan<char> text, string folded)
    {
        if (text.Length != folded.Length) return false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == folded[i]) continue;
            if (c < 128 ? (c | 0x20) != folded[i] || !char.IsAsciiLetterUpper(c) : (IsApostrophe(c) ? '\'' : char.ToLowerInvariant(c) is var small && small == 'ё' ? 'е' : small) != folded[i]) return false;
        }
        return true;
    }

    private static char[] MakeTable()
    {
        var table = new char[TableLength];
        for (var c = '\0'; c < TableLength; c++)
        {
            var plain = c is >= (char)0xC0 and < (char)0x100 ? FromC0[c - 0xC0] : c is >= (char)0x100 and < (char)0x180 ? From100[c - 0x100] : '*';
            table[c] = plain != '*' ? plain : char.ToLowerInvariant(c) is var small && small == 'ё' ? 'е' : small;
        }
        return table;
    }
}
