using System.Diagnostics;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>Says what happened to a row.</summary>
internal sealed class DatedChangeWords(EvidenceSnapshot evidence, Wording wording)
{
    /// <summary>What happened to a row, in words.</summary>
    public string Of(DatedChange change) => wording.Say(Key(change), ("row", Name(change.Row)), ("when", change.When.ToString()), ("id", change.Row.Id.ToString()));

    private static string Key(DatedChange change) => (change.What, change.Row) switch
    {
        (RowEvent.Began, Measure or Part or Ranking or Route) => "row-counts",
        (RowEvent.Began, Agreement) => "row-signed",
        (RowEvent.Began, Event or Attribution) => "row-happened",
        (RowEvent.Began, _) => "row-began",
        (RowEvent.Ended, Completeness) => "row-list-ends",
        (RowEvent.Lapsed, _) => "row-lapsed",
        (RowEvent.Seen, _) => "row-seen",
        _ => "row-ended",
    };

    private string Name(Statement row) => row switch
    {
        Stake stake => wording.Say("row-stake", ("owner", Of(stake.Owner)), ("share", stake.Share.ToString()), ("asset", Of(stake.Asset))),
        Membership member => wording.Say("row-membership", ("member", Of(member.Member)), ("body", Of(member.Body))),
        Operation run => wording.Say("row-operation", ("operator", Of(run.Operator)), ("asset", Of(run.Asset))),
        Domicile seat => wording.Say("row-domicile", ("firm", Of(seat.Firm)), ("state", Of(seat.Country))),
        OtherInterest held => wording.Say("row-interest", ("holder", Of(held.Holder)), ("type", Slug(held.Type)), ("subject", Of(held.Subject))),
        DisclosureException silence => wording.Say("row-exception", ("subject", Of(silence.Subject)), ("reason", Slug(silence.Reason))),
        Regime regime => wording.Say("row-regime", ("asset", Of(regime.Asset)), ("regime", Slug(regime.RegimeKind))),
        Position post => wording.Say("row-position", ("person", Of(post.Person)), ("office", Slug(post.Office)), ("of", Of(post.Of))),
        Completeness list => wording.Say("row-completeness", ("table", Slug(list.Table)), ("subject", Of(list.Subject))),
        Agreement agreement => wording.Say("row-titled", ("title", agreement.Title)),
        Event happening => wording.Say("row-titled", ("title", happening.Title)),
        Attribution said => wording.Say("row-attribution", ("speaker", Of(said.SaidBy))),
        Measure measure => wording.Say("row-figure", ("subject", Of(measure.Subject)), ("indicator", Slug(measure.Indicator)), ("period", measure.Period.ToString())),
        Part part => wording.Say("row-figure", ("subject", Of(part.Subject)), ("indicator", Slug(part.Indicator)), ("period", part.Period.ToString())),
        Ranking rank => wording.Say("row-figure", ("subject", Of(rank.Subject)), ("indicator", Of(rank.List)), ("period", rank.Period.ToString())),
        Route route => wording.Say("row-figure", ("subject", Of(route.Origin)), ("indicator", Slug(route.Commodity)), ("period", route.Period.ToString())),
        _ => throw new UnreachableException($"No words for {row.GetType().Name}."),
    };

    private string Of(EntityId id) => evidence.NameOf(id);

    private static string Slug(string slug) => slug.Replace('-', ' ');
}
