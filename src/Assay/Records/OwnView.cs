using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Records;

/// <summary>By what owners are told apart.</summary>
public enum OwnedBy
{
    /// <summary>By the nationality of their groups.</summary>
    Country,
    /// <summary>By name.</summary>
    Owner,
}

/// <summary>Who owns an asset or company, through all chains, or a country's output of a good; what is not known stands last.</summary>
public static class OwnView
{
    /// <summary>The owners over some days.</summary>
    /// <param name="evidence">The record.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="subject">The asset, company or country.</param>
    /// <param name="goods">A commodity of the lexicon, for a country; null: all that the record divides by owners.</param>
    /// <param name="by">By what to tell owners apart; null: both ways.</param>
    /// <param name="when">The days.</param>
    public static RecordView Of(EvidenceSnapshot evidence, RuleSet rules, EntityId subject, string? goods, OwnedBy? by, DayRange when)
    {
        var desk = new RecordDesk(evidence, rules, when);
        var tables = IsCountry(evidence, subject) ? OfOutput(desk, subject, goods, by) : OfAsset(desk, subject, by);
        var title = desk.Say(IsCountry(evidence, subject) ? "record-own-output" : "record-own", ("subject", evidence.NameOf(subject)));
        return desk.View("own", title, tables);
    }

    /// <summary>Whether ownership of its output is asked for and not that of itself.</summary>
    public static bool IsCountry(EvidenceSnapshot evidence, EntityId subject)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Entity(subject) is { Kind: EntityKind.State };
    }

    /// <summary>The goods whose output the record divides by owners, for a country.</summary>
    public static IEnumerable<string> Goods(EvidenceSnapshot evidence, RuleSet rules, EntityId country)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Lexicon.Goods.Values.OrderBy(one => one.Id, StringComparer.Ordinal).Where(one => Indicators(evidence, one, country).Any()).Select(one => one.Id);
    }

    /// <summary>The indicator by which a country's output of a commodity is divided among owners; null where the record does not.</summary>
    public static string? Indicator(EvidenceSnapshot evidence, RuleSet rules, string goods, EntityId country)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        return Indicators(evidence, rules.Lexicon.Goods[goods], country).FirstOrDefault();
    }

    internal static IEnumerable<string> Indicators(EvidenceSnapshot evidence, Commodity goods, EntityId country) =>
        goods.ShareIndicators.Concat(goods.CountryIndicators).Distinct().Where(indicator => evidence.Parts(country, indicator).Length > 0).Take(1);

    private static IEnumerable<RecordTable> OfOutput(RecordDesk desk, EntityId country, string? goods, OwnedBy? by)
    {
        foreach (var id in goods is null ? Goods(desk.Evidence, desk.Rules, country) : [goods])
        {
            var indicators = Indicators(desk.Evidence, desk.Rules.Lexicon.Goods[id], country).ToList();
            if (indicators.Count == 0)
            {
                yield return desk.Table(id, desk.Say("record-own-no-parts-title", ("goods", RankView.Words(id))), "state", "at-least", "at-most")
                    with { Notes = [desk.Say("record-own-no-parts", ("goods", RankView.Words(id)), ("country", desk.Evidence.NameOf(country)))] };
                continue;
            }
            var output = new Target.Output(country, indicators[0]);
            if (by is null or OwnedBy.Country)
            {
                yield return OwnersByState.Table(desk, $"{id}-by-country", output) with { Picture = OwnershipYears.OfOutput(desk, output) };
                yield return OwnersByState.Groups(desk, $"{id}-by-group", output);
            }
            if (by is null or OwnedBy.Owner) yield return OwnersByName.Table(desk, $"{id}-by-owner", output);
        }
    }

    private static IEnumerable<RecordTable> OfAsset(RecordDesk desk, EntityId asset, OwnedBy? by)
    {
        var target = new Target.Asset(asset);
        if (by is null or OwnedBy.Owner)
        {
            yield return DirectOwners.Table(desk, asset) with { Picture = OwnershipYears.OfAsset(desk, asset) };
            yield return OwnersByName.Table(desk, "by-owner", target);
        }
        if (by is null or OwnedBy.Country) yield return OwnersByState.Table(desk, "by-country", target);
        if (by is null or OwnedBy.Owner)
        {
            if (Disclosed.InterestsIn(desk, asset) is { Rows.Length: > 0 } interests) yield return interests;
            if (Disclosed.Exceptions(desk, asset) is { Rows.Length: > 0 } exceptions) yield return exceptions;
        }
        if (by is null && DirectOwners.Holdings(desk, asset) is { Rows.Length: > 0 } holdings) yield return holdings;
        if (by is null && Disclosed.InterestsOf(desk, asset) is { Rows.Length: > 0 } others) yield return others;
    }
}
