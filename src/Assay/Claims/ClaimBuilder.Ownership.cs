using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <content>Ownership, with or without a figure.</content>
internal sealed partial class ClaimBuilder
{
    private IEnumerable<Part> Ownerships(FrameMatch match)
    {
        var owners = match.Of("owner");
        var shares = match.Of("share");
        var owned = Things(match).ToArray();
        // "Chevron owns 50 % of A, Eni 29.25 % of B": what follows says of what.
        var goesOn = match.To < match.Elements.Length && match.Elements[match.To] is { IsWord: true, Text: "of" or "in" };
        if (owned.Length == 0 && !goesOn && context.LastOwned is { } last) owned = [last];
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
                    WordBands.AllTheRest);
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
}
