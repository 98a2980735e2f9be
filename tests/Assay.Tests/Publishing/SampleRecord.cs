using Assay.Evidence;

namespace Assay.Tests.Publishing;

/// <summary>An invented record with a row of every kind, weak rows, old rows and hostile words.</summary>
internal static class SampleRecord
{
    public static readonly EntityId Norland = new("no-land"), Sudmark = new("su-mark"), League = new("league"), DeepField = new("deep-field"),
        Venture = new("deep-venture"), Boreal = new("boreal-oil"), Meridian = new("meridian"), StateFund = new("state-fund"), Uplands = new("uplands-metal");

    public static readonly Source Register = new(new("s-register"), "Norland Company Register", "Shareholders of Deep Venture", PartialDate.Parse("2024-11-30")) { Url = "https://register.example/deep-venture?a=1&b=2", Kind = "primary" };
    public static readonly Source Paper = new(new("s-paper"), "The Sudmark Courier", "Who pumps at Deep Field", PartialDate.Parse("2019-03")) { Url = "http://courier.example/deep-field", Kind = "news" };
    public static readonly Source Hostile = new(new("s-hostile"), "<script>alert('publisher')</script>", "\" onmouseover=\"alert(1)\" x=\"", null) { Url = "javascript:alert(document.domain)", Kind = "reference" };
    public static readonly Source Offline = new(new("s-offline"), "League Secretariat", "Founding act, printed edition", PartialDate.Parse("1998")) { Kind = "primary" };

    public static readonly Entity[] Entities =
    [
        Named(Norland, EntityKind.State, "Norland"), Named(Sudmark, EntityKind.State, "Sudmark"), Named(League, EntityKind.Bloc, "Northern League"),
        Named(DeepField, EntityKind.Field, "Deep Field") with { Country = Norland }, Named(Venture, EntityKind.Company, "Deep Venture") with { Country = Norland },
        Named(Boreal, EntityKind.Company, "Boreal Oil") with { Country = Sudmark }, Named(Meridian, EntityKind.Company, "Meridian Petroleum International Holdings") with { Country = Sudmark, Parent = Boreal },
        Named(StateFund, EntityKind.Fund, "Norland State Fund") with { Country = Norland }, Named(Uplands, EntityKind.Company, "Uplands Metal") with { Country = Norland },
    ];

    public static readonly Membership Member = new() { Id = new("memberships/no-land/league"), Sources = [Offline.Id], Place = Row("memberships.csv", 2), Member = Norland, Body = League, MembershipStatus = MembershipStatus.FoundingMember, Validity = new(PartialDate.Parse("1998-07-06"), null, null) };
    public static readonly Completeness AllMembers = new() { Id = new("completeness/memberships/league"), Sources = [Offline.Id], Place = Row("completeness.csv", 2), Table = "memberships", Subject = League, Scope = "all members", From = PartialDate.Parse("1998"), Covers = Bounds.Exactly(100) };
    public static readonly Stake FundInVenture = Held("fund-venture", StateFund, Venture, new(62.9m, 63m), RowStatus.Derived, "2018-11", null) with { Sources = [Register.Id, Hostile.Id], Note = "Derived: what was left after the sale. <b>not bold</b>" };
    public static readonly Stake BorealInVenture = Held("boreal-venture", Boreal, Venture, Bounds.Exactly(25), RowStatus.Reported, "2018-11", "2019-03") with { Sources = [Paper.Id] };
    public static readonly Stake MeridianInVenture = Held("meridian-venture", Meridian, Venture, Bounds.Exactly(12), RowStatus.Secondary, "2020", null) with { Sources = [Register.Id] };
    public static readonly Stake VentureInField = Held("venture-field", Venture, DeepField, Bounds.Exactly(100), RowStatus.Reported, "2001", null) with { Sources = [Register.Id] };
    public static readonly Stake BorealInMeridian = Held("boreal-meridian", Boreal, Meridian, Bounds.Exactly(51), RowStatus.Reported, "2015", null) with { Sources = [Register.Id] };
    public static readonly Stake MeridianInBoreal = Held("meridian-boreal", Meridian, Boreal, Bounds.Exactly(4), RowStatus.Reported, "2015", null) with { Sources = [Register.Id] };
    public static readonly Stake BorealInUplands = Held("boreal-uplands", Boreal, Uplands, Bounds.Exactly(10), RowStatus.Planned, "2026", null) with { Sources = [Register.Id] };
    public static readonly Operation Runs = new() { Id = new("operations/deep"), Sources = [Register.Id], Place = Row("operations.csv", 3), Operator = Venture, Asset = DeepField, Role = "licence-holder", Validity = new(PartialDate.Parse("2001"), null, PartialDate.Parse("2024")) };
    public static readonly Domicile Seat = new() { Id = new("domiciles/meridian"), Sources = [Paper.Id], Place = Row("domiciles.csv", 2), Firm = Meridian, Country = Sudmark, Validity = new(null, null, PartialDate.Parse("2019-03")) };
    public static readonly Regime Contract = new() { Id = new("regimes/deep"), Sources = [Register.Id], Place = Row("regimes.csv", 2), Asset = DeepField, RegimeKind = "production-sharing", Validity = new(PartialDate.Parse("2001-05-14"), PartialDate.Parse("2041"), null) };
    public static readonly Position Post = new() { Id = new("positions/speaker"), Sources = [Paper.Id], Place = Row("positions.csv", 2), Person = new("speaker"), Office = "prime-minister", Of = Norland, Validity = new(PartialDate.Parse("2019"), null, null) };
    public static readonly OtherInterest Consolidates = new() { Id = new("interests/boreal-meridian"), Sources = [Register.Id], Place = Row("interests.csv", 2), Holder = Boreal, Subject = Meridian, Type = "ultimate-consolidation", Directness = "direct", Validity = new(PartialDate.Parse("2015"), null, null) };
    public static readonly DisclosureException Silence = new() { Id = new("exceptions/uplands"), Sources = [Register.Id], Place = Row("exceptions.csv", 2), Subject = Uplands, About = "owners", Says = ParentKnown.Hidden, Reason = "natural-persons", Validity = new(null, null, PartialDate.Parse("2024")) };
    public static readonly Link TwoFirms = new() { Id = new("links/uplands/deep-venture"), Sources = [], Place = Row("links.csv", 2), Entity = Uplands, SameAs = Venture, Outcome = LinkOutcome.Different, Basis = "another country", Decided = PartialDate.Parse("2024-11-30"), By = "<i>an editor</i>" };
    public static readonly Agreement Pact = new() { Id = new("agreements/pact"), Sources = [Paper.Id, Hostile.Id], Place = Row("agreements.csv", 9), AgreementId = new("pact"), Kind = "alliance", Title = "Pact of Mutual Help", Parties = [Norland, Sudmark], Signed = PartialDate.Parse("2009-10-22"), InForce = PartialDate.Parse("2010-01"), Ended = PartialDate.Parse("2029"), AgreementStatus = "in-force", SigningPlace = "Port Sud" };
    public static readonly Event Parade = new() { Id = new("events/parade"), Sources = [Paper.Id], Place = Row("events.csv", 4), EventId = new("parade"), Kind = "visit", Title = "State visit", EventPlace = "Port Sud", From = PartialDate.Parse("2022-01-05"), To = PartialDate.Parse("2022-01-19"), EventStatus = "happened" };
    public static readonly Proposition Dispute = new() { Id = new("propositions/plot"), Sources = [Paper.Id], Place = Row("propositions.csv", 2), PropositionId = "plot", Sentence = "Sudmark was behind the unrest." };
    public static readonly Attribution Accuses = Says("asserts", Norland, true, "direct", "It was planned abroad");
    public static readonly Attribution Denies = Says("denies", Sudmark, false, "catalogue-of-opponent", "We had no part in it");
    public static readonly Measure Output = new() { Id = new("measures/deep/2020"), Sources = [Paper.Id], Place = Row("measures.csv", 31), Subject = DeepField, Indicator = "crude-oil-production", Period = Of("2020"), Value = new(29.1m, 29.9m), Unit = "Mt", MeasureStatus = RowStatus.Preliminary };
    public static readonly Measure Whole = new() { Id = new("measures/no-land/2024"), Sources = [Register.Id], Place = Row("measures.csv", 32), Subject = Norland, Indicator = "crude-oil-production", Period = Of("2024"), Value = Bounds.Exactly(87.6m), Unit = "Mt", MeasureStatus = RowStatus.Reported };
    public static readonly Part PartOf = new() { Id = new("parts/deep"), Sources = [Register.Id], Place = Row("parts.csv", 2), Whole = Norland, Indicator = "crude-oil-production", Period = Of("2024"), Subject = DeepField };
    public static readonly Ranking Second = new() { Id = new("rankings/uplands"), Sources = [Register.Id], Place = Row("rankings.csv", 2), List = new("metal-companies-2024"), Indicator = "metal-production", Period = Of("2024"), Subject = Uplands, Rank = 1, SharePercent = 20.5m };
    public static readonly Route Way = new() { Id = new("routes/oil"), Sources = [], Place = Row("routes.csv", 2), Commodity = "crude-oil", Origin = Norland, Via = Venture, Destination = Sudmark, Period = Of("2024-9M"), Value = 55.4m, Unit = "Mt", SharePercent = 80, RouteStatus = RowStatus.Floor };

    /// <summary>Every row.</summary>
    public static readonly Statement[] Rows =
    [
        .. Entities, Member, AllMembers, FundInVenture, BorealInVenture, MeridianInVenture, VentureInField, BorealInMeridian, MeridianInBoreal, BorealInUplands, Runs, Seat, Contract, Post, Consolidates, Silence, TwoFirms,
        Pact, Parade, Dispute, Accuses, Denies, Output, Whole, PartOf, Second, Way,
    ];

    /// <summary>The record.</summary>
    public static readonly EvidenceSnapshot Evidence = new(
        [new("sample", "Sample pack", "1.2.0", new string('a', 64)), new("hostile", "<img src=x onerror=alert(1)>", "0", new string('b', 64))],
        Rows, [Register, Paper, Hostile, Offline]);

    private static Entity Named(EntityId id, EntityKind kind, string name) =>
        new() { Id = new($"entities/{id}"), Sources = [], Place = Row("entities.csv", 2), EntityId = id, Kind = kind, Name = name };

    private static Stake Held(string key, EntityId owner, EntityId asset, Bounds share, RowStatus status, string from, string? seen) => new()
    {
        Id = new($"stakes/{key}"), Sources = [], Place = Row("stakes.csv", 14), Owner = owner, Asset = asset, Share = share, Interest = Interest.Shares, StakeStatus = status,
        Validity = new(PartialDate.Parse(from), null, seen is null ? null : PartialDate.Parse(seen)),
    };

    private static Attribution Says(string key, EntityId speaker, bool asserts, string via, string words) => new()
    {
        Id = new($"attributions/{key}"), Sources = [Paper.Id], Place = Row("attributions.csv", 2), About = Norland, SaidBy = speaker, PropositionId = "plot",
        Assertion = words, Asserts = asserts, Via = via, Date = PartialDate.Parse("2022-02"),
    };

    private static Period Of(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    private static RowPlace Row(string file, int line) => new("sample", file, line);
}
