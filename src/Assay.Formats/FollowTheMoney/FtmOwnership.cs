using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// What an Ownership says. Its share is that of <c>percentage</c>, else of a <c>role</c> that tells one. Votes apart from capital, rights to appoint and the
/// like are rows of their own. What is held through others, or may be, is no stake: it would count twice beside the links of the chain.
/// </summary>
internal static class FtmOwnership
{
    private static readonly string[] s_forOthers = ["nominee", "nominator", "trustee", "settlor", "protector", "beneficiary-of-legal-arrangement"];

    public static void Add(FtmLink told, FtmRecord link, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd owner, FtmEnd asset, FtmTally tally)
    {
        // A kind of shares that votes and may be no capital is told beside the roles.
        // Of a kind that is not an ordinary one they may be few of all, and without votes.
        if (link.Has(FtmUse.Remark)) roles = [.. roles, .. link.All().Where(value => value.Property == "sharesType").Select(value => (value.Property, value.Value, FtmRoles.Of(value.Value))).Select(KindOfShares).Where(kind => kind.Reading.Meaning is RoleMeaning.Votes or RoleMeaning.Other)];
        var percentages = link.Of(FtmUse.Percentage);
        var (share, isKept) = ShareOf(percentages, told, tally);
        isKept |= percentages.Count > 0 && (link.IsOfSeveral || roles.Exists(role => role.Reading.Meaning == RoleMeaning.Beneficial));
        told = told.With(roles.Where(role => role.Reading.Meaning != RoleMeaning.Interest && role.Property != "sharesType"), RoleMeaning.Stake);
        if (isKept) told = told.With("percentage", string.Join(", ", percentages));
        if (link.Has(FtmUse.Remark))
            foreach (var remark in link.All().Where(value => value.Use == FtmUse.Remark).GroupBy(value => value.Property))
                told = told.With(remark.Key, string.Join(", ", remark.Select(value => value.Value)));

        var isInDoubt = roles.Exists(role => FtmLinks.IsInDoubt(role) || role is { Property: "status", Text: "unknown" });
        foreach (var alike in roles.Where(role => role.Reading.Meaning == RoleMeaning.Interest).GroupBy(role => isInDoubt ? FtmLinks.InDoubt : role.Reading.Word))
            told.With(alike, RoleMeaning.Interest).Interest(owner.Id, asset.Id, alike.Key, FtmLinks.DirectnessOf(roles));
        if (roles.Exists(role => role.Reading.Meaning == RoleMeaning.Beneficial))
        {
            tally.Add("shares that are held through others, or may be: taken as interests", link.Line);
            told.Interest(owner.Id, asset.Id, "unknown-interest", roles.Exists(role => role.Reading.Meaning == RoleMeaning.Beneficial && role.Text.StartsWith("indirect", StringComparison.OrdinalIgnoreCase)) ? "indirect" : "unknown");
            return;
        }
        AddStakes(told, link, roles, owner, asset, percentages.Count > 0 ? share : null, tally);
    }

    // Only a kind that is known to be all there are, or to be the votes, is one.
    private static (string Property, string Text, RoleReading Reading) KindOfShares((string Property, string Text, RoleReading Reading) kind) =>
        kind.Reading.Meaning is RoleMeaning.Votes or RoleMeaning.Plain or RoleMeaning.Shares && !kind.Reading.HasMore ? kind : kind with { Reading = new RoleReading(RoleMeaning.Other, "", null) };

    /// <summary>What each has of a share that a link tells: of several owners, or in several assets, it may be the share of each or of all together.</summary>
    public static ShareRange Each(ShareRange share, FtmRecord link, FtmTally tally)
    {
        if (!link.IsOfSeveral || share.IsWhole) return share;
        tally.Add("shares of several owners or in several assets, told together: each has no more than that, and maybe less", link.Line);
        return share with { Least = 0, IsAboveLeast = false };
    }

    // A text that nobody understands may take it all back ("alleged owner"); who holds for others, or has others hold for them, is no owner of it for sure.
    public static ShareRange Sure(ShareRange share, List<(string Property, string Text, RoleReading Reading)> roles, FtmLink told, FtmTally tally)
    {
        var isNotUnderstood = roles.Exists(role => role.Reading.MayTakeBack && role.Text.Trim().Length > 0);
        if (share.IsWhole || !(isNotUnderstood || roles.Exists(role => role.Reading.Meaning == RoleMeaning.Interest && s_forOthers.Contains(role.Reading.Word)))) return share;
        tally.Add(isNotUnderstood ? "shares of a kind, or beside a role or status, that is not understood or in doubt: they may be less" : "shares of who holds for others, or has others hold: they may be less", told.Line);
        return share with { Least = 0, IsAboveLeast = false };
    }

    private static void AddStakes(FtmLink told, FtmRecord link, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd owner, FtmEnd asset, ShareRange? share, FtmTally tally)
    {
        var (shares, votes) = (RangeOf(roles, RoleMeaning.Shares) ?? RangeOf(roles, RoleMeaning.Participating), RangeOf(roles, RoleMeaning.Votes));
        var (isShares, isVotes) = (Has(RoleMeaning.Shares) || Has(RoleMeaning.Participating), Has(RoleMeaning.Votes));
        var status = FtmLinks.StatusOf(roles);
        if (isVotes) told.Stake(owner.Id, asset.Id, Sure(Each(votes ?? (isShares ? null : share) ?? ShareRange.Whole, link, tally), roles, told, tally), "votes", status);
        // Votes alone, or rights alone, say nothing of capital.
        if (!isShares && (isVotes || Has(RoleMeaning.Interest)) && (share is null || (isVotes && votes is null))) return;
        var isVenture = asset.Schema is { Kind: FtmKind.Asset or FtmKind.Project } schema && !schema.Is("Security");
        var interest = Has(RoleMeaning.Participating) ? "participating" : isVenture && !Has(RoleMeaning.Shares) ? "participating" : "shares";
        told.Stake(owner.Id, asset.Id, Sure(Each(Agreed(share, shares), link, tally), roles, told, tally), interest, status);

        bool Has(RoleMeaning meaning) => roles.Exists(role => role.Reading.Meaning == meaning);
    }

    // A figure inside the band that a role tells is the better one; one outside of it leaves either open.
    private static ShareRange Agreed(ShareRange? share, ShareRange? band) => (share, band) switch
    {
        ({ } one, { } other) => one.IsWhole ? other : one.Cover(other) == other ? one : one.Cover(other),
        _ => share ?? band ?? ShareRange.Whole,
    };

    private static ShareRange? RangeOf(List<(string Property, string Text, RoleReading Reading)> roles, RoleMeaning meaning)
    {
        ShareRange? whole = null;
        foreach (var role in roles)
            if (role.Reading.Meaning == meaning && role.Reading.Share is { } range) whole = whole is { } known ? known.Cover(range) : range;
        return whole;
    }

    private static (ShareRange Share, bool IsKept) ShareOf(List<string> percentages, FtmLink told, FtmTally tally)
    {
        ShareRange? whole = null;
        var isKept = percentages.Count > 1 && percentages.Distinct(StringComparer.Ordinal).Skip(1).Any();
        foreach (var text in percentages)
        {
            var (outcome, range) = SharePhrase.Read(text);
            isKept |= outcome != ShareOutcome.Share ? text.Trim().Length > 0 : !range.IsExact && range.ToString() != text;
            if (outcome == ShareOutcome.Share) whole = whole is { } known ? known.Cover(range) : range;
            else if (outcome == ShareOutcome.NotUnderstood) tally.Add("shares in words that are not understood, taken as not known", told.Line);
            else if (outcome == ShareOutcome.BeyondWhole) told.Report("share-range", $"'{text}'", "a percentage from 0 to 100", "correct it; the share is taken as not known");
        }
        return (whole ?? ShareRange.Whole, isKept);
    }
}
