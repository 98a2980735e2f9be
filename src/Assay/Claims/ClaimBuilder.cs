using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <summary>What is found before claims are numbered.</summary>
internal sealed record ClaimDraft(TextSpan Span, ClaimKind Kind, Stance Stance, Content Content, Expectation Expects, ClaimTime Time, string Frame, string Speaker, bool LeavesClause, TextSpan Occupies);

/// <summary>Turns a frame's match into claims: one for each member of a list, with what the roles hold.</summary>
internal sealed class ClaimBuilder(Article article, Lexicon lexicon, PartialDate? asOf, ClaimContext context)
{
    private readonly TimeOfClaim _times = new(article, asOf);
    private readonly Doubts _doubts = new(lexicon);

    public IEnumerable<ClaimDraft> Build(FrameMatch match, Told told)
    {
        var (stance, speaker, isNamed) = told;
        var expects = new Expectation.YesNo(!match.Frame.AlwaysDenies && match.IsNegated == match.Frame.Denies);
        var time = _times.Of(match);
        // What is only said to be said by nobody named may be told to be denied: found, not decided.
        var isHearsay = stance == Stance.Attributed && !isNamed;
        var isTwisted = _doubts.Of(match);
        return (match.Frame.IsOpen ? Open(match) : match.Frame.Kind switch
        {
            ClaimKind.Membership => Memberships(match),
            ClaimKind.Agreement => Agreements(match),
            ClaimKind.Ownership or ClaimKind.OwnershipShare => Ownerships(match),
            ClaimKind.Rank => Ranks(match),
            _ => Open(match),
        }).Select(c => new ClaimDraft(
            c.Span, c.Kind, stance, stance == Stance.Predicted || c.Content is Content.Open ? new Content.Open(article.Quote(c.Span))
                : isTwisted ? new Content.Open(article.Quote(c.Span)) { Why = "sense-not-clear" }
                : isHearsay ? new Content.Open(article.Quote(c.Span)) { Why = "hearsay-not-clear" }
                : c.Content, c.Expects ?? expects,
            time, match.Frame.Id, speaker, match.Frame.LeavesClause, match.Span));
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

    private IEnumerable<Part> Agreements(FrameMatch match)
    {
        var partners = match.Of("partner");
        if (partners.Length == 0) return Agreements(match, match.Of("party"), null);
        // "sees A and B as partners", "treaties with A and B": one agreement with each.
        return partners.SelectMany(partner => Agreements(match, match.Of("party").Add(partner), partner));
    }

    private IEnumerable<Part> Agreements(FrameMatch match, ImmutableArray<Filler> named, Filler? upTo)
    {
        var parties = named.Select(PartyOf).ToList();
        // A party left out is taken from before only where no stranger stands in its place.
        var hasStranger = match.Sentence.Elements.Any(e => e.Name is { Candidates.IsEmpty: true, Via: NameVia.None });
        foreach (var missing in hasStranger ? [] : context.PartiesWith(parties).ToArray())
            if (parties.Count < 2) parties.Add(missing);
        if (parties.Count == 0) parties.AddRange(StatesBefore(match));
        if (!hasStranger && parties is [{ Entities.IsEmpty: false } alone] && context.MainState is { } main && !ClaimContext.Share(alone, main)) parties.Add(main);
        var topics = match.Matched.Select(e => e.Mention).OfType<Mention.Topic>().Select(t => t.About).ToArray();
        var place = match.Of("place").FirstOrDefault();
        var signed = match.Of("when").FirstOrDefault()?.Element.Mention as Mention.Time;
        // "security and economic cooperation agreements": one claim a topic.
        var each = topics.Length > 1 && match.Frame.Agreement == AgreementSense.InForce ? topics.Select(t => new[] { t }).ToArray() : [topics];
        foreach (var about in each)
        {
            var content = new Content.Agreement([.. parties], match.Frame.Agreement)
            {
                // Of two topics both must fit: "a strategic partnership on critical minerals".
                About = [.. match.Frame.Kinds.IsEmpty ? [] : new[] { match.Frame.Kinds }, .. about.Select(Slugs)],
                TitleWords = [.. match.Matched.Where(e => e.Is(WordClass.Document)).Select(e => e.Text).Take(1)],
                Words = article.Quote(match.Span),
                SigningPlace = place is null ? PlaceAfter(match) : article.Quote(place.Element.Span),
                Signed = signed?.Days,
            };
            yield return new Part(upTo is { Element.IsBorrowed: false } ? Upto(match, upTo) : match.Span, ClaimKind.Agreement, content, null);
        }
    }

    /// <summary>The two states that the sentence names before an agreement without parties, if it names just two.</summary>
    private IEnumerable<Party> StatesBefore(FrameMatch match)
    {
        var states = match.Sentence.Elements
            .Where(e => e.Span.End <= match.Span.Start && e.Name is { Via: NameVia.Name } name && name.OfKind(EntityKind.State) is not null)
            .Select(e => (Words: article.Quote(e.Span), State: e.Name!.OfKind(EntityKind.State)!.EntityId))
            .DistinctBy(s => s.State).ToArray();
        return states.Length == 2 ? states.Select(s => new Party(s.Words, [s.State], HolderSense.Itself)) : [];
    }

    /// <summary>A place named later in the clause: "signed a treaty … in X".</summary>
    private string PlaceAfter(FrameMatch match)
    {
        if (match.Clause is null || match.Frame.Agreement != AgreementSense.Signed) return "";
        for (var i = match.To; i + 1 < match.Elements.Length && match.Elements[i].Verb is null; i++)
            if (match.Elements[i].Text == "in" && match.Elements[i + 1].Name is { Via: NameVia.Metonym or NameVia.None }) return article.Quote(match.Elements[i + 1].Span);
        return "";
    }

    private static ImmutableArray<string> Slugs(AgreementTopic topic) => [.. topic.Kinds.Concat(topic.Topics).Distinct()];

    private IEnumerable<Part> Ownerships(FrameMatch match)
    {
        var owners = match.Of("owner");
        var shares = match.Of("share");
        var owned = Things(match).ToArray();
        if (owned.Length == 0 && context.LastOwned is { } last) owned = [last];
        if (owned.Length == 0 || owners.Length == 0)
        {
            foreach (var part in Open(match)) yield return part;
            yield break;
        }
        var clauseWords = (match.Clause?.Elements ?? match.Elements).Where(e => e.IsWord).Select(e => e.Text).ToHashSet();
        var together = owners.Length > 1 && clauseWords.Overlaps(["together", "combined", "jointly", "between"]);
        // "A and B own 75 %" may be said of each or of both: only "each" or "together" tells.
        var isUnclear = owners.Length > 1 && shares.Length > 0 && !together && !clauseWords.Overlaps(["each", "apiece", "both"])
            || HasOthers(match, owners[^1]) || shares.Length == 0 && match.Clause is { } said && said.Elements.Any(e => e.Mention is Mention.Figure { IsShare: true })
            || IsOfOther(match, shares) || OneIn(match.Clause?.Elements ?? match.Elements);
        var parties = owners.Select(PartyOf).ToArray();
        var units = together ? [(Party: Join(parties), Filler: owners[^1])] : parties.Zip(owners).Select(p => (Party: p.First, Filler: p.Second)).ToArray();
        foreach (var thing in owned)
        {
            foreach (var (party, filler) in units)
            {
                var figure = shares.Length == units.Length && units.Length > 1 ? shares[Array.IndexOf(units, (party, filler))] : shares.FirstOrDefault();
                var band = (figure?.Element.Mention as Mention.Figure)?.Band;
                Expectation? expects = band is null ? null : band with { Denied = match.IsNegated };
                // Owners named side by side have it together: of each alone the claim is that it has a part.
                var quantifier = match.Frame.Quantifier == Quantifier.Most && (owners.Length > 1 || match.Matched.Any(e => e.Is(WordClass.Partly) || e.IsWord && e.Text is "part" or "parts" or "portion" or "some" or "any" or "among")) ? Quantifier.Some : match.Frame.Quantifier == Quantifier.All ? Quantifier.Some : match.Frame.Quantifier;
                var span = units.Length > 1 && filler.Element.Span.Start > match.Span.Start ? Upto(match, filler) : match.Span;
                yield return new Part(span, band is null ? ClaimKind.Ownership : ClaimKind.OwnershipShare,
                    isUnclear ? new Content.Open(article.Quote(span)) { Why = "sense-not-clear" } : new Content.Ownership(party, thing, quantifier, match.Frame.Relation), expects);
            }
            if (match.Frame.Quantifier == Quantifier.All && owners.Length > 1)
            {
                // "The rest is scattered among A, B and C": they and those named before hold it all.
                var before = context.OwnersOf(thing).Where(o => !parties.Any(p => ClaimContext.Share(p, o)));
                yield return new Part(match.Span, ClaimKind.OwnershipShare,
                    new Content.Ownership(Join([.. before, .. parties]), thing, Quantifier.All, match.Frame.Relation),
                    new Expectation.Band(99, null, "%", "all the rest"));
            }
        }
    }

    /// <summary>"half of Chevron's stake in Tengiz": the share is of somebody's stake, not of the thing.</summary>
    private bool IsOfOther(FrameMatch match, ImmutableArray<Filler> shares)
    {
        if (shares.IsEmpty || match.Of("owned") is not [var thing, ..]) return false;
        var (from, to) = (match.Elements.IndexOf(shares[0].Element), match.Elements.IndexOf(thing.Element));
        for (var i = from + 1; i < to; i++)
        {
            var e = match.Elements[i];
            if (e.Text == "'s") return true;
            if (e.IsOpenWord && i + 1 < to && match.Elements[i + 1].Text is "of" or "in" && !lexicon.Is(e.Text, WordClass.StakeNoun)) return true;
        }
        return false;
    }

    /// <summary>"one in four barrels"</summary>
    private static bool OneIn(ImmutableArray<Element> elements)
    {
        for (var i = 0; i + 2 < elements.Length; i++)
            if (elements[i].Text == "one" && elements[i + 1].Text == "in" && elements[i + 2].Mention is Mention.Figure) return true;
        return false;
    }

    /// <summary>"Eni and its partners", "four Western majors", "half of Chevron's stake": the owner named is not all, or not it.</summary>
    private static bool HasOthers(FrameMatch match, Filler last)
    {
        var at = match.Elements.IndexOf(last.Element);
        if (at > 0 && match.Elements[at - 1].Mention is Mention.Figure) return true;
        var next = at + 1 < match.Elements.Length ? match.Elements[at + 1] : null;
        var afterNext = at + 2 < match.Elements.Length ? match.Elements[at + 2] : null;
        if (next is { IsWord: true } && next.Is(WordClass.Conjunction) && afterNext is { Verb: null } and not { Mention: Mention.Name } && !last.IsNationals) return true;
        return next?.Text is "-" && !last.IsNationals;
    }

    private IEnumerable<Part> Ranks(FrameMatch match)
    {
        var goods = match.Of("goods").FirstOrDefault()?.Element.Mention as Mention.Goods;
        var among = match.Of("among").FirstOrDefault();
        var ordinal = match.Of("place").FirstOrDefault();
        var place = ordinal is null ? match.Frame.Place : lexicon.Ordinals.GetValueOrDefault(ordinal.Element.Text, match.Frame.Place);
        foreach (var subject in match.Of("subject"))
        {
            Content content = new Content.Rank(PartyOf(subject), goods?.Commodity.Id ?? "") { Among = among is null ? null : PartyOf(among) };
            if (goods is null || place == 0) content = new Content.Open(article.Quote(match.Span));
            else if (!IsPlainRank(match, ordinal is not null)) content = new Content.Open(article.Quote(match.Span)) { Why = "sense-not-clear" };
            yield return new Part(match.Span, ClaimKind.Rank, content,
                place == 0 ? null : new Expectation.Place(place, place, place == 1 ? "first" : $"number {place}") { Denied = match.IsNegated });
        }
    }

    /// <summary>
    /// Whether the clause ranks by output, in the world or a named group, and says nothing more: no "exporter", "in Africa", "after X", "listed".
    /// </summary>
    private bool IsPlainRank(FrameMatch match, bool hasOrdinal)
    {
        var fillers = match.Fillers.Select(f => f.Element).ToHashSet();
        var end = match.To;
        while (end < match.Elements.Length && match.Elements[end] is { IsMark: false, Verb: null } next && !next.Is(WordClass.Conjunction | WordClass.Relative)) end++;
        var from = match.From;
        // "After X, Y is the largest …"
        if (match.Elements.Take(from).Any(e => e.Mention is Mention.Name && !e.IsBorrowed)) return false;
        for (var i = from; i < end; i++)
        {
            var e = match.Elements[i];
            if (e.Text == "among" && i + 1 < end && match.Of("among") is [var group, ..] && match.Elements.Skip(i + 1).Take(3).Contains(group.Element)) continue;
            if (e.Verb is { IsFinite: false }) return false;
            if (fillers.Contains(e) || e.IsMark || e.Verb is not null || e.Mention is Mention.Time) continue;
            if (e.Mention is Mention.Goods && i < match.To) continue;
            if (e.Name is { Entity: { Kind: EntityKind.Group } whole } && e.Text.EndsWith("world", StringComparison.Ordinal) && whole.Country is null) continue;
            if (e.Mention is not null) return false;
            if (!hasOrdinal && lexicon.Ordinals.TryGetValue(e.Text, out var n) && n > 1) return false;
            if (!lexicon.Is(e.Text, WordClass.RankWord) && !e.Text.EndsWith("ly", StringComparison.Ordinal)) return false;
        }
        return !match.Elements.Skip(from).Take(end - from).Any(e => e.IsWord && e.Text is "since");
    }

    private IEnumerable<Part> Open(FrameMatch match)
    {
        var kind = match.Frame.Kind == ClaimKind.Ownership && match.Of("share").Length > 0 ? ClaimKind.OwnershipShare : match.Frame.Kind;
        var band = match.Fillers.Select(f => f.Element.Mention).OfType<Mention.Figure>().FirstOrDefault()?.Band;
        var repeated = match.Of("each");
        if (repeated.Length > 1)
        {
            foreach (var one in repeated)
                yield return new Part(Upto(match, one), kind, new Content.Open($"{article.Quote(match.Span)} ({article.Quote(one.Element.Span)})"), band);
            yield break;
        }
        yield return new Part(match.Span, kind, new Content.Open(article.Quote(match.Span)) { Entities = [.. match.Fillers.Select(f => f.Element.Name?.Entity?.EntityId).OfType<EntityId>()] }, band);
    }

    private IEnumerable<Thing> Things(FrameMatch match)
    {
        foreach (var asset in match.Of("owned"))
        {
            var entity = asset.Element.Name?.OfKind(EntityKind.Company, EntityKind.Field, EntityKind.Mine, EntityKind.Pipeline, EntityKind.Port, EntityKind.Fund);
            yield return new Thing(article.Quote(asset.Element.Span), entity?.EntityId, "", null);
        }
        if (match.Of("goods").FirstOrDefault()?.Element is { Mention: Mention.Goods goods } element)
        {
            var state = match.Of("of").FirstOrDefault()?.Element;
            yield return new Thing(article.Quote(element.Span), null, goods.Commodity.Id, state?.Name?.OfKind(EntityKind.State)?.EntityId);
        }
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
        // "The Kazakh government" owns what the state owns through all its offices.
        var isOffice = filler.Role == "owner" && entity is { Kind: EntityKind.Agency, Country: not null } && filler.Element.Text.Split(' ').Any(w => lexicon.Is(w, WordClass.StateNoun));
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
