using System.Globalization;

namespace Assay.Evidence;

/// <summary>
/// The period that a figure covers: a year, half-year, quarter, month, the first N months of a year, or a day (a stock).
/// Written <c>2024</c>, <c>2024-H1</c>, <c>2024-Q3</c>, <c>2024-05</c>, <c>2024-9M</c>, <c>2024-01-01</c>. <c>default</c> is 1 January of year 1.
/// </summary>
public readonly record struct Period
{
    private readonly string? _text;

    private Period(string text, DayRange days)
    {
        _text = text;
        Days = days;
    }

    /// <summary>The days that it covers.</summary>
    public DayRange Days { get; }

    /// <summary>Whether it is one whole calendar year.</summary>
    public bool IsYear => ToString().Length == 4;

    /// <summary>The whole calendar year.</summary>
    public static Period Year(int year) => new(year.ToString("0000", CultureInfo.InvariantCulture), new PartialDate(year).Days);

    /// <summary>Reads a period in one of the forms above.</summary>
    public static bool TryParse(string text, out Period period)
    {
        ArgumentNullException.ThrowIfNull(text);
        period = default;
        if (PartialDate.TryParse(text, out var date))
        {
            period = new Period(text, date.Days);
            return true;
        }
        if (text.Length < 6 || text[4] != '-' || !PartialDate.TryParse(text.AsSpan(0, 4), out var year)) return false;
        var tail = text.AsSpan(5);
        var (firstMonth, months) = tail switch
        {
            ['Q', >= '1' and <= '4'] => ((tail[1] - '1') * 3 + 1, 3),
            ['H', '1' or '2'] => ((tail[1] - '1') * 6 + 1, 6),
            [.. var digits, 'M'] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 12 => (1, n),
            _ => (0, 0),
        };
        if (months == 0) return false;
        var last = firstMonth + months - 1;
        period = new Period(text, new DayRange(new DateOnly(year.Year, firstMonth, 1), new DateOnly(year.Year, last, DateTime.DaysInMonth(year.Year, last))));
        return true;
    }

    /// <summary>As written in the evidence tables.</summary>
    public override string ToString() => _text ?? "0001-01-01";

    /// <summary>By the days covered and the way written.</summary>
    public bool Equals(Period other) => Days == other.Days && ToString() == other.ToString();

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Days, ToString());
}
