using Assay.Articles;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Formats.Records;
using Assay.Records;

namespace Assay.Web.Mcp;

/// <summary>The tools that check what a text claims.</summary>
internal static class ArticleTools
{
    /// <summary>The longest text that is checked at once, in characters: some fifteen pages.</summary>
    public const int MostCharacters = 50_000;

    private const int MostFlips = 10;
    private const string Called = "the text";

    private static readonly ToolParameter[] s_text =
    [
        new("text", "The text in English or Russian, as plain text; at most 50000 characters. Lines at its head such as \"Date: 2025-06-17\" are read as what they say.")
        {
            IsRequired = true, MostCharacters = MostCharacters,
        },
        new("title", "Its title, if it has one.") { MostCharacters = 500 },
        new("date", "The date of the text: what \"now\" means in it, as 2025-06-17, 2025-06 or 2025. Without it and without a Date line, what the text says of its \"now\" cannot be checked.") { Examples = ["2025-06-17"] },
        new("language", "Its language as a code, en or ru; detected unless given.") { MostCharacters = 10, Examples = ["en"] },
    ];

    public static ToolForm[] Forms { get; } =
    [
        new("check_text", "Check what a text claims",
            "Finds what a text claims about memberships, agreements, ownership, shares, ranks, amounts, routes, control, offices and events, and sets each claim beside the record. Comes back: each claim with its words, a verdict (Supported, Refuted, Not enough evidence, Conflicting evidence), one sentence that says why, and its sources; opinions, forecasts and motives are listed as not checkable. As structured content: the same with the readings of vague words, the answers with their bounds, and the proofs. Not enough evidence means that the record does not settle it.",
            s_text,
            (call, record, _) => Whole(Checked(call, record))),
        new("explain_finding", "Prove one finding of a text",
            "The proof of the verdict on one claim of a text, step by step down to the rows of the record and their sources; the other ways to read it; and the smallest changes of the record that would give another verdict, or the rows that would settle it. Send the same text as to check_text, with either the claim's id or its words.",
            [
                .. s_text, new("claim", "The claim's id as check_text gave it, c3, or its number. Give this or quote.") { MostCharacters = 20, Examples = ["c1"] },
                new("quote", "Words of the claim as they stand in the text. Give this or claim.") { MostCharacters = 2000 },
            ],
            (call, record, _) => One(call, record)),
    ];

    private static CheckedArticle Checked(ToolCall call, LoadedRecord record)
    {
        record.RequireLanguage(call["language"]);
        var article = Article.FromText(call.Required("text"));
        if (call["title"] is { } title) article = article with { Title = title };
        if (call["date"] is { } date) article = article with { Date = AskedDate.OfArticle(date, today: null) };
        if (call["language"] is { } language) article = article with { Language = language };
        return record.Assayer.Check(article);
    }

    private static ToolAnswer Whole(CheckedArticle result) => ToolAnswer.Of(FindingsText.Of(result), bytes => CheckedArticleJson.Write(bytes, result));

    private static ToolAnswer One(ToolCall call, LoadedRecord record)
    {
        var (claim, quote) = (call["claim"], call["quote"]);
        if (claim is null == quote is null) throw new AskingException($"{(claim is null ? "neither claim nor quote is given" : "both claim and quote are given")}; give the one that tells which claim: claim as \"c1\", or quote with its words");
        var result = Checked(call, record);
        var (finding, passage) = claim is not null ? ClaimSearch.ById(result, claim, Called) : ClaimSearch.ByQuote(result, quote!, Called);
        if (finding is null) return Whole(result with { Findings = [], NotCheckable = [passage!] });
        finding = finding with { Sensitivity = record.Sensitivity.Of(finding, MostFlips) };
        var one = result with { Findings = [finding], NotCheckable = [] };
        return ToolAnswer.Of(FindingsText.Explained(one), bytes => CheckedArticleJson.Write(bytes, one));
    }
}
