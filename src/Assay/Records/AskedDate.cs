using Assay.Articles;
using Assay.Evidence;

namespace Assay.Records;

/// <summary>Reads the dates that somebody asks about.</summary>
public static class AskedDate
{
    /// <summary>A day, month or year of the record, which tells of nothing after today: <c>2024</c>, <c>2024-05</c>, <c>2024-05-31</c> or <c>today</c>.</summary>
    /// <exception cref="AskingException">It is no date, or still to come.</exception>
    public static PartialDate OfRecord(string word, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word == "today") return new PartialDate(today.Year, today.Month, today.Day);
        if (!PartialDate.TryParse(word, out var date))
            throw new AskingException(word.Length is 7 or 10 && word.All(letter => char.IsAsciiDigit(letter) || letter == '-')
                ? $"there is no such date as '{word}': write it as 2024, 2024-05 or 2024-05-31"
                : $"'{word}' is not a date: write it as 2024, 2024-05 or 2024-05-31, or today");
        return date.First <= today ? date : throw new AskingException($"{word} is still to come: the record tells of nothing after today, {today:yyyy-MM-dd}");
    }

    /// <summary>The date of an article, in any form that its header may have.</summary>
    /// <param name="word">The date.</param>
    /// <param name="today">What <c>today</c> stands for; null: it is not taken.</param>
    /// <exception cref="AskingException">It is no date.</exception>
    public static PartialDate OfArticle(string word, DateOnly? today)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (today is { } day && word == "today") return new PartialDate(day.Year, day.Month, day.Day);
        if (ArticleDate.TryParse(word, out var date)) return date;
        var wrong = word.Length == 10 && PartialDate.TryParse(word.AsSpan(0, 7), out _) ? "is not a day of the calendar" : "is not a date";
        throw new AskingException($"'{word}' {wrong}: write it as 2024, 2024-05 or 2024-05-31{(today is null ? "" : ", or today")}");
    }
}
