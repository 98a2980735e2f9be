using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Mentions;

/// <summary>
/// Cuts a text into words, numbers and marks. A possessive ending and a hyphen are tokens of their own, so that
/// "Kazakhstan's" and "Western-planned" begin with the name; "don't" and "U.S." stay whole.
/// </summary>
internal static class Tokenizer
{
    /// <summary>The tokens of a text by itself.</summary>
    public static ImmutableArray<Token> Split(string text) => Split(text, new TextSpan(0, text.Length));

    /// <summary>The tokens of a part of a text, offsets into the whole.</summary>
    public static ImmutableArray<Token> Split(string text, TextSpan part)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>(part.Length / 5 + 4);
        var at = part.Start;
        while (at < part.End)
        {
            var c = text[at];
            if (c is '\n')
            {
                tokens.Add(new Token(new TextSpan(at, at + 1), "\n", TokenKind.LineEnd, false, false));
                at++;
                continue;
            }
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                at++;
                continue;
            }
            var end = char.IsDigit(c) ? NumberEnd(text, at, part.End) : IsLetter(c) ? WordEnd(text, at, part.End) : MarkEnd(text, at, part.End);
            var kind = char.IsDigit(c) ? TokenKind.Number : IsLetter(c) ? TokenKind.Word : TokenKind.Mark;
            tokens.Add(Make(text, at, end, kind) with { IsGlued = at > part.Start && tokens.Count > 0 && tokens[^1].Span.End == at });
            at = end;
        }
        return tokens.ToImmutable();
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || char.IsSurrogate(c) || c == '_';

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘';

    private static int NumberEnd(string text, int at, int limit)
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

    private static int WordEnd(string text, int at, int limit)
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
            if (IsLetter(text[end]) || char.IsDigit(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark) end++;
            else if (IsApostrophe(text[end]) && end + 1 < limit && IsLetter(text[end + 1]) && !IsPossessive(text, end, limit)) end++;
            else break;
        }
        return end;
    }

    private static int MarkEnd(string text, int at, int limit)
    {
        if (IsApostrophe(text[at]) && IsPossessive(text, at, limit)) return at + 2;
        if (text[at] == '.' && at + 2 < limit && text[at + 1] == '.' && text[at + 2] == '.') return at + 3;
        return at + 1;
    }

    private static bool IsPossessive(string text, int apostrophe, int limit) =>
        apostrophe + 1 < limit && text[apostrophe + 1] is 's' or 'S' && (apostrophe + 2 >= limit || !IsLetter(text[apostrophe + 2]));

    private static Token Make(string text, int start, int end, TokenKind kind)
    {
        var raw = text[start..end];
        var folded = raw.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'').Replace("ё", "е", StringComparison.Ordinal);
        if (kind == TokenKind.Mark) folded = folded switch { "“" or "”" or "„" or "«" or "»" => "\"", "–" or "—" or "‑" or "−" => "-", "…" => "...", _ => folded };
        var letters = 0;
        var capitals = 0;
        foreach (var c in raw)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) capitals++;
        }
        return new Token(new TextSpan(start, end), folded, kind, char.IsUpper(raw[0]), letters > 1 && letters == capitals)
        {
            HasInnerCapital = letters > capitals && capitals > (char.IsUpper(raw[0]) ? 1 : 0),
        };
    }
}
