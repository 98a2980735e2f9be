using System.Globalization;

namespace Assay.Mentions;

/// <summary>Cuts one token off a text, letter by letter: what a word, a number and a mark is.</summary>
internal static class SlowScanner
{
    /// <summary>The token that begins at a character; one of no length where that is a space.</summary>
    public static Token Next(ReadOnlySpan<char> text, int at, int limit, uint marks)
    {
        var c = text[at];
        if (char.IsWhiteSpace(c) || char.IsControl(c)) return default;
        var kind = char.IsDigit(c) ? TokenKind.Number : Letters.IsLetter(c) ? TokenKind.Word : TokenKind.Mark;
        var end = kind switch
        {
            TokenKind.Number => NumberEnd(text, at, limit),
            TokenKind.Word => WordEnd(text, at, limit),
            _ => MarkEnd(text, at, limit),
        };
        end = Math.Min(end, at + Token.Longest);
        var written = text[at..end];
        var hash = kind == TokenKind.Mark ? HashOfMark(written) : WordHash.Of(written);
        return new Token(hash, at, marks | Capitals(written, kind) | (uint)written.Length | (uint)kind << Token.KindShift);
    }

    private static ulong HashOfMark(ReadOnlySpan<char> written) => written.Length switch
    {
        2 => Scanner.Possessive,
        3 => Scanner.Ellipsis,
        _ => WordHash.Of(Letters.Fold(written, TokenKind.Mark)),
    };

    private static uint Capitals(ReadOnlySpan<char> written, TokenKind kind)
    {
        if (kind != TokenKind.Word) return 0;
        var letters = 0;
        var capitals = 0;
        foreach (var c in written)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) capitals++;
        }
        var opens = char.IsUpper(written[0]);
        return (opens ? Token.Capitalised : 0)
            | (letters > 1 && letters == capitals ? Token.AllCapitals : 0)
            | (letters > capitals && capitals > (opens ? 1 : 0) ? Token.InnerCapital : 0);
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int at, int limit)
    {
        var end = at + 1;
        while (end < limit)
        {
            if (char.IsDigit(text[end])) end++;
            else if (text[end] is '.' or ',' && end + 1 < limit && char.IsDigit(text[end + 1])) end++;
            else break;
        }
        return end;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at, int limit)
    {
        // U.S., C.I.S.: capitals with a stop after each.
        if (char.IsUpper(text[at]) && at + 3 < limit && text[at + 1] == '.' && char.IsUpper(text[at + 2]) && text[at + 3] == '.')
        {
            var stop = at + 4;
            while (stop + 1 < limit && char.IsUpper(text[stop]) && text[stop + 1] == '.') stop += 2;
            return stop;
        }
        var end = at + 1;
        while (end < limit)
        {
            if (Letters.IsLetter(text[end]) || char.IsDigit(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark) end++;
            else if (Letters.IsApostrophe(text[end]) && end + 1 < limit && Letters.IsLetter(text[end + 1]) && !IsPossessive(text, end, limit)) end++;
            else break;
        }
        return end;
    }

    private static int MarkEnd(ReadOnlySpan<char> text, int at, int limit)
    {
        if (Letters.IsApostrophe(text[at]) && IsPossessive(text, at, limit)) return at + 2;
        if (text[at] == '.' && at + 2 < limit && text[at + 1] == '.' && text[at + 2] == '.') return at + 3;
        return at + 1;
    }

    private static bool IsPossessive(ReadOnlySpan<char> text, int apostrophe, int limit) =>
        apostrophe + 1 < limit && text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= limit || !Letters.IsLetter(text[apostrophe + 2]));
}
