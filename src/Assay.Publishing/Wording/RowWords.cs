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
                entity.Parent is { } parent ? Words.Of("RowGroup", Name(parent)) : ""),
            Stake stake => With(Words.Of(stake.Status == RowStatus.Planned ? "RowIsToHold" : "RowHolds", Name(stake.Owner), stake.Share, Name(stake.Asset)),
                Words.Of(stake.Interest switch { Interest.Participating => "InterestParticipating", Interest.Votes => "InterestVotes", _ => "InterestShares" }),
                DateWords.Of(stake.Validity)),
            Operation run => With(Words.Of("RowRuns", Name(run.Operator), Terms.Slug(run.Role), Name(run.Asset)), DateWords.Of(run.Validity)),
            Domicile seat => With(Words.Of("RowSeat", Name(seat.Firm), Name(seat.Country)), DateWords.Of(seat.Validity)),
            OtherInterest held => With(Words.Of("RowInterest", Name(held.Holder), Name(held.Subject), Terms.Slug(held.Type)), Terms.Slug(held.Directness), DateWords.Of(held.Validity)),
            DisclosureException silence => With(Words.Of("RowException", Name(silence.Subject), Terms.Slug(silence.Reason)), Terms.Slug(silence.About), Words.Of(silence.Says), DateWords.Of(silence.Validity)),
            Link link => With(Words.Of("RowLink", Name(link.Entity), Name(link.SameAs), Words.Of(link.Outcome)), link.Basis, link.By),
            Regime regime => With(Words.Of("RowRegime", Name(regime.Asset), Terms.Slug(regime.RegimeKind)), DateWords.Of(regime.Validity)),
            Membership member => With(Words.Of("RowMember", Name(member.Member), Name(member.Body), Words.Of(member.MembershipStatus)), DateWords.Of(member.Validity)),
            Position post => With(Words.Of("RowRuns", Name(post.Person), Terms.Slug(post.Office), Name(post.Of)), DateWords.Of(post.Validity)),
            Agreement agreement => With(agreement.Title, string.Join(Words.Of("And"), agreement.Parties.Select(Name)),
                agreement.Signed is { } signed ? Words.Of("Signed", DateWords.Of(signed)) + In(agreement.SigningPlace) : "",
                agreement.InForce is { } since ? Words.Of("InForceFrom", DateWords.Of(since)) : "",
                agreement.Ended is { } ended ? Words.Of("To", DateWords.Of(ended)) : "",
                Words.Of("StatusIs", Terms.Slug(agreement.AgreementStatus))),
            Event happening => With($"{happening.Title}{In(happening.EventPlace)}", Days(happening.From, happening.To), happening.EventStatus),
            Proposition proposition => Words.Of("RowDispute", proposition.Sentence),
            Attribution said => With(Words.Of(said.Asserts ? "RowAsserts" : "RowDenies", Name(said.SaidBy), said.Assertion),
                said.Via switch { "direct" => Words.Of("ViaDirect"), "catalogue-of-opponent" => Words.Of("ViaOpponent"), var via => Terms.Slug(via) },
                said.Date is { } date ? DateWords.Of(date) : ""),
            Measure measure => With(Words.Of("RowMeasure", Name(measure.Subject), Terms.Slug(measure.Indicator), measure.Period, measure.Value, measure.Unit)),
            Part part => Words.Of("RowPart", Name(part.Subject), Name(part.Whole), Terms.Slug(part.Indicator), part.Period),
            Ranking rank => With(Words.Of("RowRank", Name(rank.Subject), rank.Rank, Name(rank.List), rank.Period),
                rank.SharePercent is { } share ? Words.Of("PercentOfWhole", Plain(share)) : ""),
            Route route => With($"{Words.Of("RowRoute", Terms.Slug(route.Commodity), Name(route.Origin))}{Way("Through", route.Via)}{Way("Toward", route.Destination)}, {route.Period}",
                route.Value is { } much ? $"{Plain(much)} {route.Unit}" : "", route.SharePercent is { } part ? Words.Of("PercentOfWhole", Plain(part)) : ""),
            Completeness whole => With(Words.Of("RowComplete", Capital(Terms.Slug(whole.Table)), Name(whole.Subject), whole.Covers is { } covers ? Words.Of("CompleteCovers", covers) : Words.Of("CompleteNot")),
                whole.Scope, Days(whole.From, whole.To)),
            _ => throw new UnreachableException($"No words for {row.GetType().Name}."),
        };

        string Name(EntityId id) => evidence.NameOf(id);
        string Way(string key, EntityId? id) => id is { } way ? Words.Of(key, Name(way)) : "";
    }

    /// <summary>What a reader is warned of: that the row is weak, or old for the days asked about.</summary>
    public static IEnumerable<string> Warnings(Statement row, EvidenceSnapshot evidence, DayRange? asked)
    {
        if (row.IsWeak) yield return Terms.Status(row.Status);
        if (RowAge.OldAt(row, evidence, asked) is { } known) yield return Words.Of("LastKnown", DateWords.Of(known));
    }

    private static string With(string head, params IEnumerable<string> tail) => string.Join(", ", tail.Where(part => part.Length > 0).Prepend(head));

    private static string In(string place) => place.Length > 0 ? Words.Of("AtPlace", place) : "";

    private static string Days(PartialDate? from, PartialDate? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => DateWords.Of(first),
        ({ } first, { } last) => Words.Of("FromTo", DateWords.Of(first), DateWords.Of(last)),
        ({ } first, null) => Words.Of("From", DateWords.Of(first)),
        (null, { } last) => Words.Of("To", DateWords.Of(last)),
        _ => "",
    };

    /// <summary>What kind of thing an entity is.</summary>
    public static string Kind(EntityKind kind) => Words.Of(kind, "Entity");

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
