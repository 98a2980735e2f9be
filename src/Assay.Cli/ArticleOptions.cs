using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Evidence;
using Assay.Formats.Records;
using Assay.Records;

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

    private readonly Option<PartialDate?> _later;

    private readonly Option<string?> _language = new("--language")
    {
        HelpName = "CODE",
        Description = "Take the article to be in this language (en, ru), without detecting it.",
    };

    private readonly Option<bool> _allowPrivate = new("--allow-private")
    {
        Description = "Fetch an address also from this machine or a private network.",
    };

    private readonly TimeProvider _time;

    public ArticleOptions(TimeProvider time)
    {
        _time = time;
        _asOf = new Option<PartialDate?>("--as-of")
        {
            HelpName = "DATE",
            Description = "What \"now\" means in the article, where it is not the article's date; today is allowed.",
            CustomParser = argument => Date(argument, Today(time)),
        };
        _later = new Option<PartialDate?>("--later")
        {
            HelpName = "DATE",
            Description = "Say beside each verdict on the article's \"now\" what it is on this later day, where it differs, and which row changed it; today is allowed.",
            CustomParser = argument => Date(argument, Today(time)),
        };
    }

    /// <summary>What the user gave; null where nothing.</summary>
    internal sealed record Values(PartialDate? Date, PartialDate? AsOf, PartialDate? Later, string? Language, DateOnly Today, bool AllowPrivate);

    /// <param name="verb">The verb.</param>
    /// <param name="showsLater">Whether it shows verdicts, so that those of a later day may stand beside them.</param>
    public void AddTo(Command verb, bool showsLater = true)
    {
        verb.Add(_date);
        verb.Add(_asOf);
        if (showsLater) verb.Add(_later);
        verb.Add(_language);
        verb.Add(_allowPrivate);
    }

    public Values Of(ParseResult line) =>
        new(line.GetValue(_date), line.GetValue(_asOf), line.GetValue(_later), line.GetValue(_language), Today(_time), line.GetValue(_allowPrivate));

    /// <summary>Refuses a language that was asked for and has no rules.</summary>
    /// <exception cref="StopException">There are none.</exception>
    public static void RequireLanguage(LoadedRecord record, Values given) => StopException.For(() =>
    {
        record.RequireLanguage(given.Language);
        return record;
    });

    private static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().Date);

    private static PartialDate? Date(ArgumentResult argument, DateOnly? today)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        try
        {
            return AskedDate.OfArticle(word, today);
        }
        catch (AskingException wrong)
        {
            argument.AddError(wrong.Message);
            return null;
        }
    }
}
