namespace Assay.Evidence;

/// <summary>An interval of days, both ends inside. <c>default</c> is the single day 1 January of year 1.</summary>
public readonly record struct DayRange
{
    /// <summary>The days from <paramref name="first"/> to <paramref name="last"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The last day lies before the first.</exception>
    public DayRange(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        First = first;
        Last = last;
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day.</summary>
    public DateOnly Last { get; }

    /// <summary>One day alone.</summary>
    public static DayRange On(DateOnly day) => new(day, day);

    /// <summary>Whether all of <paramref name="other"/> lies inside.</summary>
    public bool Contains(DayRange other) => First <= other.First && other.Last <= Last;

    /// <summary>Whether the two share a day.</summary>
    public bool Overlaps(DayRange other) => First <= other.Last && other.First <= Last;

    /// <summary>A whole year as <c>2024</c>, a month as <c>2024-05</c>, a day as <c>2024-05-31</c>, else <c>first/last</c>.</summary>
    public override string ToString()
    {
        if (First == Last) return First.ToString("O");
        if (new PartialDate(First.Year) is var year && year.Days == this) return year.ToString();
        if (new PartialDate(First.Year, First.Month) is var month && month.Days == this) return month.ToString();
        return $"{First:O}/{Last:O}";
    }
}
