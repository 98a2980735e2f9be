using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <content>Agreements between parties.</content>
internal sealed partial class ClaimBuilder
{
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
                SigningPlace = place is null ? PlaceAfter(match) : CityOf(place.Element),
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
            if (match.Elements[i].Text == "in" && match.Elements[i + 1].Name is { Via: NameVia.Metonym or NameVia.None }) return CityOf(match.Elements[i + 1]);
        return "";
    }

    /// <summary>A city as the record writes it.</summary>
    private string CityOf(Element place) => lexicon.Inflection is { } inflection ? inflection.Cities.GetValueOrDefault(place.Own.ToLowerInvariant(), article.Quote(place.Span)) : article.Quote(place.Span);

    private static ImmutableArray<string> Slugs(AgreementTopic topic) => [.. topic.Kinds.Concat(topic.Topics).Distinct()];
}
