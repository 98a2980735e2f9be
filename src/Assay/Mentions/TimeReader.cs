using System.Collections.Immutable;
using System.Globalization;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>Reads dates: days, months, years, ranges of years, weekdays and dates relative to the article's.</summary>
internal sealed class TimeReader(Lexicon lexicon, PartialDate? asOf)
{
    /// <summary>The date that begins at a token; how many tokens it takes, or 0.</summary>
    public int Match(ImmutableArray<Token> tokens, int at, out Mention.Time? time)
    {
        time = null;
        var relative = lexicon.RelativeTimes.Match(tokens, at, out var offset);
        if (relative > 0) return Found(relative, Relative(offset!), true, out time);
        if (lexicon.Weekdays.TryGetValue(tokens[at].Folded, out var weekday) && tokens[at].IsCapitalised)
            return Found(1, asOf is { Day: not null } date ? LastWeekday(date.First, weekday) : null, true, out time);

        var token = tokens[at];
        if (token.Kind == TokenKind.Number)
        {
            // 5 July 2022, 6 May
            if (Day(token) is { } day && Month(at + 1) is { } month)
                return Dated(Year(at + 2), month, day, Year(at + 2) is null ? 2 : 3, out time);
            if (Year(at) is { } year)
            {
                if (at + 2 < tokens.Length && tokens[at + 1].Folded is "-" or "/" && tokens[at + 1].IsGlued && tokens[at + 2].IsGlued && tokens[at + 2].Kind == TokenKind.Number)
                {
                    if (Year(at + 2) is { } last && last >= year) return Found(3, new DayRange(new DateOnly(year, 1, 1), new DateOnly(last, 12, 31)), false, out time);
                    if (Number(at + 2) is { } m && at + 4 < tokens.Length && tokens[at + 3].Folded == "-" && Number(at + 4) is { } d && PartialDate.TryParse($"{year:0000}-{m:00}-{d:00}", out var iso))
                        return Found(5, iso.Days, false, out time);
                }
                return Found(1, new PartialDate(year).Days, false, out time);
            }
            return 0;
        }
        // July 5, 2022; July 2022; July
        if (Month(at) is not { } named) return 0;
        if (at + 1 < tokens.Length && Day(tokens[at + 1]) is { } dayOfMonth && tokens[at + 1].Kind == TokenKind.Number && tokens[at + 1].Folded.Length <= 2)
        {
            var comma = at + 2 < tokens.Length && tokens[at + 2].Folded == "," ? 1 : 0;
            return Year(at + 2 + comma) is { } y ? Dated(y, named, dayOfMonth, 3 + comma, out time) : Dated(null, named, dayOfMonth, 2, out time);
        }
        if (Year(at + 1) is { } yearOfMonth) return Dated(yearOfMonth, named, null, 2, out time);
        return tokens[at].Folded == "may" ? 0 : Dated(null, named, null, 1, out time);

        int? Month(int i) => i < tokens.Length && tokens[i].IsCapitalised && lexicon.Months.TryGetValue(tokens[i].Folded, out var m) ? m : null;

        int? Number(int i) => i < tokens.Length && tokens[i].Kind == TokenKind.Number && int.TryParse(tokens[i].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

        int? Year(int i) => Number(i) is >= 1800 and <= 2100 && tokens[i].Folded.Length == 4 && !IsCounted(i) ? Number(i) : null;

        // "2,000 tons" has a comma; "2000 tons" is a figure.
        bool IsCounted(int i) => i + 1 < tokens.Length && (lexicon.PercentWords.Match(tokens, i + 1, out _) > 0 || tokens[i + 1].Folded is "tons" or "tonnes" or "barrels" or "people" or "troops" or "soldiers" || lexicon.Multipliers.ContainsKey(tokens[i + 1].Folded) && tokens[i + 1].Folded.Length > 1);
    }

    private static int? Day(Token token) =>
        token.Kind == TokenKind.Number && int.TryParse(token.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;

    /// <summary>A date without a year is the last such one before the article's date.</summary>
    private int Dated(int? year, int month, int? day, int length, out Mention.Time? time)
    {
        if (year is { } known)
        {
            if (day is { } d && d > DateTime.DaysInMonth(known, month)) day = null;
            return Found(length, new PartialDate(known, month, day).Days, false, out time);
        }
        if (asOf is not { } today) return Found(length, null, true, out time);
        var guess = today.Year;
        if (day is { } wanted && wanted > DateTime.DaysInMonth(guess, month)) day = null;
        if (new PartialDate(guess, month, day).First > today.Last && guess > 1) guess--;
        if (day is { } again && again > DateTime.DaysInMonth(guess, month)) day = null;
        return Found(length, new PartialDate(guess, month, day).Days, true, out time);
    }

    private DayRange? Relative(RelativeTime relative)
    {
        if (asOf is not { } today) return null;
        switch (relative.Unit)
        {
            case "year":
                return new PartialDate(Math.Clamp(today.Year + relative.Offset, 1, 9999)).Days;
            case "month":
                if (today.Month is null) return null;
                var month = new DateOnly(today.Year, today.Month.Value, 1).MonthsLater(relative.Offset);
                return new PartialDate(month.Year, month.Month).Days;
            default:
                var first = today.First.DaysLater(relative.Offset);
                var last = relative.Span > 0 ? today.Last : first;
                return new DayRange(first, last < first ? first : last);
        }
    }

    private static DayRange LastWeekday(DateOnly date, DayOfWeek weekday)
    {
        var back = ((int)date.DayOfWeek - (int)weekday + 7) % 7;
        return DayRange.On(date.DaysLater(-back));
    }

    private static int Found(int length, DayRange? days, bool isRelative, out Mention.Time? time)
    {
        time = new Mention.Time(days, isRelative) { Span = default };
        return length;
    }
}
