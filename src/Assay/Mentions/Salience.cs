using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>
/// Ties pronouns and definite descriptions to names by salience (Lappin and Leass 1994, reduced to recency, kind and subjecthood): the subject
/// of this sentence or the last one first, then other names of it. Two candidates of the same weight and kind leave it untied.
/// </summary>
internal sealed class Salience(Lexicon lexicon)
{
    private List<(Mention.Name Name, bool IsSubject)> _last = [];
    private readonly Dictionary<EntityId, int> _counts = [];

    /// <summary>The elements with pronouns and descriptions as names where they can be tied.</summary>
    public ImmutableArray<Element> Resolve(ImmutableArray<Element> elements)
    {
        var current = new List<(Mention.Name Name, bool IsSubject)>();
        var resolved = ImmutableArray.CreateBuilder<Element>(elements.Length);
        for (var i = 0; i < elements.Length; i++)
        {
            var element = elements[i];
            if (element.Name is { } name)
            {
                current.Add((name, IsSubject(elements, i)));
                if (name.Entity is { } entity) _counts[entity.EntityId] = _counts.GetValueOrDefault(entity.EntityId) + 1;
            }
            else if (element.IsWord && Described(elements, i, out var length) is { } kinds)
            {
                var candidates = Candidates(kinds, current);
                {
                    // A pronoun reaches the subject, or the only thing named; a description reaches further.
                    if (length == 1 && candidates.Length > 1 && Weight(candidates[0], current) % 2 == 1) candidates = [];
                    var span = new TextSpan(element.Span.Start, elements[i + length - 1].Span.End);
                    var text = string.Join(' ', elements.Skip(i).Take(length).Select(e => e.Text));
                    resolved.Add(new Element(span, text, WordClass.None) { Mention = new Mention.Name(candidates, NameVia.Anaphor) { Span = span }, IsGlued = element.IsGlued });
                    if (IsPossessive(element)) resolved.Add(new Element(new TextSpan(span.End, span.End), "'s", WordClass.None));
                    if (candidates.Length > 0) current.Add((new Mention.Name([candidates[0]], NameVia.Anaphor) { Span = span }, !IsPossessive(element)));
                    i += length - 1;
                    continue;
                }
            }
            resolved.Add(element);
        }
        if (current.Count > 0) _last = current;
        return resolved.ToImmutable();
    }

    /// <summary>The kinds that a pronoun or description here can stand for; null: it is none.</summary>
    private EntityKind[]? Described(ImmutableArray<Element> elements, int at, out int length)
    {
        length = 1;
        var word = elements[at];
        if (word.Text is "he" or "she" or "they" or "his" or "her" or "their" && word.Is(WordClass.Pronoun | WordClass.Determiner)) return [];
        if (word.Text is "it" or "its" && word.Is(WordClass.Pronoun | WordClass.Determiner))
            return [EntityKind.State, EntityKind.Company, EntityKind.Bloc, EntityKind.Field, EntityKind.Mine, EntityKind.Fund, EntityKind.Pipeline, EntityKind.Agency];
        if (!word.Is(WordClass.Determiner) || word.Text is not ("the" or "this" or "that")) return null;
        if (at + 1 >= elements.Length || !elements[at + 1].IsWord || !lexicon.Descriptions.TryGetValue(elements[at + 1].Text, out var kinds)) return null;
        if (at + 2 < elements.Length && (elements[at + 2].Text is "of" or "that" or "which" || elements[at + 2].Name is not null || elements[at + 2].IsWord && elements[at + 2].Classes == WordClass.None && elements[at + 2].Text != "'s" && !elements[at + 2].Text.EndsWith("ly", StringComparison.Ordinal))) return null;
        length = 2;
        return [.. kinds];
    }

    private ImmutableArray<Entity> Candidates(EntityKind[] kinds, List<(Mention.Name Name, bool IsSubject)> current)
    {
        var weighted = new List<(Entity Entity, int Weight)>();
        Add(current, 4, 3);
        Add(_last, 2, 1);
        var ranked = weighted.GroupBy(c => c.Entity.EntityId).Select(g => (g.First().Entity, Weight: g.Max(c => c.Weight))).OrderByDescending(c => c.Weight).ToList();
        var result = ImmutableArray.CreateBuilder<Entity>();
        foreach (var byKind in ranked.GroupBy(c => c.Entity.Kind))
        {
            var best = byKind.First();
            var rivals = byKind.Where(c => c.Weight == best.Weight).ToList();
            if (rivals.Count > 1)
            {
                // A tie: the article's own subject wins if it clearly leads.
                var leader = rivals.OrderByDescending(c => _counts.GetValueOrDefault(c.Entity.EntityId)).ToList();
                if (_counts.GetValueOrDefault(leader[0].Entity.EntityId) < 2 * _counts.GetValueOrDefault(leader[1].Entity.EntityId)) continue;
                best = leader[0];
            }
            result.Add(best.Entity);
        }
        return [.. result.OrderByDescending(e => ranked.First(c => c.Entity.EntityId == e.EntityId).Weight)];

        void Add(List<(Mention.Name Name, bool IsSubject)> names, int subject, int other)
        {
            foreach (var (name, isSubject) in names)
                if (name.Candidates.FirstOrDefault(c => kinds.Contains(c.Kind)) is { } entity) weighted.Add((entity, isSubject ? subject : other));
        }
    }

    private int Weight(Entity entity, List<(Mention.Name Name, bool IsSubject)> current)
    {
        var here = current.Where(n => n.Name.Candidates.Contains(entity)).Select(n => n.IsSubject ? 4 : 3);
        var before = _last.Where(n => n.Name.Candidates.Contains(entity)).Select(n => n.IsSubject ? 2 : 1);
        return here.Concat(before).DefaultIfEmpty(1).Max();
    }

    private static bool IsPossessive(Element word) => word.Text is "its" or "his" or "their" or "her";

    /// <summary>A name right before a finite verb, or at the head of the sentence without a possessive.</summary>
    private static bool IsSubject(ImmutableArray<Element> elements, int at)
    {
        var next = at + 1 < elements.Length ? elements[at + 1] : null;
        if (next is null || next.Text == "'s") return false;
        var previousIsPreposition = at > 0 && elements[at - 1].Is(WordClass.Preposition);
        return !previousIsPreposition && (next.Verb is { IsFinite: true } || at == 0 || next.IsMark && next.Text == "," || next.IsMark && next.Text == ")");
    }
}
