using Assay.Evidence;
using Assay.Formats.FollowTheMoney;

namespace Assay.Formats.Mappings;

/// <summary>A column of a table as its name and its first values show it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Its first values that are not empty.</param>
internal sealed record GuessedColumn(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Forms of dates that are tried, the usual ones first.</summary>
    private static readonly string[] s_dateForms = ["dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy", "d/M/yyyy", "M/d/yyyy", "yyyy/MM/dd", "yyyy.MM.dd", "dd-MM-yyyy", "yyyyMMdd", "MM/yyyy", "MM.yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy"];

    private readonly Lazy<IReadOnlyList<string>> _dateForms = new(() => FormsOf(Values));

    /// <summary>How many different values there are.</summary>
    public int Different { get; } = Values.Distinct(StringComparer.Ordinal).Count();

    /// <summary>What part of the values are numbers, whatever the decimal sign.</summary>
    public double Numbers => Part(value => NumberForm.Plain.TryRead(value, out _) || new NumberForm(',', '.').TryRead(value, out _) || new NumberForm('.', ',').TryRead(value, out _) || new NumberForm(',', ' ').TryRead(value, out _));

    /// <summary>What part tell a share.</summary>
    public double Shares => Part(value => SharePhrase.Read(value).Outcome is ShareOutcome.Share or ShareOutcome.Unknown);

    /// <summary>Whether all are whole numbers without a sign of percent.</summary>
    public bool IsWhole => Values.Count > 0 && Values.All(value => value.All(c => char.IsAsciiDigit(c) || c is ' ' or '\u00a0' or ',' or '.' or '\'') && (!value.AsSpan().ContainsAny(',', '.') || IsGrouped(value)));

    /// <summary>Whether its figures count shares, it seems, and are no percent.</summary>
    /// <param name="hasTotal">Whether a column beside it tells how many there are in all.</param>
    public bool IsCount(bool hasTotal) =>
        IsWhole && !ColumnWords.Embedded.Says("percent", Name) && (hasTotal || ColumnWords.Embedded.Says("count", Name) || ColumnWords.Embedded.Says("pieces", Name));

    /// <summary>What part are years.</summary>
    public double Years => Part(value => value.Length == 4 && int.TryParse(value, out var year) && year is > 1000 and < 2200);

    /// <summary>What part are dates in the record's form or in one of <see cref="DateForms"/>.</summary>
    public double Dates => Part(value => PartialDate.TryParse(value, out _) || DateText.TryRead(value, DateForms, out _));

    /// <summary>What part have the form of an LEI with right check digits (ISO 17442).</summary>
    public double Leis => Part(IsLei);

    /// <summary>What part are words: letters, and no number or date.</summary>
    public double Words => Part(value => value.Any(char.IsLetter) && !NumberForm.Plain.TryRead(value, out _));

    /// <summary>What part are two letters.</summary>
    public double TwoLetters => Part(value => value.Length == 2 && value.All(char.IsAsciiLetter));

    /// <summary>The forms, beside the record's own, in which all dates of the column can be read; two where days and months cannot be told apart.</summary>
    public IReadOnlyList<string> DateForms => _dateForms.Value;

    /// <summary>Whether decimals stand behind a comma.</summary>
    public bool HasDecimalComma => Values.Any(value => value.Contains(',', StringComparison.Ordinal)) && Part(value => new NumberForm(',', '.').TryRead(value, out _) || new NumberForm(',', ' ').TryRead(value, out _) || SharePhrase.Read(value).Outcome == ShareOutcome.Share) > 0.9
        && !Values.Any(value => value.LastIndexOf('.') > value.LastIndexOf(',') && value.Contains(',', StringComparison.Ordinal)) && Values.Any(value => value.IndexOf(',', StringComparison.Ordinal) is >= 0 and var at && value.AsSpan(at + 1).TrimEnd(" %").Length != 3);

    // 1,234,567: groups of three after the first.
    private static bool IsGrouped(string value) => value.Split(',', '.') is var groups && groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3);

    private double Part(Func<string, bool> fits) => Values.Count == 0 ? 0 : (double)Values.Count(fits) / Values.Count;

    private static IReadOnlyList<string> FormsOf(IReadOnlyList<string> values)
    {
        string[] others = [.. values.Where(value => !PartialDate.TryParse(value, out _))];
        return others.Length == 0 ? [] : [.. s_dateForms.Where(form => others.All(value => DateText.TryRead(value, [form], out _))).Take(2)];
    }

    // ISO 7064 MOD 97-10 over the text with letters as two digits.
    private static bool IsLei(string value)
    {
        if (value.Length != 20) return false;
        var rest = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c)) rest = ((rest * 10) + c - '0') % 97;
            else if (char.IsAsciiLetterUpper(c)) rest = ((rest * 100) + c - 'A' + 10) % 97;
            else return false;
        }
        return rest == 1;
    }
}
