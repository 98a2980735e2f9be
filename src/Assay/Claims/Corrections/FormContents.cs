using System.Collections.Immutable;
using System.Diagnostics;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Claims.Corrections;

/// <summary>What sort of answer a form must give.</summary>
internal enum ExpectedShape
{
    /// <summary>Whatever can be read: nothing is asked.</summary>
    Any,
    /// <summary>Yes or no.</summary>
    YesNo,
    /// <summary>A share in percent.</summary>
    Share,
    /// <summary>An amount in a unit.</summary>
    Amount,
    /// <summary>A place on a list.</summary>
    Place,
}

/// <summary>A form with the place of its claim, what the claim said before, and its roles to read from.</summary>
internal sealed record FormShape(ClaimForm Form, ClaimPlace Place, Content? Before, RoleFillings Roles);

/// <summary>Makes what a claim says from the roles of its form: the counterpart of <see cref="FormOfClaim"/>.</summary>
internal sealed class FormContents(EvidenceSnapshot evidence)
{
    /// <summary>What sort of answer the form must give, by its kind and what it fills in.</summary>
    public static ExpectedShape Expected(ClaimForm form) => form.Kind switch
    {
        ClaimKind.OwnershipShare => Word(form, "change") is FormRoles.Bought or FormRoles.Sold or FormRoles.Moved ? ExpectedShape.YesNo : ExpectedShape.Share,
        ClaimKind.ShareOfTotal or ClaimKind.RouteShare or ClaimKind.TradeShare => ExpectedShape.Share,
        ClaimKind.Regime => Word(form, "asset").Length > 0 ? ExpectedShape.YesNo : ExpectedShape.Share,
        ClaimKind.Quantity => ExpectedShape.Amount,
        ClaimKind.Rank => ExpectedShape.Place,
        ClaimKind.Other => ExpectedShape.Any,
        _ => ExpectedShape.YesNo,
    };

    /// <summary>Whether a rank is said of every year of its time: a place that is part of what is asked.</summary>
    public static bool IsAlways(ClaimForm form) => form.Kind == ClaimKind.Rank && Word(form, "every-year") == FormRoles.Yes;

    private static string Word(ClaimForm form, string role) => form[role].Trim().ToLowerInvariant();

    /// <summary>What answers of a sort look like.</summary>
    public static string Accepted(ExpectedShape shape) => shape switch
    {
        ExpectedShape.YesNo => "yes or no",
        ExpectedShape.Share => "a share: 25 %, about a quarter, more than half, not 40 %, mostly",
        ExpectedShape.Amount => "a figure with its unit: 3.2 million tonnes, about 1.8 million barrels a day",
        ExpectedShape.Place => "a place: 1st, number 3, among the five largest, not first",
        _ => "yes, no, a figure or a place",
    };

    /// <summary>What the claim says; null where its roles do not go together, which is reported.</summary>
    public Content? Of(FormShape shape, Expectation? expects)
    {
        var roles = shape.Roles;
        Content content = shape.Form.Kind switch
        {
            ClaimKind.Membership => Membership(roles),
            ClaimKind.Agreement => Agreement(shape),
            ClaimKind.Ownership or ClaimKind.OwnershipShare => Ownership(shape),
            ClaimKind.Control => Control(shape),
            ClaimKind.Rank => Rank(shape, expects),
            ClaimKind.Quantity => new Content.Quantity(roles.Party("subject"), roles.Goods("goods"), roles.Choice("counts")),
            ClaimKind.ShareOfTotal => new Content.ShareOfTotal(roles.Party("subject"), roles.Goods("goods"), roles.Choice("counts"), roles.Party("whole")),
            ClaimKind.RouteShare => new Content.RouteShare(roles.Party("origin"), roles.Goods("goods"), roles.Party("via"), IsYes(roles, "of-exports")),
            ClaimKind.TradeShare => new Content.TradeShare(roles.Party("country"), roles.Choice("flow"), roles.Party("partner")),
            ClaimKind.Regime => Regime(shape),
            ClaimKind.Event => new Content.Event(roles.Parties("who"), roles.Choices("what")) { Where = roles.Optional("where"), IsMotion = IsYes(roles, "came-there"), Name = roles.Words("name") },
            ClaimKind.Attribution => Attribution(roles),
            ClaimKind.Position => new Content.Position(roles.Party("person"), roles.Choice("office"), roles.Optional("office-of")) { IsTitle = IsYes(roles, "title-only") },
            _ => throw new UnreachableException($"No roles are read of {shape.Form.Kind}."),
        };
        return roles.Problems.Count > 0 ? null : content;
    }

    private static bool IsYes(RoleFillings roles, string role) => roles.Choice(role) == FormRoles.Yes;

    private static T Chosen<T>(RoleFillings roles, string role) where T : struct, Enum
    {
        var word = roles.Choice(role);
        return Enum.GetValues<T>().FirstOrDefault(value => ClaimForm.Hyphened(value.ToString()) == word);
    }

    private static Content Membership(RoleFillings roles)
    {
        var (member, body, sense) = (roles.Party("member"), roles.Party("body"), Chosen<MembershipSense>(roles, "sense"));
        Differ(roles, "body", member, body);
        return roles.Choice("change") switch
        {
            FormRoles.Joined => new Content.MembershipChange(member, body, sense, Ends: false),
            FormRoles.Left => new Content.MembershipChange(member, body, sense, Ends: true),
            _ => new Content.Membership(member, body, sense),
        };
    }

    private static Content.Agreement Agreement(FormShape shape)
    {
        var roles = shape.Roles;
        var parties = roles.Parties("parties");
        if (parties.Length == 1) roles.Report(RoleFillings.Field("parties"), "missing", shape.Form["parties"], "two parties or more, with semicolons between them");
        return new Content.Agreement(parties, Chosen<AgreementSense>(roles, "sense"))
        {
            About = [.. roles.Choices("about").Select(group => group.Split('/').ToImmutableArray())],
            TitleWords = [.. roles.Words("document", ClaimForm.Separator).Select(word => word.ToLowerInvariant())],
            Words = (shape.Before as Content.Agreement)?.Words ?? shape.Place.At.Quote,
            SigningPlace = roles.Words("place"),
            Signed = roles.Date("signed", shape.Place.AsOf),
        };
    }

    private Content Ownership(FormShape shape)
    {
        var (roles, before) = (shape.Roles, shape.Before as Content.Ownership);
        var owners = roles.Party("owner", before: before?.Owner);
        var sense = shape.Roles.Has("owner-as") ? Chosen<HolderSense>(roles, "owner-as") : FormOfClaim.UsualSense(owners.Entities, evidence);
        var thing = Thing(shape, before?.Owned);
        if (thing.Entity is { } asset && owners.Entities.Contains(asset)) roles.Report(RoleFillings.Field("owned"), "goes-not-together", shape.Form["owned"], "something that is not its own owner");
        var change = roles.Choice("change");
        var share = roles.Figure("share");
        var (from, to) = (roles.Figure("from"), roles.Figure("to"));
        Only("share", change is FormRoles.Bought or FormRoles.Sold, "a stake that was bought or sold");
        Only("from", change == FormRoles.Moved, "a share that moved");
        Only("to", change == FormRoles.Moved, "a share that moved");
        if (change is "none" or "") return new Content.Ownership(owners with { Sense = sense }, thing, Chosen<Quantifier>(roles, "extent"), roles.Choice("relation"));
        if (thing.Entity is null) roles.Report(RoleFillings.Field("owned"), "missing", "", "the company or asset whose owners changed");
        if (owners.Entities.Length > 1) roles.Report(RoleFillings.Field("owner"), "several", shape.Form["owner"], "one owner, of a stake that changed");
        var owner = owners with { Sense = HolderSense.Itself };
        if (change != FormRoles.Moved) return new Content.StakeChange(owner, thing, change == FormRoles.Sold) { Share = share };
        if (!roles.Has("from")) roles.Missing("from");
        if (!roles.Has("to")) roles.Missing("to");
        return from is not null && to is not null ? new Content.ShareMove(owner, thing, from, to) : new Content.Open(shape.Place.At.Quote);

        void Only(string role, bool fits, string accepted)
        {
            if (roles.Has(role) && !fits) roles.Report(RoleFillings.Field(role), "goes-not-together", shape.Form[role], $"nothing, except for {accepted}");
        }
    }

    private static Thing Thing(FormShape shape, Thing? before)
    {
        var roles = shape.Roles;
        if (roles.Has("owned") && roles.Has("goods")) roles.Report(RoleFillings.Field("goods"), "goes-not-together", shape.Form["goods"], "either what is owned by name, or goods and whose they are");
        if (!roles.Has("owned") && !roles.Has("goods")) roles.Missing("owned");
        if (roles.Has("owned"))
        {
            var party = roles.Party("owned", before: before is { Entity: { } known } ? new Party(before.Words, [known], HolderSense.Itself) : null);
            return new Thing(party.Words, party.Entities.IsEmpty ? null : party.Entities[0], "", null);
        }
        var goods = roles.Goods("goods");
        if (roles.Has("goods") && !roles.Has("goods-of")) roles.Missing("goods-of");
        var of = roles.Optional("goods-of");
        return new Thing(before?.Commodity == goods ? before.Words : goods.Replace('-', ' '), null, goods, of is { Entities: [var state, ..] } ? state : null);
    }

    private static Content.Control Control(FormShape shape)
    {
        var (roles, before) = (shape.Roles, shape.Before as Content.Control);
        var holder = roles.Party("holder", Chosen<HolderSense>(roles, "holder-as"), before?.Holder);
        var asset = roles.Party("asset");
        Differ(roles, "asset", holder, asset);
        var sense = Chosen<ControlSense>(roles, "sense");
        if (sense == ControlSense.Operates && (holder.Entities.Length > 1 || holder.Sense == HolderSense.Nationals))
            roles.Report(RoleFillings.Field("holder"), "several", shape.Form["holder"], "one that runs it, itself");
        return new Content.Control(holder, new Thing(asset.Words, asset.Entities.IsEmpty ? null : asset.Entities[0], "", null), sense);
    }

    private static Content Rank(FormShape shape, Expectation? expects)
    {
        var roles = shape.Roles;
        var (subject, goods, among) = (roles.Party("subject"), roles.Goods("goods"), roles.Optional("among"));
        if (!IsYes(roles, "every-year")) return new Content.Rank(subject, goods) { Among = among };
        if (expects is not Expectation.Place { Best: var place, Worst: var worst } || place != worst)
        {
            if (expects is not null) roles.Report("expects", "not-an-answer", shape.Form.Expects, "one place, of every year");
            return new Content.Open(shape.Place.At.Quote);
        }
        return new Content.RankThroughout(subject, goods, place) { Among = among };
    }

    private static Content.Regime Regime(FormShape shape)
    {
        var roles = shape.Roles;
        if (roles.Has("asset") == roles.Has("contracts-of")) roles.Report(RoleFillings.Field("asset"), roles.Has("asset") ? "goes-not-together" : "missing", shape.Form["asset"], "either an asset, or the state whose contracts are meant");
        if (roles.Has("asset"))
        {
            if (roles.Has("goods")) roles.Report(RoleFillings.Field("goods"), "goes-not-together", shape.Form["goods"], "nothing, except for the contracts of a state");
            var asset = roles.Party("asset");
            return new Content.Regime(asset.Words, asset, null, "", roles.Choice("regime"));
        }
        var goods = roles.Has("goods") ? roles.Goods("goods") : "natural-resources";
        return new Content.Regime((shape.Before as Content.Regime)?.Words ?? shape.Place.At.Quote, null, roles.Optional("contracts-of"), goods, roles.Choice("regime"));
    }

    private static Content Attribution(RoleFillings roles)
    {
        var proposition = roles.Choice("proposition");
        return roles.Has("said-by") ? new Content.Saying(roles.Party("said-by"), proposition, roles.Choice("saying") == FormRoles.Asserts) : new Content.Dispute(proposition);
    }

    private static void Differ(RoleFillings roles, string role, Party one, Party other)
    {
        if (one.Entities.Intersect(other.Entities).Any()) roles.Report(RoleFillings.Field(role), "goes-not-together", other.Words, "another than the one before");
    }
}
