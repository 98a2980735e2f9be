using System.Globalization;
using Assay.Evidence;

namespace Assay.Formats.Mappings;

/// <summary>Reads dates in the forms that a mapping names, and in the record's own.</summary>
internal static class DateText
{
    /// <summary>The parts that a form may have: <c>yyyy</c> (two digits of a year are refused), <c>MM</c>, <c>M</c>, <c>dd</c>, <c>d</c>, and a time of day that is left aside.</summary>
    public static bool IsForm(string form)
    {
        if (!form.Contains("yyyy", StringComparison.Ordinal) || form.Contains("yyyyy", StringComparison.Ordinal) || form.Any(c => char.IsAsciiLetter(c) && !"yMdHhmsftTzZK".Contains(c, StringComparison.Ordinal))) return false;
        // A day without its month would be taken for one of January.
        return form.Contains('M', StringComparison.Ordinal) || !form.Contains('d', StringComparison.Ordinal);
    }

    /// <summary>The date as the record writes it.</summary>
    public static bool TryRead(string text, IReadOnlyList<string> forms, out string date)
    {
        date = text;
        if (PartialDate.TryParse(text, out _)) return true;
        foreach (var form in forms)
        {
            if (!DateTimeOffset.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out var read)) continue;
            date = read.ToString(form.Contains('d', StringComparison.Ordinal) ? "yyyy-MM-dd" : form.Contains('M', StringComparison.Ordinal) ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);
            return true;
        }
        // A day with its time, as databases and data frames write it.
        if (text.Length > 10 && text[10] is 'T' or ' ' && PartialDate.TryParse(text.AsSpan(0, 10), out _) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            date = text[..10];
            return true;
        }
        return false;
    }
}
