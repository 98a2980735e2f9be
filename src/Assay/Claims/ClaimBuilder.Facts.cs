using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <content>Who controls, did, said or held what.</content>
internal sealed partial class ClaimBuilder
{
    private IEnumerable<Part> Controls(FrameMatch match)
    {
        var holders = match.Of("holder");
        var asset = match.Of("asset").FirstOrDefault();
        var entity = asset?.Element.Name?.OfKind(EntityKind.Company, EntityKind.Field, EntityKind.Mine, EntityKind.Pipeline, EntityKind.Port);
        if (holders.IsEmpty || asset is null || asset.IsNationals)
        {
            foreach (var part in Open(match)) yield return part;
            yield break;
        }
        var parties = holders.Select(PartyOf).ToArray();
        var thing = new Thing(article.Quote(asset.Element.Span), entity?.EntityId, "", null);
        // Each of several runs it alone or all do: only what they control together is one question.
        // "The state" that controls a firm need not be the one named last.
        // "Jointly" with whom, where one is named?
        var isJoint = holders.Length == 1 && (match.Clause?.Elements ?? match.Elements).Any(e => e.IsWord && e.Text is "jointly" or "together" or "joint");
        var isClear = !isJoint && _plain.SaysOnly(match) && !holders.Any(h => h.Element.Name is { Via: NameVia.Anaphor, Entity.Kind: EntityKind.State }) && (holders.Length == 1 || match.Frame.Control == ControlSense.Majority && !holders.Any(h => h.IsNationals) && !match.IsNegated);
        yield return new Part(match.Span, ClaimKind.Control, isClear ? new Content.Control(parties.Length == 1 ? parties[0] : Join(parties), thing, match.Frame.Control) : Unclear(match.Span), null);
    }

    private IEnumerable<Part> Events(FrameMatch match)
    {
        // A guest is a person: "Russia visited" tells of nobody who could be.
        var guests = match.Of("guest");
        var isGuest = guests.All(guest => guest.Element.Name is { Entity.Kind: EntityKind.Person, Via: not NameVia.Anaphor });
        var who = guests.Length > 0 ? guests : match.Of("who");
        var where = match.Of("where").FirstOrDefault();
        var at = match.Of("at").FirstOrDefault();
        var name = match.Of("name").FirstOrDefault();
        // A topic that stands for the event itself: "joint exercises".
        var isOfKind = match.Of("what").All(what => what.Element.Mention is Mention.Topic topic && topic.About.Topics.Any(slug => match.Frame.Kinds.Any(kind => slug == kind || slug == kind + "s")));
        // A city that else stands for its state is a place of its own here, finer than the state.
        var isPlace = match.Of("where").Concat(match.Of("at")).All(place => place.Element.Name is not { Via: NameVia.Metonym });
        var isClear = isOfKind && isGuest && isPlace && who.Length > 0 && !who.Any(w => w.IsNationals) && !match.IsNegated && _plain.SaysOnly(match);
        yield return new Part(match.Span, ClaimKind.Event, !isClear ? Unclear(match.Span) : new Content.Event([.. who.Select(PartyOf)], match.Frame.Kinds)
        {
            Where = where is not null ? PartyOf(where) : at is null ? null : PartyOf(at),
            IsMotion = where is not null,
            Name = name is null ? "" : article.Quote(name.Element.Span),
        }, null);
    }

    private IEnumerable<Part> Attributions(FrameMatch match, ClaimTime time)
    {
        var accused = match.Of("accused").FirstOrDefault();
        var speaker = match.Of("speaker").FirstOrDefault();
        var found = accused is null || match.IsNegated ? null : propositions.Value.FindAccusation(match, accused.Element, time.Days ?? OnlyTime(match));
        if (found is null)
        {
            foreach (var part in Open(match)) yield return part;
            yield break;
        }
        yield return new Part(match.Span, ClaimKind.Attribution, speaker is null ? new Content.Dispute(found) : new Content.Saying(PartyOf(speaker), found, Asserts: true), null);
    }

    /// <summary>The date of what is told of in an accusation, where the sentence names one alone.</summary>
    private static DayRange? OnlyTime(FrameMatch match) => match.Sentence.Elements.Select(e => e.Mention).OfType<Mention.Time>().ToArray() is [var only] ? only.Days : null;

    private IEnumerable<Part> Positions(FrameMatch match)
    {
        var person = match.Of("person").FirstOrDefault();
        var office = match.Of("office").FirstOrDefault()?.Element.Mention as Mention.Office;
        var of = match.Of("of").FirstOrDefault();
        var known = person?.Element.Name?.OfKind(EntityKind.Person);
        var isTitle = match.Clause is null;
        if (person is null || office is null || known is null || HasTitleBefore(match) || !isTitle && !_plain.SaysOnly(match))
        {
            foreach (var part in Open(match)) yield return part;
            yield break;
        }
        var party = new Party(article.Quote(person.Element.Span), [known.EntityId], HolderSense.Itself);
        yield return new Part(match.Span, ClaimKind.Position, new Content.Position(party, office.Title, of is null ? null : PartyOf(of) with { Sense = HolderSense.Itself }) { IsTitle = isTitle }, null);
    }

    /// <summary>"former president", "deputy prime minister", "acting", "wife of President": another office than the word alone tells.</summary>
    private static bool HasTitleBefore(FrameMatch match)
    {
        var at = match.Elements.IndexOf(match.Of("office")[0].Element);
        for (var i = Math.Max(0, at - 3); i < Math.Min(match.Elements.Length, at + 3); i++)
        {
            var element = match.Elements[i];
            if (i != at && element.Mention is Mention.Office) return true;
            if (i < at && element.IsOpenWord && !element.Is(WordClass.PlainWord)) return true;
            if (i > at && element.IsMark && element.Text == "-") return true;
            if (element.Is(WordClass.Tempering | WordClass.Twist)) return true;
        }
        return false;
    }
}
