using System.Globalization;

namespace Assay.Evidence;

/// <summary>
/// A date as precise as its source: a day, a month or a year (the "prefix date" of FollowTheMoney), of years 1 to 9999.
/// It stands for the interval of days from <see cref="First"/> to <see cref="Last"/>. <c>default</c> is 1 January of year 1.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private readonly int _year;

    /// <summary>A year, a month of it, or a day of that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or a day is given without a month.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month), month, "A month is 1 to 12.");
        if (day is not null && (month is null || day < 1 || day > DateTime.DaysInMonth(year, month.Value)))
            throw new ArgumentOutOfRangeException(nameof(day), day, "There is no such day in that month.");
        _year = year;
        Month = month;
        Day = day;
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => Math.Max(_year, 1);

    /// <summary>The month, 1 to 12, or null where only the year is known.</summary>
    public int? Month { get; }

    /// <summary>The day of the month, or null where only the month or year is known.</summary>
    public int? Day { get; }

    /// <summary>The first day that the date may mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that the date may mean.</summary>
    public DateOnly Last => Day is not null ? First : new(Year, Month ?? 12, DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>All days that the date may mean.</summary>
    public DayRange Days => new(First, Last);

    /// <summary>Reads <c>2024</c>, <c>2024-05</c> or <c>2024-05-31</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10)) return false;
        if (!Number(text[..4], out var year) || year < 1) return false;
        int? month = null, day = null;
        if (text.Length >= 7)
        {
            if (text[4] != '-' || !Number(text[5..7], out var m) || m is < 1 or > 12) return false;
            month = m;
        }
        if (text.Length == 10)
        {
            if (text[7] != '-' || !Number(text[8..], out var d) || d < 1 || d > DateTime.DaysInMonth(year, month!.Value)) return false;
            day = d;
        }
        date = new PartialDate(year, month, day);
        return true;

        static bool Number(ReadOnlySpan<char> digits, out int value) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a date as <see cref="TryParse"/> does.</summary>
    /// <exception cref="FormatException">The text is no such date.</exception>
    public static PartialDate Parse(ReadOnlySpan<char> text) => TryParse(text, out var date)
        ? date
        : throw new FormatException($"'{text}' is not a date: expected YYYY, YYYY-MM or YYYY-MM-DD.");

    /// <summary>By first day, then by precision (the coarser first).</summary>
    public int CompareTo(PartialDate other)
    {
        var byFirst = First.CompareTo(other.First);
        return byFirst != 0 ? byFirst : other.Last.CompareTo(Last);
    }

    /// <summary>ISO 8601, as precise as known.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };

    /// <summary>Whether the left date sorts before the right one.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left date sorts after the right one.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left date does not sort after the right one.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left date does not sort before the right one.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;
}
