using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>The roles of each kind of claim: the one table from which forms are written, read, shown and validated.</summary>
internal static class FormRoles
{
    public const string Yes = "yes", No = "no";
    public const string Joined = "joined", Left = "left", Bought = "bought", Sold = "sold", Moved = "moved";
    public const string Itself = "itself", Nationals = "nationals";
    public const string Asserts = "asserts", Denies = "denies";

    private static readonly ImmutableArray<string> YesNo = [No, Yes];
    private static readonly ImmutableArray<EntityKind> Producers = [EntityKind.State, EntityKind.Place, EntityKind.Group, EntityKind.Company, EntityKind.Fund, EntityKind.Field, EntityKind.Mine, EntityKind.Pipeline, EntityKind.Port];
    private static readonly ImmutableArray<EntityKind> Assets = [EntityKind.Company, EntityKind.Fund, EntityKind.Field, EntityKind.Mine, EntityKind.Pipeline, EntityKind.Port];
    private static readonly ImmutableArray<EntityKind> Wholes = [EntityKind.State, EntityKind.Place, EntityKind.Group];

    private static readonly FormRole Counts = Choice("counts", ["production", "exports", "throughput"], "production");

    private static readonly ImmutableArray<FormRole> Ownership =
    [
        Required("owner") with { IsSeveral = true },
        Choice("owner-as", [Itself, Nationals], ""),
        Entity("owned") with { Kinds = Assets },
        Goods("goods"),
        Entity("goods-of") with { Kinds = [EntityKind.State] },
        Choice("extent", ["some", "most", "all"], "some"),
        Listed("relation", ChoiceList.Relations),
        Choice("change", ["none", Bought, Sold], "none"),
    ];

    private static readonly FrozenDictionary<ClaimKind, ImmutableArray<FormRole>> Table = new Dictionary<ClaimKind, ImmutableArray<FormRole>>
    {
        [ClaimKind.Other] = [],
        [ClaimKind.Membership] =
        [
            Required("member"),
            Required("body") with { Kinds = [EntityKind.Bloc, EntityKind.Group] },
            Choice("sense", ["full", "observer", "partner", "suspended"], "full"),
            Choice("change", ["none", Joined, Left], "none"),
        ],
        [ClaimKind.Agreement] =
        [
            Required("parties") with { IsSeveral = true },
            Listed("about", ChoiceList.AgreementTopics) with { IsRequired = true, IsSeveral = true },
            Choice("sense", ["in-force", "signed"], "in-force"),
            new FormRole("document", RoleTakes.Words),
            new FormRole("place", RoleTakes.Words),
            new FormRole("signed", RoleTakes.Date),
        ],
        [ClaimKind.OwnershipShare] =
        [
            .. Ownership[..^1],
            Choice("change", ["none", Bought, Sold, Moved], "none"),
            new FormRole("share", RoleTakes.Figure),
            new FormRole("from", RoleTakes.Figure),
            new FormRole("to", RoleTakes.Figure),
        ],
        [ClaimKind.Ownership] = Ownership,
        [ClaimKind.Control] =
        [
            Required("holder") with { IsSeveral = true },
            Choice("holder-as", [Itself, Nationals], Itself),
            Required("asset") with { Kinds = [EntityKind.Company, EntityKind.Field, EntityKind.Mine, EntityKind.Pipeline, EntityKind.Port] },
            Choice("sense", ["majority", "operates"], "majority"),
        ],
        [ClaimKind.Rank] =
        [
            Required("subject") with { Kinds = Producers },
            Goods("goods") with { IsRequired = true },
            Entity("among") with { Kinds = [EntityKind.Group, EntityKind.Bloc, EntityKind.Place] },
            Choice("every-year", YesNo, No),
        ],
        [ClaimKind.Quantity] = [Required("subject") with { Kinds = Producers }, Goods("goods"), Counts],
        [ClaimKind.ShareOfTotal] = [Required("subject") with { Kinds = Producers }, Goods("goods") with { IsRequired = true }, Counts, Required("whole") with { Kinds = Wholes }],
        [ClaimKind.RouteShare] = [Required("origin") with { Kinds = Wholes }, Goods("goods") with { IsRequired = true }, Required("via"), Choice("of-exports", YesNo, No)],
        [ClaimKind.TradeShare] = [Required("country") with { Kinds = Wholes }, Choice("flow", ["trade", "exports", "imports"], "trade"), Required("partner")],
        [ClaimKind.Regime] =
        [
            Entity("asset") with { Kinds = [EntityKind.Field, EntityKind.Mine, EntityKind.Company, EntityKind.Pipeline] },
            Entity("contracts-of") with { Kinds = [EntityKind.State] },
            Goods("goods"),
            Listed("regime", ChoiceList.Regimes) with { IsRequired = true },
        ],
        [ClaimKind.Event] =
        [
            Required("who") with { IsSeveral = true },
            Listed("what", ChoiceList.EventKinds) with { IsRequired = true, IsSeveral = true },
            Entity("where") with { Kinds = [EntityKind.State, EntityKind.Place, EntityKind.Port, EntityKind.Field] },
            Choice("came-there", YesNo, No),
            new FormRole("name", RoleTakes.Words),
        ],
        [ClaimKind.Attribution] =
        [
            Listed("proposition", ChoiceList.Propositions) with { IsRequired = true },
            Entity("said-by"),
            Choice("saying", [Asserts, Denies], Asserts),
        ],
        [ClaimKind.Position] =
        [
            Required("person") with { Kinds = [EntityKind.Person] },
            Listed("office", ChoiceList.Offices) with { IsRequired = true },
            Entity("office-of"),
            Choice("title-only", YesNo, No),
        ],
    }.ToFrozenDictionary();

    /// <summary>The roles of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no kind.</exception>
    public static ImmutableArray<FormRole> Of(ClaimKind kind) =>
        Table.TryGetValue(kind, out var roles) ? roles : throw new ArgumentOutOfRangeException(nameof(kind), kind, "It is no kind of claim.");

    private static FormRole Entity(string name) => new(name, RoleTakes.Entity);

    private static FormRole Required(string name) => Entity(name) with { IsRequired = true };

    private static FormRole Goods(string name) => new(name, RoleTakes.Goods);

    private static FormRole Choice(string name, ImmutableArray<string> choices, string byDefault) => new(name, RoleTakes.Choice) { Choices = choices, Default = byDefault };

    private static FormRole Listed(string name, ChoiceList list) => new(name, RoleTakes.Choice) { List = list };
}
