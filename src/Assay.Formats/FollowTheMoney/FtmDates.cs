using Assay.Evidence;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// The values of one property of dates: prefix dates (<c>2021</c>, <c>2021-02</c>, <c>2021-02-16T21:48</c>). Several values are taken as the least precise
/// date that holds them all; where they lie in different years, no one date does.
/// </summary>
/// <param name="Date">The date that holds all values; null where there is none.</param>
/// <param name="Earliest">The earliest value; null where there is none.</param>
/// <param name="Latest">The latest value; null where there is none.</param>
/// <param name="Bad">A value that is no date; null where all are.</param>
internal readonly record struct FtmDates(PartialDate? Date, PartialDate? Earliest, PartialDate? Latest, string? Bad)
{
    /// <summary>Whether there are values that no one date holds.</summary>
    public bool AreApart => Date is null && Earliest is not null;

    /// <summary>Reads the values.</summary>
    public static FtmDates Of(IReadOnlyList<string> values)
    {
        PartialDate? whole = null, earliest = null, latest = null;
        string? bad = null;
        var isApart = false;
        foreach (var value in values)
        {
            if (!TryRead(value, out var date))
            {
                bad ??= value;
                continue;
            }
            if (earliest is null || date < earliest) earliest = date;
            if (latest is null || date.Last > latest.Value.Last) latest = date;
            if (isApart) continue;
            whole = whole is { } known ? Common(known, date) : date;
            isApart = whole is null;
        }
        return new FtmDates(whole, earliest, latest, bad);
    }

    /// <summary>Reads one value; the time of day is dropped.</summary>
    public static bool TryRead(string value, out PartialDate date)
    {
        var text = value.AsSpan().Trim();
        if (text.Length > 10 && text[10] is 'T' or ' ') text = text[..10];
        return PartialDate.TryParse(text, out date);
    }

    private static PartialDate? Common(PartialDate left, PartialDate right)
    {
        if (left.Year != right.Year) return null;
        if (left.Month is not { } month || month != right.Month) return new PartialDate(left.Year);
        return left.Day == right.Day ? left : new PartialDate(left.Year, month);
    }
}
