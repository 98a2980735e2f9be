using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Questions;

/// <content>Amounts, and shares of totals, routes and trade.</content>
internal sealed partial class QuestionPlanner
{
    private const string AllPartners = "all";
    private static readonly EntityId World = new("world");

    private ImmutableArray<Reading> Plan(Claim claim, Content.Quantity content)
    {
        if (content.Subject.Entities is not [var subject] || claim.Expects is not Expectation.Band band) return [Unfilled(claim)];
        if (IsNotOver(claim)) return [Open(claim, claim.Quote, "period-not-over")];
        return Each(claim, MetersOf(content.Commodity, content.Counts, subject).Select(meter => (meter, (Question)new Question.Quantity
        {
            When = claim.Time.Days, IsOfPeriod = claim.Time.IsStated,
            Of = new Amount.Measured(subject, meter.Indicators), Unit = band.Unit, Conversions = rules.Units.To(band.Unit, meter.Goods),
        })));
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.ShareOfTotal content)
    {
        if (content.Subject.Entities is not [var subject] || content.Whole.Entities is not [var whole] || subject == whole || claim.Expects is not Expectation.Band) return [Unfilled(claim)];
        if (IsNotOver(claim)) return [Open(claim, claim.Quote, "period-not-over")];
        var total = MetersOf(content.Commodity, content.Counts, whole).FirstOrDefault();
        // The parts of a state's output lie in it: of a firm that works in several, only what is counted there.
        var isInside = whole == World || evidence.Entity(subject)?.Country == whole;
        var isFirm = evidence.Entity(subject) is { Kind: EntityKind.Company or EntityKind.Fund };
        if (total is null || !isInside && !isFirm || evidence.Entity(subject) is { Kind: EntityKind.State } && whole != World || evidence.Entity(whole) is not { Kind: EntityKind.State or EntityKind.Place or EntityKind.Group }) return [Unfilled(claim)];
        return Each(claim, MetersOf(content.Commodity, content.Counts, subject).Select(meter => (meter, (Question)new Question.Portion
        {
            When = claim.Time.Days, IsOfPeriod = claim.Time.IsStated,
            Part = new Amount.Measured(subject, meter.Indicators, isInside ? "" : whole.Value), Whole = new Amount.Measured(whole, total.Indicators), StatedBy = meter.Shares,
        })));
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.RouteShare content)
    {
        if (content.Origin.Entities is not [var origin] || content.Via.Entities is not [var via] || claim.Expects is not Expectation.Band) return [Unfilled(claim)];
        if (IsNotOver(claim)) return [Open(claim, claim.Quote, "period-not-over")];
        // "80 % of its oil": of what it exports, or of all that it produces.
        string[] wholes = content.IsOfExports ? ["exports"] : ["exports", "production"];
        var readings = ImmutableArray.CreateBuilder<Reading>();
        foreach (var counts in wholes)
        {
            if (MetersOf(content.Commodity, counts, origin).FirstOrDefault() is not { } meter) return [Unfilled(claim)];
            var question = new Question.Portion
            {
                When = claim.Time.Days, IsOfPeriod = claim.Time.IsStated,
                Part = new Amount.Carried(origin, content.Commodity, via), Whole = new Amount.Measured(origin, meter.Indicators),
                StatedBy = counts == "exports" ? ["routes"] : [],
            };
            readings.Add(Chosen(question, wholes.Length == 1 ? null : new Choice(content.Commodity.Replace('-', ' '), rules.Wording.Say($"taken-{counts}"), "")));
        }
        return readings.ToImmutable();
    }

    private ImmutableArray<Reading> Plan(Claim claim, Content.TradeShare content)
    {
        if (content.Country.Entities is not [var country] || content.Partner.Entities is not [var partner] || country == partner || claim.Expects is not Expectation.Band
            || rules.Meters.Trade.FirstOrDefault(meter => meter.Flow == content.Flow) is not { } meter) return [Unfilled(claim)];
        if (IsNotOver(claim)) return [Open(claim, claim.Quote, "period-not-over")];
        return [Single(new Question.Portion
        {
            When = claim.Time.Days, IsOfPeriod = claim.Time.IsStated, StatedBy = [meter.Share],
            Part = new Amount.Measured(country, [meter.With], partner.Value), Whole = new Amount.Measured(country, [meter.Total], AllPartners),
        })];
    }

    /// <summary>What counts the goods of such a subject; where the rules have no meter, the indicators of the lexicon do.</summary>
    private List<Meter> MetersOf(string goods, string counts, EntityId subject)
    {
        var isCompany = evidence.Entity(subject) is { Kind: EntityKind.Company or EntityKind.Fund };
        var known = rules.Meters.Figures.Where(meter => (meter.Goods == goods || goods.Length == 0) && meter.Counts == counts && meter.Of != (isCompany ? MeterOf.States : MeterOf.Companies)).ToList();
        if (goods.Length == 0 && known.Count > 1) return [];
        if (known.Count > 0 || counts != "production" || rules.Meters.Figures.Any(meter => meter.Goods == goods && meter.Counts == counts)) return known;
        return rules.Lexicon.Goods.TryGetValue(goods, out var commodity) && (isCompany ? commodity.CompanyIndicators : commodity.CountryIndicators) is { IsEmpty: false } indicators
            ? [new Meter(goods, counts, MeterOf.All, indicators, [], "", false)] : [];
    }

    private ImmutableArray<Reading> Each(Claim claim, IEnumerable<(Meter Meter, Question Question)> asked)
    {
        var all = asked.ToList();
        return all.Count == 0 ? [Unfilled(claim)] : [.. all.Select(one => Chosen(one.Question, all.Count == 1 ? null : new Choice(one.Meter.Goods, one.Meter.Taken, "")) with { IsMinor = one.Meter.IsMinor })];
    }

    private Reading Chosen(Question question, Choice? choice) => new(choice is null ? [] : [choice], question, _words.Of(question), IsMinor: false);

    /// <summary>A figure of a period that goes on beyond the article's date is none yet.</summary>
    private static bool IsNotOver(Claim claim) => claim.Time is { IsStated: true, Days: { } days } && claim.AsOf is { } now && days.Last > now.Last;
}
