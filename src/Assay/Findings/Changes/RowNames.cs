using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>What a row is called in a sentence, and the table it stands in.</summary>
internal sealed class RowNames(EvidenceSnapshot evidence, Wording wording)
{
    public string Of(Statement row) => row switch
    {
        Entity entity => wording.Say("row-entity", ("name", entity.Name)),
        Stake stake => wording.Say("row-stake", ("owner", Name(stake.Owner)), ("asset", Name(stake.Asset))),
        Operation run => wording.Say("row-operation", ("operator", Name(run.Operator)), ("asset", Name(run.Asset))),
        Domicile seat => wording.Say("row-domicile", ("firm", Name(seat.Firm)), ("country", Name(seat.Country))),
        Regime regime => wording.Say("row-regime", ("asset", Name(regime.Asset))),
        Membership member => wording.Say("row-membership", ("member", Name(member.Member)), ("body", Name(member.Body))),
        Agreement agreement => wording.Say("row-agreement", ("title", agreement.Title)),
        Event happening => wording.Say("row-event", ("title", happening.Title)),
        Proposition proposition => wording.Say("row-proposition", ("sentence", proposition.Sentence)),
        Attribution said => wording.Say("row-attribution", ("speaker", Name(said.SaidBy)), ("assertion", said.Assertion)),
        Measure measure => wording.Say("row-measure", ("indicator", Word(measure.Indicator)), ("subject", Name(measure.Subject)), ("period", measure.Period.ToString())),
        Part part => wording.Say("row-part", ("subject", Name(part.Subject)), ("whole", Name(part.Whole)), ("period", part.Period.ToString())),
        Ranking ranking => wording.Say("row-ranking", ("subject", Name(ranking.Subject)), ("list", Name(ranking.List))),
        Route route => wording.Say("row-route", ("commodity", Word(route.Commodity)), ("origin", Name(route.Origin)), ("via", route.Via is { } via ? Name(via) : route.Destination is { } end ? Name(end) : ""), ("period", route.Period.ToString())),
        Completeness complete => wording.Say(complete.Covers is null ? "row-completeness-open" : "row-completeness", ("table", Word(complete.Table)), ("subject", Name(complete.Subject)),
            ("of", complete.Indicator.Length > 0 ? Word(complete.Indicator) : complete.Table), ("from", complete.From?.ToString() ?? "-"), ("to", complete.To?.ToString() ?? "-")),
        _ => throw new UnreachableException($"No name for {row.GetType().Name}."),
    };

    public static string TableOf(Statement row) => row switch
    {
        Entity => "entities",
        Stake => "stakes",
        Operation => "operations",
        Domicile => "domiciles",
        Regime => "regimes",
        Membership => "memberships",
        Agreement => "agreements",
        Event => "events",
        Proposition => "propositions",
        Attribution => "attributions",
        Measure => "measures",
        Part => "parts",
        Ranking => "rankings",
        Route => "routes",
        Completeness => "completeness",
        _ => throw new UnreachableException($"No table of {row.GetType().Name}."),
    };

    public string Name(EntityId id) => evidence.NameOf(id);

    /// <summary>A slug in words.</summary>
    public string Word(string slug) => wording.Has($"indicator-{slug}") ? wording.Say($"indicator-{slug}") : slug.Replace('-', ' ');
}
