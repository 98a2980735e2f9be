using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Cli;

/// <summary>The options about one's article that the verbs which check one share.</summary>
internal sealed class ArticleOptions
{
    private readonly Option<PartialDate?> _date = new("--date")
    {
        HelpName = "DATE",
        Description = "The article's date, in place of the one in its header: YYYY, YYYY-MM or YYYY-MM-DD.",
        CustomParser = argument => Date(argument, today: null),
    };

    private readonly Option<PartialDate?> _asOf;

    private readonly Option<string?> _language = new("--language")
    {
        HelpName = "CODE",
        Description = "Take the article to be in this language (en), without detecting it.",
    };

    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Fetch an address also from this machine or a private network.",
    };

    public ArticleOptions(TimeProvider time)
    {
        _asOf = new Option<PartialDate?>("--as-of")
        {
            HelpName = "DATE",
            Description = "What \"now\" means in the article, where it is not the article's date; today is allowed.",
            CustomParser = argument => Date(argument, DateOnly.FromDateTime(time.GetLocalNow().Date)),
        };
    }

    /// <summary>What the user gave; null where nothing.</summary>
    internal sealed record Values(PartialDate? Date, PartialDate? AsOf, string? Language, bool AllowPrivate);

    public void AddTo(Command verb)
    {
        verb.Add(_date);
        verb.Add(_asOf);
        verb.Add(_language);
        verb.Add(_allowPrivate);
    }

    public Values Of(ParseResult line) => new(line.GetValue(_date), line.GetValue(_asOf), line.GetValue(_language), line.GetValue(_allowPrivate));

    private static PartialDate? Date(ArgumentResult argument, DateOnly? today)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        if (today is { } day && word == "today") return new PartialDate(day.Year, day.Month, day.Day);
        if (ArticleDate.TryParse(word, out var date)) return date;
        argument.AddError($"'{word}' is not a date: write it as 2024, 2024-05 or 2024-05-31{(today is null ? "" : ", or today")}");
        return null;
    }
}
