using Assay.Evidence;
using Assay.Formats.Json;
using Assay.Formats.Records;
using Assay.Records;

namespace Assay.Web.Mcp;

/// <summary>The tools that ask the record by itself; each answers as the verb of the command line does that it is named after.</summary>
internal static class RecordTools
{
    private const string Names = "By id (kz) or any name that the record knows, in any language; find_entity gives ids.";
    private const string Comes = "Comes back: tables as text with the sources at the end; as structured content the same with the rows of the record behind each line.";

    private static readonly ToolParameter s_at = new("at", "The day, month or year asked about: 2024, 2024-05 or 2024-05-31, not in the future; today unless given. Over a month or year, what did not hold throughout is \"perhaps\".") { Examples = ["2025-06-17", "2024"] };

    public static ToolForm[] Forms { get; } =
    [
        new("ask", "Ask the record a question",
            $"Answers one question in English words from the record: \"Who owns Tengiz?\", \"How much of the oil of X belongs to Y?\", \"Which countries are members of the CSTO?\", \"What ties A to B?\", \"Is A a member of B?\"; a statement is checked and given a verdict. Take owners, members, agreements or ties where the subject is plain: they never misread a sentence. {Comes}",
            [new("question", "One question or statement in English.") { IsRequired = true, MostCharacters = 1000, Examples = ["Who owns Tengiz?"] }, s_at],
            (call, record, today) => View(Asked(call, record, today).Ask(call.Required("question")))),
        new("ties", "What ties two states",
            $"What ties two states on a day: bodies shared, agreements, what each holds of the other's assets, routes, trade, troops; with since, first what began, ended or changed from then on. {Comes}",
            [
                new("a", $"A state. {Names}") { IsRequired = true, Examples = ["kz"] }, new("b", $"Another state. {Names}") { IsRequired = true, Examples = ["ru"] }, s_at,
                new("since", "Show first what changed from this date on: 2022, 2022-02 or 2022-02-24.") { Examples = ["2022-01-01"] },
            ],
            (call, record, today) => View(Asked(call, record, today).Ties(call.Required("a"), call.Required("b"), call["since"] is { } since ? AskedDate.OfRecord(since, today) : null))),
        new("owners", "Who owns it",
            $"Who owns an asset or a company, through all chains, by name and by nationality; or whose a country's output of a commodity is. Shares are bounds: at least what the record shows, at most that and all that has no known owner. {Comes}",
            [
                new("of", $"An asset, a company or a country. {Names}") { IsRequired = true, Examples = ["tengiz", "kz"] },
                new("goods", "Of a country: the commodity whose output is divided, by key or word; all that the record divides unless given.") { Examples = ["crude-oil", "uranium"] },
                new("by", "Tell owners apart by the nationality of their groups or by name; both unless given.") { Words = ["country", "owner"] }, s_at,
            ],
            (call, record, today) => View(Asked(call, record, today).Own(call.Required("of"), call["goods"], By(call["by"])))),
        new("members", "Who belongs to a body",
            $"Who belongs to an international body or named group on a day, in what way and since when, who no longer does, and whether the list is known to be whole: only then does absence from it count. {Comes}",
            [new("body", $"A body or group. {Names}") { IsRequired = true, Examples = ["csto", "EAEU"] }, s_at],
            (call, record, today) => View(Asked(call, record, today).Members(call.Required("body")))),
        new("agreements", "Agreements of a party or between two",
            $"The agreements of a party, or between two: kind, parties, when signed, in force and ended, and what each was on a day. One that the record does not have may exist all the same. {Comes}",
            [
                new("a", $"A state, body, ministry or company. {Names}") { IsRequired = true, Examples = ["kz"] }, new("b", "Only agreements to which this one is a party too.") { Examples = ["gb"] },
                new("kind", "Only agreements of this kind or topic: alliance, military-cooperation, trade, minerals …; an unknown one is answered with those that there are.") { Examples = ["military-cooperation"] }, s_at,
            ],
            (call, record, today) => View(Asked(call, record, today).Agreements(call.Required("a"), call["b"], call["kind"]))),
        new("find_entity", "Find the id of a name",
            "The entities of the record that a name can mean, or whose names hold it, with id, kind, country and other names; where there are none, the nearest names. Take it first where another tool knows nothing by a name, or says that it can mean several.",
            [
                new("name", "A name or a part of one, in any language that the record has it in; or an id.") { IsRequired = true, Examples = ["Tengiz", "Казатомпром"] },
                new("kind", "Only entities of this kind.") { Words = [.. Enum.GetNames<EntityKind>().Select(name => name.ToLowerInvariant())] },
            ],
            (call, record, _) => EntitySearch.Find(record, call.Required("name"), call["kind"] is { } kind ? Enum.Parse<EntityKind>(kind, ignoreCase: true) : null)),
    ];

    private static AskedRecord Asked(ToolCall call, LoadedRecord record, DateOnly today) => record.Asked(call["at"] is { } at ? AskedDate.OfRecord(at, today).Days : null, today);

    private static OwnedBy? By(string? word) => word is null ? null : Enum.Parse<OwnedBy>(word, ignoreCase: true);

    private static ToolAnswer View(RecordView view) => ToolAnswer.Of(RecordText.Of(view), bytes => RecordViewJson.Write(bytes, view, withProofs: false));
}
