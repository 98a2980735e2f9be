using System.Globalization;
using Assay.Evidence;

namespace Assay.Articles;

/// <summary>
/// A date as articles head themselves with: <c>2024-06-01</c>, <c>2021-04</c>, <c>1 June 2024</c>, <c>June 1, 2024</c>, <c>June 2024</c>,
/// <c>01.06.2024</c>; a weekday before it and a time after it are passed over. <c>6/1/2024</c> is read differently on either side of an ocean: it is none.
/// </summary>
public static class ArticleDate
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>Reads a date; false where the text is none of these forms.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(text);
        date = default;
        var words = text.Replace(',', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).AsSpan();
        if (words.Length > 1 && IsName(words[0], Weekdays, out _)) words = words[1..];
        if (words.Length == 0) return false;
        if (PartialDate.TryParse(words[0].Split('T')[0].Replace('/', '-'), out date)) return true;
        if (words[0].Split('.') is [var dd, var mm, var yyyy] && IsNumber(mm, out var dottedMonth)) return Make(dd, dottedMonth, yyyy, out date);
        if (words.Length >= 3 && IsName(words[1], Months, out var month)) return Make(words[0], month, words[2], out date);
        if (words.Length >= 3 && IsName(words[0], Months, out month) && words[2].Length == 4) return Make(words[1], month, words[2], out date);
        return words.Length >= 2 && IsName(words[0], Months, out month) && Make("", month, words[1], out date);
    }

    private static bool Make(string day, int month, string year, out PartialDate date)
    {
        date = default;
        if (year.Length != 4 || !IsNumber(year, out var y) || y < 1 || month is < 1 or > 12) return false;
        if (day.Length == 0)
        {
            date = new PartialDate(y, month);
            return true;
        }
        if (!IsNumber(day.TrimEnd("stndrh".ToCharArray()), out var d) || d < 1 || d > DateTime.DaysInMonth(y, month)) return false;
        date = new PartialDate(y, month, d);
        return true;
    }

    /// <summary>A name or its abbreviation of three letters or more, as <c>Sept.</c>; the number counts from 1.</summary>
    private static bool IsName(string word, string[] names, out int number)
    {
        var stem = word.TrimEnd('.');
        number = stem.Length < 3 ? 0 : Array.FindIndex(names, name => name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)) + 1;
        return number > 0;
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
