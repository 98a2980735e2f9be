using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Formats.Packs;

namespace Assay.Tests.Fairness;

/// <summary>One of two that are exchanged, by the names that texts give it.</summary>
internal sealed record Side(string Id, string Name, string Adjective, string Capital)
{
    public static Side Of(string id, string name, string adjective = "", string capital = "") => new(id, name, adjective, capital);
}

/// <summary>
/// Pairs whose names the packs know, and a made-up record in which the two do not stand alike: what is told of the first there is told of
/// the second where they are exchanged.
/// </summary>
internal static class Sides
{
    private static readonly EvidenceSnapshot Names = EvidencePack.Embedded().Where(row => row is Entity);

    public static ImmutableArray<(Side, Side)> States { get; } =
    [
        (Side.Of("gb", "Britain", "British", "London"), Side.Of("ru", "Russia", "Russian", "Moscow")),
        (Side.Of("us", "the United States", "American", "Washington"), Side.Of("cn", "China", "Chinese", "Beijing")),
        (Side.Of("tr", "Turkey", "Turkish", "Ankara"), Side.Of("am", "Armenia", "Armenian", "Yerevan")),
        (Side.Of("fr", "France", "French", "Paris"), Side.Of("kz", "Kazakhstan", "Kazakh", "Astana")),
        (Side.Of("ua", "Ukraine", "Ukrainian", "Kyiv"), Side.Of("ru", "Russia", "Russian", "Moscow")),
        (Side.Of("il", "Israel", "Israeli", "Jerusalem"), Side.Of("ir", "Iran", "Iranian", "Tehran")),
        (Side.Of("in", "India", "Indian", "New Delhi"), Side.Of("pk", "Pakistan", "Pakistani", "Islamabad")),
        (Side.Of("jp", "Japan", "Japanese", "Tokyo"), Side.Of("cn", "China", "Chinese", "Beijing")),
        (Side.Of("pl", "Poland", "Polish", "Warsaw"), Side.Of("by", "Belarus", "Belarusian", "Minsk")),
        (Side.Of("it", "Italy", "Italian", "Rome"), Side.Of("ru", "Russia", "Russian", "the Kremlin")),
    ];

    public static ImmutableArray<(Side, Side)> Companies { get; } =
    [
        (Side.Of("chevron", "Chevron"), Side.Of("lukoil", "Lukoil")),
        (Side.Of("bp", "BP"), Side.Of("cnpc", "CNPC")),
        (Side.Of("cameco", "Cameco"), Side.Of("rosatom", "Rosatom")),
        (Side.Of("eni", "Eni"), Side.Of("kazatomprom", "Kazatomprom")),
    ];

    public static ImmutableArray<(Side, Side)> Bodies { get; } =
    [
        (Side.Of("nato", "NATO"), Side.Of("csto", "the CSTO")),
        (Side.Of("eu", "the European Union"), Side.Of("eaeu", "the Eurasian Economic Union")),
        (Side.Of("eu", "the EU"), Side.Of("sco", "the Shanghai Cooperation Organisation")),
    ];

    /// <summary>The record that tells more of <paramref name="one"/> than of <paramref name="other"/>.</summary>
    public static EvidenceSnapshot Record(Side one, Side other)
    {
        var (a, b) = (one.Id, other.Id);
        var rows = new Rows();
        rows.Named("league-of-tides", EntityKind.Bloc, "League of Tides").Named("saltworks", EntityKind.Company, "Saltworks").Named("deepwater", EntityKind.Field, "Deepwater").Named("states", EntityKind.Group, "Uranium 2024");
        if (Kind(a) == EntityKind.Bloc) rows.Member("fj", a, "2000").Member("fj", b, "2000", "2015").Complete("memberships", a).Complete("memberships", b);
        else rows.Member(a, "league-of-tides", "2000").Member(b, "league-of-tides", "2000", "2015").Complete("memberships", "league-of-tides");
        rows.Agreed("pact", a, "fj", "strategic-partnership", "London").Agreed("alliance", a, "fj", "alliance", "Suva");
        foreach (var asset in (string[])["saltworks", "deepwater"])
            rows.Stake(a, asset, 60).Stake(b, asset, 40).Complete("stakes", asset);
        rows.Output("fj", 100).Output("deepwater", 100).Part("fj", "deepwater");
        rows.Ranked(a, 1).Ranked(b, 2).Ranked(Kind(a) == EntityKind.Company ? "inpex" : "fj", 3).Complete("rankings", "states", "complete to rank 3");
        return new EvidenceSnapshot([], Names.Statements.Concat(rows.All), [.. Names.Sources, new Source(new("made-up"), "The Tidal Gazette", "The record", null)]);
    }

    /// <summary>A record that knows the names of the packs and nothing else.</summary>
    public static EvidenceSnapshot NamesOnly => Names;

    private static EntityKind Kind(string id) => Names.Entity(new(id))!.Kind;

    /// <summary>Rows of the made-up record.</summary>
    private sealed class Rows
    {
        private readonly List<Statement> _rows = [];

        public IEnumerable<Statement> All => _rows;

        private StatementId Next => new($"made-up/{_rows.Count}");

        private static ImmutableArray<SourceId> Source { get; } = [new SourceId("made-up")];

        private static Period Year { get; } = Period.TryParse("2024", out var year) ? year : default;

        public Rows Named(string id, EntityKind kind, string name) => Add(new Entity { Id = Next, Sources = Source, Place = default, EntityId = new(id), Kind = kind, Name = name });

        public Rows Member(string member, string body, string from, string? to = null) => Add(new Membership
        {
            Id = Next, Sources = Source, Place = default, Member = new(member), Body = new(body), MembershipStatus = MembershipStatus.Member, Validity = new(PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to), null),
        });

        public Rows Agreed(string id, string one, string other, string kind, string place) => Add(new Agreement
        {
            Id = Next, Sources = Source, Place = default, AgreementId = new(id), Kind = kind, Title = "Treaty", Parties = [new(one), new(other)],
            Signed = PartialDate.Parse("2020-05-05"), InForce = PartialDate.Parse("2021-01-01"), AgreementStatus = "in-force", SigningPlace = place, Topics = [kind],
        });

        public Rows Stake(string owner, string asset, decimal share) => Add(new Stake
        {
            Id = Next, Sources = Source, Place = default, Owner = new(owner), Asset = new(asset), Share = Bounds.Exactly(share), Interest = Interest.Participating, StakeStatus = RowStatus.Reported, Validity = new(PartialDate.Parse("2001"), null, null),
        });

        public Rows Output(string subject, decimal value) => Add(new Measure
        {
            Id = Next, Sources = Source, Place = default, Subject = new(subject), Indicator = "crude-oil-production", Period = Year, Value = Bounds.Exactly(value), Unit = "Mt", Scope = "fj", MeasureStatus = RowStatus.Reported,
        });

        public Rows Part(string whole, string part) => Add(new Part { Id = Next, Sources = Source, Place = default, Whole = new(whole), Indicator = "crude-oil-production", Period = Year, Subject = new(part) });

        public Rows Ranked(string subject, int rank) => Add(new Ranking
        {
            Id = Next, Sources = Source, Place = default, List = new("states"), Indicator = Kind(subject) == EntityKind.Company ? "uranium-production-attributable" : "uranium-production", Period = Year, Subject = new(subject), Rank = rank, Value = 100 - rank,
        });

        public Rows Complete(string table, string subject, string scope = "") => Add(new Completeness
        {
            Id = Next, Sources = Source, Place = default, Table = table, Subject = new(subject), Scope = scope, From = PartialDate.Parse("2000"), To = PartialDate.Parse("2027"), Covers = Bounds.Exactly(100),
        });

        private Rows Add(Statement row)
        {
            _rows.Add(row);
            return this;
        }
    }
}
