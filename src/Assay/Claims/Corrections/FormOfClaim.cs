using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Claims.Corrections;

/// <summary>Writes the form of a claim.</summary>
internal static class FormOfClaim
{
    public static ClaimForm Write(Claim claim, EvidenceSnapshot evidence)
    {
        var roles = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, filling) in Roles(claim, evidence))
            if (filling.Length > 0 && filling != Usual(claim.Kind, name)) roles[name] = filling;
        return new ClaimForm
        {
            Kind = claim.Kind, Stance = claim.Stance, Speaker = Clean(claim.Speaker), Roles = roles.ToImmutable(),
            Expects = claim is { Content: Content.RankThroughout rank, Expects: Expectation.YesNo always } ? string.Create(CultureInfo.InvariantCulture, $"{(always.Yes ? "" : "not ")}number {rank.Place}") : Clean(claim.Expects.Words),
            Time = FormTime.Of(claim),
        };
    }

    /// <summary>Of whom and what a claim is: the entities and goods of its roles.</summary>
    public static string About(Claim claim)
    {
        var named = ClaimForm.RolesOf(claim.Kind).Where(role => role.Takes is RoleTakes.Entity or RoleTakes.Goods).Select(role => role.Name).ToHashSet();
        return string.Join(", ", Roles(claim, null).Where(role => role.Filling.Length > 0 && named.Contains(role.Name)).Select(role => $"{role.Name}: {role.Filling}"));
    }

    private static string Usual(ClaimKind kind, string name) => FormRoles.Of(kind).FirstOrDefault(role => role.Name == name)?.Default ?? "";

    private static (string Name, string Filling)[] Roles(Claim claim, EvidenceSnapshot? evidence) => claim.Content switch
    {
        Content.Membership c => [("member", One(c.Member)), ("body", One(c.Body)), ("sense", Word(c.Sense))],
        Content.MembershipChange c => [("member", One(c.Member)), ("body", One(c.Body)), ("sense", Word(c.Sense)), ("change", c.Ends ? FormRoles.Left : FormRoles.Joined)],
        Content.Agreement c =>
        [
            ("parties", Several(c.Parties.Select(One))), ("about", Several(c.About.Select(group => string.Join('/', group)))), ("sense", Word(c.Sense)),
            ("document", Several(c.TitleWords)), ("place", Clean(c.SigningPlace)), ("signed", c.Signed is { } days ? FormTime.Of(days) : ""),
        ],
        Content.Ownership c => [.. Owner(c.Owner, evidence), .. Owned(c.Owned), ("extent", Word(c.Quantifier)), ("relation", c.Relation)],
        Content.StakeChange c => [.. Owner(c.Owner, evidence), .. Owned(c.Asset), ("change", c.Ends ? FormRoles.Sold : FormRoles.Bought), ("share", Clean(c.Share?.Words ?? ""))],
        Content.ShareMove c => [.. Owner(c.Owner, evidence), .. Owned(c.Asset), ("change", FormRoles.Moved), ("from", Clean(c.From.Words)), ("to", Clean(c.To.Words))],
        Content.Control c => [("holder", All(c.Holder)), ("holder-as", Word(c.Holder.Sense)), ("asset", Owned(c.Asset)[0].Filling), ("sense", Word(c.Sense))],
        Content.Rank c => [("subject", One(c.Subject)), ("goods", c.Commodity), ("among", One(c.Among))],
        Content.RankThroughout c => [("subject", One(c.Subject)), ("goods", c.Commodity), ("among", One(c.Among)), ("every-year", FormRoles.Yes)],
        Content.Quantity c => [("subject", One(c.Subject)), ("goods", c.Commodity), ("counts", c.Counts)],
        Content.ShareOfTotal c => [("subject", One(c.Subject)), ("goods", c.Commodity), ("counts", c.Counts), ("whole", One(c.Whole))],
        Content.RouteShare c => [("origin", One(c.Origin)), ("goods", c.Commodity), ("via", One(c.Via)), ("of-exports", YesNo(c.IsOfExports))],
        Content.TradeShare c => [("country", One(c.Country)), ("flow", c.Flow), ("partner", One(c.Partner))],
        Content.Regime c => [("asset", One(c.Asset)), ("contracts-of", One(c.Of)), ("goods", c.Commodity), ("regime", c.RegimeKind)],
        Content.Event c => [("who", Several(c.Who.Select(One))), ("what", Several(c.Kinds)), ("where", One(c.Where)), ("came-there", YesNo(c.IsMotion)), ("name", Clean(c.Name))],
        Content.Dispute c => [("proposition", c.Proposition)],
        Content.Saying c => [("proposition", c.Proposition), ("said-by", One(c.Speaker)), ("saying", c.Asserts ? FormRoles.Asserts : FormRoles.Denies)],
        Content.Position c => [("person", One(c.Person)), ("office", c.Office), ("office-of", One(c.Of)), ("title-only", YesNo(c.IsTitle))],
        Content.Open => [],
        _ => throw new UnreachableException($"No such content: {claim.Content.GetType().Name}"),
    };

    private static (string Name, string Filling)[] Owner(Party owner, EvidenceSnapshot? evidence) =>
        [("owner", All(owner)), ("owner-as", owner.Sense == UsualSense(owner.Entities, evidence) ? "" : Word(owner.Sense))];

    /// <summary>How an owner is taken where a form does not say: a state or group for all of its nationality, anyone else for themselves.</summary>
    internal static HolderSense UsualSense(ImmutableArray<EntityId> owners, EvidenceSnapshot? evidence) =>
        owners.Any(id => evidence?.Entity(id) is { Kind: EntityKind.State or EntityKind.Group }) ? HolderSense.Nationals : HolderSense.Itself;

    private static (string Name, string Filling)[] Owned(Thing thing) => thing.Commodity.Length == 0
        ? [("owned", thing.Entity?.Value ?? Unlinked(thing.Words))]
        : [("goods", thing.Commodity), ("goods-of", thing.Of?.Value ?? "")];

    private static string One(Party? party) => party is null ? "" : All(party);

    /// <summary>The entities together, or the article's words in quotation marks where it is not known who they are: "it" must not be taken for an id.</summary>
    private static string All(Party party) => party.Entities.IsEmpty ? Unlinked(party.Words) : Several(party.Entities.Select(id => id.Value));

    private static string Unlinked(string words) => words.Length == 0 ? "" : $"\"{Clean(words)}\"";

    private static string Several(IEnumerable<string> fillings) => string.Join($"{ClaimForm.Separator} ", fillings);

    private static string YesNo(bool yes) => yes ? FormRoles.Yes : FormRoles.No;

    private static string Word(Enum value) => ClaimForm.Hyphened(value.ToString());

    /// <summary>An article's words as one line of a form: its line ends and other controls as blanks, its semicolons as commas.</summary>
    internal static string Clean(string words) =>
        string.Join(' ', string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c == ClaimForm.Separator ? ',' : c)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
