using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>What a row is called in a sentence, and the table it stands in.</summary>
internal sealed class RowNames(EvidenceSnapshot evidence, Wording wording)
{
    public string Of(Statement row) => row switch
    {
        Entity entity => wording.Say("named-entity", ("name", entity.Name)),
        Stake stake => wording.Say("named-stake", ("owner", Name(stake.Owner)), ("asset", Name(stake.Asset))),
        Operation run => wording.Say("named-operation", ("operator", Name(run.Operator)), ("asset", Name(run.Asset))),
        Domicile seat => wording.Say("named-domicile", ("firm", Name(seat.Firm)), ("country", Name(seat.Country))),
        OtherInterest held => wording.Say("named-interest", ("holder", Name(held.Holder)), ("type", Word(held.Type)), ("subject", Name(held.Subject))),
        DisclosureException silence => wording.Say("named-exception", ("subject", Name(silence.Subject)), ("reason", Word(silence.Reason))),
        Link link => wording.Say("named-link", ("entity", Name(link.Entity)), ("other", Name(link.SameAs))),
        Regime regime => wording.Say("named-regime", ("asset", Name(regime.Asset))),
        Membership member => wording.Say("named-membership", ("member", Name(member.Member)), ("body", Name(member.Body))),
        Agreement agreement => wording.Say("named-agreement", ("title", agreement.Title)),
        Event happening => wording.Say("named-event", ("title", happening.Title)),
        Proposition proposition => wording.Say("named-proposition", ("sentence", proposition.Sentence)),
        Attribution said => wording.Say("named-attribution", ("speaker", Name(said.SaidBy)), ("assertion", said.Assertion)),
        Position position => wording.Say("named-position", ("person", Name(position.Person)), ("office", Word(position.Office)), ("of", Name(position.Of))),
        Measure measure => wording.Say("named-measure", ("indicator", Word(measure.Indicator)), ("subject", Name(measure.Subject)), ("period", measure.Period.ToString())),
        Part part => wording.Say("named-part", ("subject", Name(part.Subject)), ("whole", Name(part.Whole)), ("period", part.Period.ToString())),
        Ranking ranking => wording.Say("named-ranking", ("subject", Name(ranking.Subject)), ("list", Name(ranking.List))),
        Route route => wording.Say("named-route", ("commodity", Word(route.Commodity)), ("origin", Name(route.Origin)), ("via", route.Via is { } via ? Name(via) : route.Destination is { } end ? Name(end) : ""), ("period", route.Period.ToString())),
        Completeness complete => wording.Say(complete.Covers is null ? "named-completeness-open" : "named-completeness", ("table", Word(complete.Table)), ("subject", Name(complete.Subject)),
            ("of", complete.Indicator.Length > 0 ? Word(complete.Indicator) : complete.Table), ("from", complete.From?.ToString() ?? "-"), ("to", complete.To?.ToString() ?? "-")),
        _ => throw new UnreachableException($"No name for {row.GetType().Name}."),
    };

    public static string TableOf(Statement row) => row switch
    {
        Entity => "entities",
        Stake => "stakes",
        Operation => "operations",
        Domicile => "domiciles",
        OtherInterest => "interests",
        DisclosureException => "exceptions",
        Link => "links",
        Regime => "regimes",
        Membership => "memberships",
        Agreement => "agreements",
        Event => "events",
        Proposition => "propositions",
        Attribution => "attributions",
        Position => "positions",
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
