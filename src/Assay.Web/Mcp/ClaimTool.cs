using Assay.Articles;
using Assay.Claims;
using Assay.Claims.Corrections;
using Assay.Evidence;
using Assay.Findings;
using Assay.Formats.Json;
using Assay.Formats.Records;
using Assay.Records;

namespace Assay.Web.Mcp;

/// <summary>The tool that checks a claim which the agent has read itself and puts as a form.</summary>
internal static class ClaimTool
{
    private const int MostFlips = 3;

    private static readonly ClaimKind[] s_kinds = [.. Enum.GetValues<ClaimKind>().Where(kind => ClaimForm.RolesOf(kind).Length > 0)];

    public static ToolForm Form { get; } = new("check_claim", "Check one claim put as a form",
        "Sets one claim beside the record that you have read yourself: what kind it is, who and what fills its roles, what answer it expects, and for when. Nothing is left to the program's reading, so take it for a claim that check_text misses or misreads, or that you were told without a text. Comes back: the question as it was asked, the verdict, why, the sources; as structured content also the readings, bounds and proof, and which smallest changes of the record would give another verdict. What is wrong in the form is told field by field, all at once.",
        [
            new("kind", "The kind of claim.") { IsRequired = true, Words = [.. s_kinds.Select(ClaimForm.WordOf)] },
            new("roles", $"Who and what fills its roles: an object of strings. Entities by id or name, several with semicolons between them (\"ru; by\"). Roles by kind, * must be filled: {string.Join(". ", s_kinds.Select(Roles))}.") { IsRequired = true, IsMap = true, MostCharacters = ClaimFormReader.LongestField },
            new("expects", "The answer that the claim gives: yes, no, \"about 25 %\", \"more than half\", \"1st\", \"3.2 million tonnes\"; yes unless given."),
            new("time", $"When it is said to be so: 2024, 2024-06, 2024-06-30, \"2019 to 2023\", \"since 2009\"; the day of date unless given."),
            new("date", "What \"now\" is for the claim: 2025-06-17, 2025-06 or 2025; today unless given.") { Examples = ["2025-06-17"] },
            new("words", "The claim in the words in which it was made, to stand beside the verdict.") { MostCharacters = 2000 },
        ],
        Check);

    private static string Roles(ClaimKind kind) => $"{ClaimForm.WordOf(kind)}: {string.Join(", ", ClaimForm.RolesOf(kind).Select(Role))}";

    private static string Role(FormRole role) => (role.IsRequired ? $"{role.Name}*" : role.Name) + (role.Choices.IsEmpty ? "" : $" ({string.Join("|", role.Choices)})");

    private static ToolAnswer Check(ToolCall call, LoadedRecord record, DateOnly today)
    {
        if (!ClaimForm.TryKind(call.Required("kind"), out var kind)) throw new AskingException($"there is no kind '{call.Required("kind")}'");
        var form = new ClaimForm { Kind = kind, Roles = call.Map("roles"), Expects = call["expects"] ?? "yes", Time = call["time"] ?? ClaimForm.AsOfArticle };
        var now = AskedDate.OfArticle(call["date"] ?? "today", today);
        var words = call["words"] ?? form.ToString();
        var whole = new TextSpan(0, words.Length);
        var (claim, problems) = new ClaimFormReader(record.Rules, record.Evidence).Read(form, new ClaimPlace("c1", new QuotedSpan(whole, words), now, record.Rules.Lexicon.Language));
        if (claim is null) throw new AskingException(string.Join("\n", problems));
        var finding = record.Assayer.Check(claim);
        if (!finding.IsAsked) throw new AskingException($"this form is a claim that nothing is asked of: fill the roles of {ClaimForm.WordOf(kind)}. {Roles(kind)}");
        var result = new CheckedArticle
        {
            Article = new Article { Text = words, Body = whole, Date = now, Language = record.Rules.Lexicon.Language }, Evidence = record.Evidence, AsOf = now,
            Findings = [finding with { Sensitivity = record.Sensitivity.Of(finding, MostFlips) }], NotCheckable = [], Coverage = new Coverage(1, 0, []),
        };
        return ToolAnswer.Of(FindingsText.Of(result), bytes => CheckedArticleJson.Write(bytes, result));
    }
}
