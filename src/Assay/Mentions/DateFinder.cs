using System.Collections.Frozen;

namespace Assay.Mentions;

/// <summary>A date as it is written: years, months and days by number, 0 where it does not say them.</summary>
/// <param name="Length">How many tokens it takes; 0: there is none.</param>
/// <param name="Year">The year.</param>
/// <param name="Month">The month.</param>
/// <param name="Day">The day.</param>
/// <param name="LastYear">The last of several years: "2019-2021".</param>
internal readonly record struct WrittenDate(int Length, int Year = 0, int Month = 0, int Day = 0, int LastYear = 0);

/// <summary>Finds dates that are written out: days, months, years and ranges of years, from the hashes of words and the digits of numbers.</summary>
internal sealed class DateFinder
{
    private static readonly ulong Dash = WordHash.Of("-");
    private static readonly ulong Slash = WordHash.Of("/");
    private static readonly ulong Comma = WordHash.Of(",");
    private static readonly ulong May = WordHash.Of("may");
    private readonly (ulong Hash, int Month)[] _months = new (ulong, int)[256];
    private readonly HashSet<ulong> _counted;
    private readonly PhraseTable<string> _percent;
    private readonly Inflection? _inflection;
    private readonly FrozenSet<string> _abbreviations;

    /// <summary>For the months of a language, and the words before which a number is no year: "2000 tons".</summary>
    public DateFinder(Lexicon lexicon)
    {
        foreach (var (name, month) in lexicon.Months)
        {
            var hash = WordHash.Of(name);
            var at = Place(hash);
            while (_months[at].Month > 0) at = (at + 1) & (_months.Length - 1);
            _months[at] = (hash, month);
        }
        _counted = [.. lexicon.Multipliers.Keys.Where(word => word.Length > 1).Concat(["tons", "tonnes", "barrels", "people", "troops", "soldiers"]).Select(word => WordHash.Of(word))];
        _percent = lexicon.PercentWords;
        _inflection = lexicon.Inflection;
        _abbreviations = lexicon.Abbreviations;
    }

    /// <summary>The date that begins at a token.</summary>
    public WrittenDate Match(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int at)
    {
        if (tokens[at].Kind == TokenKind.Number)
        {
            // 5 July 2022, 6 May
            var day = Day(text, tokens[at]);
            if (day > 0 && MonthAt(tokens, at + 1) is var month and > 0)
            {
                var itsYear = YearAt(text, tokens, at + 2);
                return new WrittenDate(itsYear > 0 ? 3 + AfterYear(tokens, at + 3) : 2, itsYear, month, day);
            }
            var year = YearAt(text, tokens, at);
            if (year == 0) return default;
            if (_inflection is not null && AfterYear(tokens, at + 1) == 0 && !(at + 2 < tokens.Length && tokens[at + 1].Hash == Dash && YearAt(text, tokens, at + 2) > 0)) return default;
            if (at + 2 < tokens.Length && (tokens[at + 1].Hash == Dash || tokens[at + 1].Hash == Slash) && tokens[at + 1].IsGlued && tokens[at + 2].IsGlued && tokens[at + 2].Kind == TokenKind.Number)
            {
                if (YearAt(text, tokens, at + 2) is var last && last >= year) return new WrittenDate(3 + AfterYear(tokens, at + 3), year, LastYear: last);
                if (at + 4 < tokens.Length && tokens[at + 3].Hash == Dash && Number(text, tokens[at + 2]) is >= 1 and <= 12 and var m
                    && Number(text, tokens[at + 4]) is >= 1 and var d && d <= DateTime.DaysInMonth(year, m)) return new WrittenDate(5, year, m, d);
            }
            return new WrittenDate(1 + AfterYear(tokens, at + 1), year);
        }
        // July 5, 2022; July 2022; July
        var named = MonthAt(tokens, at);
        if (named == 0) return default;
        if (at + 1 < tokens.Length && tokens[at + 1].Length <= 2 && Day(text, tokens[at + 1]) is > 0 and var dayOfMonth)
        {
            var comma = at + 2 < tokens.Length && tokens[at + 2].Hash == Comma ? 1 : 0;
            return YearAt(text, tokens, at + 2 + comma) is > 0 and var y ? new WrittenDate(3 + comma, y, named, dayOfMonth) : new WrittenDate(2, 0, named, dayOfMonth);
        }
        if (YearAt(text, tokens, at + 1) is > 0 and var yearOfMonth) return new WrittenDate(2 + AfterYear(tokens, at + 2), yearOfMonth, named);
        return tokens[at].Hash == May ? default : new WrittenDate(1, 0, named);
    }

    /// <summary>"2022 года", "2022 г.": where a year is told by the word after it, how many tokens that takes.</summary>
    private int AfterYear(ReadOnlySpan<Token> tokens, int at)
    {
        if (_inflection is null || at >= tokens.Length || !_inflection.YearWords.Contains(tokens[at].Folded)) return 0;
        return at + 2 < tokens.Length && tokens[at + 1] is { Folded: ".", IsGlued: true } && _abbreviations.Contains(tokens[at].Folded) ? 2 : 1;
    }

    private static int Place(ulong hash) => (int)(hash >> 8 & 255);

    private int MonthAt(ReadOnlySpan<Token> tokens, int at)
    {
        if (at >= tokens.Length || !tokens[at].IsCapitalised && _inflection is null) return 0;
        var hash = tokens[at].Hash;
        for (var place = Place(hash); _months[place].Month > 0; place = (place + 1) & (_months.Length - 1))
            if (_months[place].Hash == hash) return _months[place].Month;
        return 0;
    }

    private static int Day(ReadOnlySpan<char> text, Token token) => Number(text, token) is >= 1 and <= 31 and var day ? day : 0;

    private int YearAt(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int at) =>
        at < tokens.Length && tokens[at].Length == 4 && Number(text, tokens[at]) is >= 1800 and <= 2100 and var year && !IsCounted(tokens, at) ? year : 0;

    // "2,000 tons" has a comma; "2000 tons" is a figure.
    private bool IsCounted(ReadOnlySpan<Token> tokens, int at) =>
        at + 1 < tokens.Length && (_counted.Contains(tokens[at + 1].Hash) || _percent.LengthAt(tokens, at + 1) > 0);

    /// <summary>A whole number in plain digits, or -1.</summary>
    private static int Number(ReadOnlySpan<char> text, Token token)
    {
        if (token.Kind != TokenKind.Number || token.Length > 9) return -1;
        var number = 0;
        for (var i = token.Start; i < token.End; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return -1;
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }
}
