using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>
/// What an Ownership says. Its share is that of <c>percentage</c>, else of a <c>role</c> that tells one. Votes apart from capital, rights to appoint and the
/// like are rows of their own. What is held through others, or may be, is no stake: it would count twice beside the links of the chain.
/// </summary>
internal static class FtmOwnership
{
    public static void Add(FtmLink told, FtmRecord link, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd owner, FtmEnd asset, FtmTally tally)
    {
        var percentages = link.Of(FtmUse.Percentage);
        var (share, isKept) = ShareOf(percentages, told, tally);
        told = told.With(roles.Where(role => role.Reading.Meaning != RoleMeaning.Interest), RoleMeaning.Stake);
        if (isKept) told = told.With("percentage", string.Join(", ", percentages));
        if (link.Has(FtmUse.Remark))
            foreach (var remark in link.All().Where(value => value.Use == FtmUse.Remark).GroupBy(value => value.Property))
                told = told.With(remark.Key, string.Join(", ", remark.Select(value => value.Value)));

        foreach (var role in roles.Where(role => role.Reading.Meaning == RoleMeaning.Interest).DistinctBy(role => role.Reading.Word))
            told.With([role], RoleMeaning.Interest).Interest(owner.Id, asset.Id, role.Reading.Word, FtmLinks.DirectnessOf(roles));
        if (roles.Exists(role => role.Reading.Meaning == RoleMeaning.Beneficial))
        {
            tally.Add("shares that are held through others, or may be: taken as interests", link.Line);
            told.Interest(owner.Id, asset.Id, "unknown-interest", roles.Exists(role => role.Reading.Meaning == RoleMeaning.Beneficial && role.Text.StartsWith("indirect", StringComparison.OrdinalIgnoreCase)) ? "indirect" : "unknown");
            return;
        }
        AddStakes(told, roles, owner, asset, percentages.Count > 0 ? share : null);
    }

    private static void AddStakes(FtmLink told, List<(string Property, string Text, RoleReading Reading)> roles, FtmEnd owner, FtmEnd asset, ShareRange? share)
    {
        var (shares, votes) = (RangeOf(roles, RoleMeaning.Shares) ?? RangeOf(roles, RoleMeaning.Participating), RangeOf(roles, RoleMeaning.Votes));
        var (isShares, isVotes) = (Has(RoleMeaning.Shares) || Has(RoleMeaning.Participating), Has(RoleMeaning.Votes));
        var status = FtmLinks.StatusOf(roles);
        if (isVotes) told.Stake(owner.Id, asset.Id, votes ?? (isShares ? null : share) ?? ShareRange.Whole, "votes", status);
        // Votes alone, or rights alone, say nothing of capital.
        if (!isShares && (isVotes || Has(RoleMeaning.Interest)) && (share is null || (isVotes && votes is null))) return;
        var isVenture = asset.Schema is { Kind: FtmKind.Asset or FtmKind.Project } schema && !schema.Is("Security");
        var interest = Has(RoleMeaning.Participating) ? "participating" : isVenture && !Has(RoleMeaning.Shares) ? "participating" : "shares";
        told.Stake(owner.Id, asset.Id, Agreed(share, shares), interest, status);

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
