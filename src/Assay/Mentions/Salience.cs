using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>
/// Ties pronouns and definite descriptions to names by salience (Lappin and Leass 1994, reduced to recency, kind and subjecthood).
/// A wrong tie would check a claim about somebody else, so whatever is doubtful stays untied: a pronoun reaches the subject of this
/// sentence or the only name of the last one; a description the only entity of its kind there, or the one that the article speaks of most by far.
/// </summary>
internal sealed class Salience(Lexicon lexicon)
{
    private enum Place { Modifier, Other, Subject }

    private List<(Mention.Name Name, Place Place)> _last = [];
    private readonly Dictionary<Entity, int> _counts = [];

    private static readonly EntityKind[] Things =
        [EntityKind.State, EntityKind.Company, EntityKind.Bloc, EntityKind.Field, EntityKind.Mine, EntityKind.Fund, EntityKind.Pipeline, EntityKind.Agency];

    /// <summary>The elements with pronouns and descriptions as names, tied where they can be.</summary>
    public ImmutableArray<Element> Resolve(ImmutableArray<Element> elements)
    {
        var current = new List<(Mention.Name Name, Place Place)>();
        var resolved = ImmutableArray.CreateBuilder<Element>(elements.Length);
        for (var i = 0; i < elements.Length; i++)
        {
            var element = elements[i];
            if (element.Name is { } name)
            {
                current.Add((name, PlaceOf(elements, i)));
                if (name.Entity is { } entity) _counts[entity] = _counts.GetValueOrDefault(entity) + 1;
                resolved.Add(element);
                continue;
            }
            if (!element.IsWord || Described(elements, i, out var length) is not { } kinds)
            {
                resolved.Add(element);
                continue;
            }
            var candidates = length == 1 ? OfPronoun(kinds, current) : OfDescription(kinds, current);
            var span = new TextSpan(element.Span.Start, elements[i + length - 1].Span.End);
            var tied = new Mention.Name(candidates, NameVia.Anaphor) { Span = span, Rejected = candidates.IsEmpty ? Unsettled(kinds, current) : [] };
            resolved.Add(new Element(span, string.Join(' ', elements.Skip(i).Take(length).Select(e => e.Text)), WordClass.None) { Mention = tied, IsGlued = element.IsGlued, Cases = elements[i + length - 1].Cases, Own = element.Own });
            var isPossessive = element.Text is "its" or "his" or "their" or "her";
            if (isPossessive) resolved.Add(new Element(new TextSpan(span.End, span.End), "'s", WordClass.None));
            else current.Add((tied, PlaceOf(elements, i + length - 1)));
            i += length - 1;
        }
        if (current.Count > 0) _last = current;
        return resolved.ToImmutable();
    }

    /// <summary>Forgets the last sentence: what stands between is not known, so that no pronoun reaches over it.</summary>
    public void Forget() => _last = [];

    /// <summary>The kinds that a pronoun or description here can stand for; null: it is none.</summary>
    private EntityKind[]? Described(ImmutableArray<Element> elements, int at, out int length)
    {
        length = 1;
        var word = elements[at];
        if (word.Text is "he" or "she" or "they" or "his" or "her" or "their" && word.Is(WordClass.Pronoun | WordClass.Determiner)) return [];
        if (word.Text is "it" or "its" && word.Is(WordClass.Pronoun | WordClass.Determiner)) return Things;
        if (!word.Is(WordClass.Determiner) || word.Text is not ("the" or "this" or "that")) return null;
        if (at + 1 >= elements.Length || !elements[at + 1].IsWord || !lexicon.Descriptions.TryGetValue(elements[at + 1].Text, out var kinds)) return null;
        var next = at + 2 < elements.Length ? elements[at + 2] : null;
        if (next is not null && (next.Text is "of" or "that" or "which" || next.Name is not null || IsNoun(next))) return null;
        length = 2;
        return [.. kinds];
    }

    private static ImmutableArray<Entity> Fitting(IEnumerable<(Mention.Name Name, Place Place)> names, EntityKind[] kinds, Place atLeast) =>
        [.. names.Where(n => n.Place >= atLeast).Select(n => n.Name.Candidates.FirstOrDefault(c => kinds.Contains(c.Kind))).OfType<Entity>().Distinct()];

    private ImmutableArray<Entity> OfPronoun(EntityKind[] kinds, List<(Mention.Name Name, Place Place)> current)
    {
        if (kinds.Length == 0) return [];
        foreach (var names in new[] { current, _last })
        {
            if (names.Any(n => n.Place == Place.Subject && n.Name is { Candidates.IsEmpty: true })) return [];
            var subjects = Fitting(names, kinds, Place.Subject);
            if (subjects.Length == 1 && (ReferenceEquals(names, current) || Fitting(names, kinds, Place.Other).Length == 1)) return subjects;
            if (subjects.Length > 1) return OnePerKind(subjects);
            var others = Fitting(names, kinds, Place.Other);
            if (others.Length > 0) return others.Length == 1 ? others : [];
            if (names.Any(n => n.Name.Via != NameVia.Anaphor)) return [];
        }
        return [];
    }

    /// <summary>
    /// The only entity of the kind in this sentence, else in the last; of several the subject, if the article speaks of it most by far. A name that the
    /// record does not know may be meant as well, where it is the subject: no state goes unknown, but companies and fields do.
    /// </summary>
    private ImmutableArray<Entity> OfDescription(EntityKind[] kinds, List<(Mention.Name Name, Place Place)> current)
    {
        foreach (var names in new[] { current, _last })
        {
            if (kinds[0] != EntityKind.State && names.Any(n => n.Place == Place.Subject && n.Name is { Candidates.IsEmpty: true, Via: not NameVia.Anaphor })) return [];
            var fitting = Fitting(names, kinds, Place.Other);
            if (fitting.Length == 1) return fitting;
            if (fitting.Length > 1) return Fitting(names, kinds, Place.Subject) is [var subject] && subject == MainOf(kinds) ? [subject] : [];
        }
        return MainOf(kinds) is { } main ? [main] : [];
    }

    /// <summary>
    /// The entity of these kinds that the article has spoken of most by far; null where there is none. A body need be named but once, if no other is: those
    /// that the record lacks are few.
    /// </summary>
    private Entity? MainOf(EntityKind[] kinds)
    {
        var spoken = _counts.Where(c => kinds.Contains(c.Key.Kind)).OrderByDescending(c => c.Value).Take(2).ToList();
        return spoken.Count > 0 && (spoken.Count == 1 && spoken[0].Value >= (kinds[0] == EntityKind.Bloc ? 1 : 2) || spoken[0].Value >= 3 && spoken[0].Value >= 2 * spoken[^1].Value) ? spoken[0].Key : null;
    }

    /// <summary>What an open pronoun or description might have stood for.</summary>
    private ImmutableArray<RejectedLink> Unsettled(EntityKind[] kinds, List<(Mention.Name Name, Place Place)> current) =>
        [.. Fitting(current.Concat(_last), kinds, Place.Other).Select(entity => new RejectedLink(entity, LinkRejection.NoneSalient))];

    /// <summary>Several subjects leave a pronoun open, unless the role asks for a kind that only one of them has.</summary>
    private static ImmutableArray<Entity> OnePerKind(ImmutableArray<Entity> subjects) =>
        [.. subjects.GroupBy(s => s.Kind).Where(g => g.Count() == 1).Select(g => g.Single())];

    /// <summary>A name right before a finite verb, or heading the sentence, is its subject; one before a noun or possessive only describes that.</summary>
    private static Place PlaceOf(ImmutableArray<Element> elements, int at)
    {
        var next = at + 1 < elements.Length ? elements[at + 1] : null;
        if (next is null) return Place.Other;
        if (next.Text == "'s" || IsNoun(next) || next.Mention is Mention.Goods or Mention.Topic or Mention.Office) return Place.Modifier;
        if (at > 0 && elements[at - 1].Is(WordClass.Preposition)) return Place.Other;
        return next.Verb is { IsFinite: true } || at == 0 || next.IsMark && next.Text is ")" ? Place.Subject : Place.Other;
    }

    private static bool IsNoun(Element element) =>
        element.IsOpenWord
        && element.Text != "'s" && !element.Text.EndsWith("ly", StringComparison.Ordinal);
}
