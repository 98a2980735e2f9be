using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <summary>What is found before claims are numbered.</summary>
internal sealed record ClaimDraft(TextSpan Span, ClaimKind Kind, Stance Stance, Content Content, Expectation Expects, ClaimTime Time, string Frame, string Speaker, bool LeavesClause, TextSpan Occupies)
{
    /// <summary>The match that it was made of; null: it is a clause that no frame takes.</summary>
    public FrameMatch? Match { get; init; }
}

/// <summary>Turns a frame's match into claims: one for each member of a list, with what the roles hold.</summary>
internal sealed partial class ClaimBuilder(Article article, Lexicon lexicon, UnitTable units, ImmutableArray<RegimeWords> regimes, PartialDate? asOf, ClaimContext context, Lazy<PropositionIndex> propositions)
{
    private readonly TimeOfClaim _times = new(article, asOf);
    private readonly Doubts _doubts = new(lexicon);
    private readonly PlainClause _plain = new(lexicon);
    private readonly SignReader _signs = new(lexicon);

    public IEnumerable<ClaimDraft> Build(FrameMatch match, Told told)
    {
        var (stance, speaker, isNamed) = told;
        var expects = new Expectation.YesNo(!match.Frame.AlwaysDenies && match.IsNegated == match.Frame.Denies);
        var time = _times.Of(match);
        // What is only said to be said by nobody named may be told to be denied: found, not decided.
        var isHearsay = stance == Stance.Attributed && !isNamed;
        var change = ChangeIn(match, time);
        var isTwisted = _doubts.Of(match, change != ChangeSense.None) || SaysMore(match);
        return (match.Frame.IsOpen ? Open(match) : match.Frame.Kind switch
        {
            ClaimKind.Membership => Memberships(match).Select(part => change == ChangeSense.None ? part : Changed(match, part, change)),
            ClaimKind.Agreement => Agreements(match),
            ClaimKind.Ownership or ClaimKind.OwnershipShare when match.Frame.Change != ChangeSense.None => StakeChanges(match, time, change),
            ClaimKind.Ownership or ClaimKind.OwnershipShare => Ownerships(match),
            ClaimKind.Rank => Ranks(match, time),
            ClaimKind.Control => Controls(match),
            ClaimKind.Event => Events(match),
            ClaimKind.Attribution => Attributions(match, time),
            ClaimKind.Position => Positions(match),
            ClaimKind.Quantity => Quantities(match),
            ClaimKind.ShareOfTotal => SharesOfTotal(match),
            ClaimKind.RouteShare => RouteShares(match),
            ClaimKind.TradeShare => TradeShares(match),
            ClaimKind.Regime => Regimes(match),
            _ => Open(match),
        }).Select(c => new ClaimDraft(
            c.Span, c.Kind, stance, stance == Stance.Predicted ? new Content.Open(article.Quote(c.Span))
                : c.Content is Content.Open open ? new Content.Open(article.Quote(c.Span)) { Why = open.Why }
                : isTwisted ? new Content.Open(article.Quote(c.Span)) { Why = "sense-not-clear" }
                : isHearsay ? new Content.Open(article.Quote(c.Span)) { Why = "hearsay-not-clear" }
                : c.Content, c.Expects ?? expects,
            time, match.Frame.Id, speaker, match.Frame.LeavesClause, match.Span) { Match = match });
    }

    private readonly record struct Part(TextSpan Span, ClaimKind Kind, Content Content, Expectation? Expects);

    private IEnumerable<Part> Memberships(FrameMatch match)
    {
        var members = match.Of("member");
        var bodies = match.Of("body");
        if (bodies.Length == 0)
        {
            // "The other members are A, B and C": of the body last spoken of.
            foreach (var member in members)
                yield return new Part(Upto(match, member), ClaimKind.Membership, new Content.Membership(PartyOf(member), context.LastBody ?? new Party("", [], HolderSense.Itself), match.Frame.Membership), null);
        }
        foreach (var body in bodies) context.Speak(PartyOf(body));
        foreach (var member in members)
        {
            foreach (var body in bodies)
            {
                var last = bodies.Length > 1 ? body : members.Length > 1 && members[^1].End > body.End ? member : body;
                yield return new Part(bodies.Length == 1 && members.Length == 1 ? match.Span : Upto(match, last), ClaimKind.Membership, new Content.Membership(PartyOf(member), PartyOf(body), match.Frame.Membership), null);
            }
        }
    }

    private IEnumerable<Part> Open(FrameMatch match)
    {
        var kind = match.Frame.Kind == ClaimKind.Ownership && match.Of("share").Length > 0 ? ClaimKind.OwnershipShare
            : match.Frame.Kind == ClaimKind.Other ? _signs.KindOf(match.Sentence, match.Span, null) : match.Frame.Kind;
        var band = match.Fillers.Select(f => f.Element.Mention).OfType<Mention.Figure>().FirstOrDefault()?.Band;
        // Of a list of owners, holders or members each is a claim, whatever the role is called.
        var repeated = match.Of("each") is { Length: > 1 } each ? each
            : kind is ClaimKind.Ownership or ClaimKind.Control or ClaimKind.Membership ? match.Fillers.GroupBy(f => f.Role).Select(group => group.ToImmutableArray()).FirstOrDefault(group => group.Length > 1, []) : [];
        if (repeated.Length > 1)
        {
            // A list before its verb can't end before it.
            var verb = match.Matched.LastOrDefault(e => e.Verb is { IsFinite: true });
            foreach (var one in repeated)
                yield return new Part(verb is not null && one.Element.Span.Start < verb.Span.Start ? match.Span : Upto(match, one), kind, new Content.Open($"{article.Quote(match.Span)} ({article.Quote(one.Element.Span)})"), band);
            yield break;
        }
        var span = ToMark(match);
        yield return new Part(span, kind, new Content.Open(article.Quote(span)) { Entities = [.. match.Fillers.Select(f => f.Element.Name?.Entity?.EntityId).OfType<EntityId>()] }, band);
    }

    /// <summary>The span with the words that follow up to the next mark, conjunction or verb: what nobody asks of the record is quoted whole.</summary>
    private static TextSpan ToMark(FrameMatch match)
    {
        var to = match.To;
        while (to < match.Elements.Length && match.Elements[to] is var next && !next.IsMark && next.Verb is null && !next.IsBorrowed && !next.Is(WordClass.Conjunction | WordClass.Relative | WordClass.Subordinator)) to++;
        return to == match.To ? match.Span : match.Span.Cover(match.Elements[to - 1].Span);
    }

    private Party PartyOf(Filler filler)
    {
        var name = filler.Element.Name;
        // The nationals of a company are not it: "Chevron's partners".
        if (filler.IsNationals && name?.OfKind(EntityKind.State, EntityKind.Group, EntityKind.Place) is null) return new Party(article.Quote(filler.Element.Span), [], HolderSense.Itself);
        var entity = filler.Type switch
        {
            RoleType.State => name?.OfKind(EntityKind.State, EntityKind.Place),
            RoleType.Bloc => name?.OfKind(EntityKind.Bloc),
            RoleType.Group => name?.OfKind(EntityKind.Group, EntityKind.Bloc),
            RoleType.Party => name?.OfKind(EntityKind.State, EntityKind.Agency, EntityKind.Bloc) ?? name?.Entity,
            _ => name?.Entity,
        };
        // "The Kazakh government" owns what the state owns through all its offices; a ministry that is named does not.
        var isOffice = filler.Role == "owner" && entity is { Kind: EntityKind.Agency, Country: not null } && filler.Element.Text.Split(' ') is var said
            && said.Any(w => lexicon.Is(w, WordClass.StateNoun)) && !said.Any(w => lexicon.Is(w, WordClass.OrganisationNoun));
        if (isOffice) return new Party(article.Quote(filler.Element.Span), [entity!.Country!.Value], HolderSense.Itself);
        var sense = filler.IsNationals ? HolderSense.Nationals : HolderSense.Itself;
        var words = article.Text[filler.Element.Span.Start..Math.Max(filler.Element.Span.End, Math.Min(filler.End, article.Text.Length))];
        return new Party(filler.IsNationals || filler.IsStateItself ? words : article.Quote(filler.Element.Span), entity is null ? [] : [entity.EntityId], filler.IsStateItself ? HolderSense.Itself : filler.Role == "owner" && entity is { Kind: EntityKind.State or EntityKind.Group } ? HolderSense.Nationals : sense);
    }

    private static Party Join(Party[] parties) =>
        new(string.Join(", ", parties.Select(p => p.Words)), parties.Any(p => p.Entities.IsEmpty) ? [] : [.. parties.SelectMany(p => p.Entities).Distinct()], parties.Any(p => p.Sense == HolderSense.Nationals) ? HolderSense.Nationals : HolderSense.Itself);

    /// <summary>From the start of a match up to a list member, so that each member has a span of its own.</summary>
    private static TextSpan Upto(FrameMatch match, Filler filler) =>
        filler.End > match.Span.Start && filler.Element.Span.Start >= match.Span.Start && !filler.Element.IsBorrowed ? new TextSpan(match.Span.Start, Math.Min(Math.Max(filler.End, match.Span.Start + 1), match.Span.End)) : match.Span;
}
