using Assay.Evidence;

namespace Assay.Formats.Gleif;

/// <summary>What a date or time of the standard was read as.</summary>
internal enum DayKind
{
    /// <summary>There is none.</summary>
    Empty,
    /// <summary>A day.</summary>
    Day,
    /// <summary>A year that nobody means: 0, 1, 9999 and the like, written where a date is not known or there is no end.</summary>
    Placeholder,
    /// <summary>No date.</summary>
    Unreadable,
}

/// <summary>A day, taken from a date or time of ISO 8601 as it is written there, in its own time zone.</summary>
internal readonly record struct GleifDay(DayKind Kind, string Text)
{
    // No firm is older than the year 1000 nor does a contract of today end after 2200: such years stand for "not known" and "no end".
    private const int FirstYear = 1000, LastYear = 2200;

    /// <summary>Reads <c>2012-11-29T00:00:00.000Z</c>, <c>2012-11-29T00:00:00+02:00</c>, <c>2012-11-29</c>.</summary>
    public static GleifDay Of(string text)
    {
        if (text.Length == 0) return new GleifDay(DayKind.Empty, "");
        if (text.Length < 10 || (text.Length > 10 && text[10] is not ('T' or 't' or ' ' or 'Z' or '+' or '-'))) return new GleifDay(DayKind.Unreadable, "");
        var day = text.AsSpan(0, 10);
        if (day.StartsWith("0000-")) return new GleifDay(DayKind.Placeholder, "");
        if (!PartialDate.TryParse(day, out var date)) return new GleifDay(DayKind.Unreadable, "");
        return date.Year is < FirstYear or > LastYear ? new GleifDay(DayKind.Placeholder, "") : new GleifDay(DayKind.Day, day.ToString());
    }

    /// <summary>The first of these that is a day; empty where none is.</summary>
    public static string FirstOf(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (Of(text) is { Kind: DayKind.Day, Text: var day }) return day;
        return "";
    }
}
