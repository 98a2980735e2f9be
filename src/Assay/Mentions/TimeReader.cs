using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>Reads dates as days: those that are written out, weekdays, and dates relative to the article's.</summary>
internal sealed class TimeReader(Lexicon lexicon, DateFinder dates, PartialDate? asOf)
{
    /// <summary>The date that begins at a token; how many tokens it takes, or 0.</summary>
    public int Match(string text, ImmutableArray<Token> tokens, int at, out Mention.Time? time)
    {
        time = null;
        var opens = tokens[at].Word.Opens;
        if ((opens & Opening.RelativeTime) != 0 && lexicon.RelativeTimes.Match(tokens, at, out var offset) is > 0 and var relative) return Found(relative, Relative(offset!), true, out time);
        if ((opens & Opening.Weekday) != 0 && lexicon.Weekdays.TryGetValue(tokens[at].Folded, out var weekday) && tokens[at].IsCapitalised)
            return Found(1, asOf is { Day: not null } date ? LastWeekday(date.First, weekday) : null, true, out time);

        var written = dates.Match(text, tokens.AsSpan(), at);
        if (written.Length == 0) return 0;
        if (written.LastYear > 0) return Found(written.Length, new DayRange(new DateOnly(written.Year, 1, 1), new DateOnly(written.LastYear, 12, 31)), false, out time);
        if (written.Month == 0) return Found(written.Length, new PartialDate(written.Year).Days, false, out time);
        return Dated(written.Year == 0 ? null : written.Year, written.Month, written.Day == 0 ? null : written.Day, written.Length, out time);
    }

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
