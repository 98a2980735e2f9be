using System.Diagnostics;
using System.Globalization;
using Assay.Evidence;

namespace Assay.Publishing.Wording;

/// <summary>A row of the record as one sentence.</summary>
internal static class RowWords
{
    public static string Of(Statement row, EvidenceSnapshot evidence)
    {
        return row switch
        {
            Entity entity => With(entity.Name, Kind(entity.Kind), entity.Country is { } country && country != entity.EntityId ? Name(country) : "",
                entity.Parent is { } parent ? $"of the group of {Name(parent)}" : ""),
            Stake stake => With($"{Name(stake.Owner)} {(stake.Status == RowStatus.Planned ? "is to hold" : "holds")} {stake.Share}\u00A0% of {Name(stake.Asset)}",
                stake.Interest switch { Interest.Participating => "participating interest", Interest.Votes => "votes", _ => "shares" },
                DateWords.Of(stake.Validity)),
            Operation run => With($"{Name(run.Operator)} is {Terms.Slug(run.Role)} of {Name(run.Asset)}", DateWords.Of(run.Validity)),
            Domicile seat => With($"{Name(seat.Firm)} has its seat in {Name(seat.Country)}", DateWords.Of(seat.Validity)),
            Regime regime => With($"{Name(regime.Asset)} is under a {Terms.Slug(regime.RegimeKind)} regime", DateWords.Of(regime.Validity)),
            Membership member => With($"{Name(member.Member)} in {Name(member.Body)}: {Spaced(member.MembershipStatus)}", DateWords.Of(member.Validity)),
            Position post => With($"{Name(post.Person)} is {Terms.Slug(post.Office)} of {Name(post.Of)}", DateWords.Of(post.Validity)),
            Agreement agreement => With(agreement.Title, string.Join(" and ", agreement.Parties.Select(Name)),
                agreement.Signed is { } signed ? $"signed {DateWords.Of(signed)}{In(agreement.SigningPlace)}" : "",
                agreement.InForce is { } since ? $"in force from {DateWords.Of(since)}" : "",
                agreement.Ended is { } ended ? $"to {DateWords.Of(ended)}" : "",
                $"status: {Terms.Slug(agreement.AgreementStatus)}"),
            Event happening => With($"{happening.Title}{In(happening.EventPlace)}", Days(happening.From, happening.To), happening.EventStatus),
            Proposition proposition => $"In dispute: “{proposition.Sentence}”",
            Attribution said => With($"{Name(said.SaidBy)} {(said.Asserts ? "asserts" : "denies")}: “{said.Assertion}”",
                said.Via switch { "direct" => "in its own words", "catalogue-of-opponent" => "known only from an opponent’s listing", var via => Terms.Slug(via) },
                said.Date is { } date ? DateWords.Of(date) : ""),
            Measure measure => With($"{Name(measure.Subject)}, {Terms.Slug(measure.Indicator)} {measure.Period}: {measure.Value} {measure.Unit}"),
            Part part => $"{Name(part.Subject)} is one of the parts of {Name(part.Whole)}, {Terms.Slug(part.Indicator)} {part.Period}",
            Ranking rank => With($"{Name(rank.Subject)} is number {rank.Rank} on {Name(rank.List)}, {rank.Period}",
                rank.SharePercent is { } share ? $"{Plain(share)} % of the whole" : ""),
            Route route => With($"{Terms.Slug(route.Commodity)} from {Name(route.Origin)}{Way(" through ", route.Via)}{Way(" to ", route.Destination)}, {route.Period}",
                route.Value is { } much ? $"{Plain(much)} {route.Unit}" : "", route.SharePercent is { } part ? $"{Plain(part)} % of the whole" : ""),
            Completeness whole => With($"{Capital(Terms.Slug(whole.Table))} of {Name(whole.Subject)}: {(whole.Covers is { } covers ? $"the record covers {covers} %" : "the record is known to be incomplete")}",
                whole.Scope, Days(whole.From, whole.To)),
            _ => throw new UnreachableException($"No words for {row.GetType().Name}."),
        };

        string Name(EntityId id) => evidence.NameOf(id);
        string Way(string word, EntityId? id) => id is { } way ? word + Name(way) : "";
    }

    /// <summary>What a reader is warned of: that the row is weak, or old for the days asked about.</summary>
    public static IEnumerable<string> Warnings(Statement row, EvidenceSnapshot evidence, DayRange? asked)
    {
        if (row.IsWeak) yield return Terms.Status(row.Status);
        if (RowAge.OldAt(row, evidence, asked) is { } known) yield return $"last known {DateWords.Of(known)}";
    }

    private static string With(string head, params IEnumerable<string> tail) => string.Join(", ", tail.Where(part => part.Length > 0).Prepend(head));

    private static string In(string place) => place.Length > 0 ? $" in {place}" : "";

    private static string Days(PartialDate? from, PartialDate? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => DateWords.Of(first),
        ({ } first, { } last) => $"{DateWords.Of(first)} to {DateWords.Of(last)}",
        ({ } first, null) => $"from {DateWords.Of(first)}",
        (null, { } last) => $"to {DateWords.Of(last)}",
        _ => "",
    };

    private static string Kind(EntityKind kind) => kind switch
    {
        EntityKind.Bloc => "international body",
        EntityKind.Agency => "agency of a state",
        _ => Spaced(kind),
    };

    private static string Spaced(Enum value) =>
        string.Concat(value.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $" {letter}" : $"{letter}")).ToLowerInvariant();

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
