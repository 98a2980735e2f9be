using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Mentions;

/// <summary>
/// Gathers the verbs of an inflected language with what stands by them: the word of denial, the auxiliary, the modal, the verb that governs an
/// infinitive. A dash between two nouns is the verb "to be"; a participle after a comma opens a relative clause.
/// </summary>
internal static class InflectedVerbs
{
    private const string Be = "be";

    public static ImmutableArray<Element> Group(ImmutableArray<Element> elements)
    {
        var grouped = new List<Element>(elements.Length);
        for (var i = 0; i < elements.Length; i++)
        {
            if (Copula(elements, i) is { } copula)
            {
                grouped.Add(copula);
                while (i + 1 < elements.Length && (elements[i + 1].Is(WordClass.Negation) || elements[i + 1].Text == "this")) i++;
                continue;
            }
            var start = i;
            var negated = false;
            while (i < elements.Length && elements[i].Is(WordClass.Negation)) (negated, i) = (true, i + 1);
            if (i < elements.Length && elements[i].Is(WordClass.Modal) && Infinitive(elements, i + 1) is var end and > 0)
            {
                negated |= elements.Skip(i).Take(end - i).Any(e => e.Is(WordClass.Negation));
                grouped.Add(Made(elements, start, end, elements[end].Verb! with { Modal = elements[i].Text, IsNegated = negated, IsFinite = true, IsInfinitive = false }));
                i = end;
                continue;
            }
            if (i >= elements.Length || elements[i].Verb is not { } verb)
            {
                i = start;
                grouped.Add(elements[i]);
                continue;
            }
            var last = i;
            if (verb.IsFinite) (verb, last) = Extended(elements, i, verb);
            verb = verb with { IsNegated = negated || verb.IsNegated, Modal = IsConditional(elements, start, last) ? "would" : verb.Modal };
            if (!verb.IsFinite && !verb.IsInfinitive && OpensRelative(elements, start, grouped))
            {
                var at = elements[start].Span.Start;
                grouped.Add(new Element(new TextSpan(at, at), "which", WordClass.Relative) { Cases = GrammaticalCase.Nominative });
                verb = verb with { IsFinite = true };
            }
            grouped.Add(Made(elements, start, last, verb));
            i = last;
        }
        return [.. grouped];
    }

    /// <summary>"was signed", "will own", "plans to sell".</summary>
    private static (VerbGroup Verb, int Last) Extended(ImmutableArray<Element> elements, int at, VerbGroup verb)
    {
        var next = at + 1;
        while (next < elements.Length && (elements[next].Is(WordClass.Adverb) || elements[next].Is(WordClass.Negation))) next++;
        if (next >= elements.Length || elements[next].Verb is not { } second) return (verb, at);
        var negated = elements.Skip(at).Take(next - at).Any(e => e.Is(WordClass.Negation));
        if (verb.Lemma == Be && second is { IsFinite: true, IsPassive: true }) return (second with { Time = verb.Time, IsNegated = negated }, next);
        if (!second.IsInfinitive) return (verb, at);
        var whole = second with { Time = verb.Time, IsFinite = true, IsInfinitive = false, IsNegated = negated };
        return (verb.Lemma == Be ? whole : whole with { Governors = [verb.IsPassive ? $"{Be} {verb.Lemma}" : verb.Lemma] }, next);
    }

    private static int Infinitive(ImmutableArray<Element> elements, int at)
    {
        while (at < elements.Length && (elements[at].Is(WordClass.Adverb | WordClass.Negation) || elements[at].Verb is { Lemma: Be })) at++;
        return at < elements.Length && elements[at].Verb is { IsInfinitive: true } ? at : 0;
    }

    private static bool IsConditional(ImmutableArray<Element> elements, int from, int to) =>
        from > 0 && elements[from - 1].Text == "would" || to + 1 < elements.Length && elements[to + 1].Text == "would";

    private static Element? Copula(ImmutableArray<Element> elements, int at)
    {
        if (at == 0 || at + 1 >= elements.Length || elements[at] is not { IsMark: true, Text: "-", IsGlued: false } dash || elements[at + 1].IsGlued) return null;
        if (elements[at - 1].Name is null || (elements[at - 1].Cases & GrammaticalCase.Nominative) == 0) return null;
        for (var i = at - 1; i >= 0 && !IsBreak(elements[i]); i--)
            if (elements[i].Verb is { IsFinite: true }) return null;
        for (var i = at + 1; i < elements.Length && !IsBreak(elements[i]); i++)
            if (elements[i].Verb is { IsFinite: true }) return null;
        var negated = elements[at + 1].Is(WordClass.Negation) || elements[at + 1].Text == "this" && at + 2 < elements.Length && elements[at + 2].Is(WordClass.Negation);
        return new Element(dash.Span, Be, WordClass.None) { Own = Be, Verb = new VerbGroup(Be, VerbTime.Present) { IsNegated = negated } };
    }

    private static bool IsBreak(Element element) => element.IsMark && element.Text is "," or ";" or ":" || element.Is(WordClass.Relative | WordClass.Subordinator);

    /// <summary>After a comma, with a name before it that the participle agrees with.</summary>
    private static bool OpensRelative(ImmutableArray<Element> elements, int at, List<Element> before)
    {
        if (at < 2 || elements[at - 1] is not { IsMark: true, Text: "," }) return false;
        var antecedent = before.Count > 1 ? before[^2] : null;
        return antecedent?.Name is not null && (antecedent.Cases & elements[at].Cases & GrammaticalCase.Any) != 0;
    }

    private static Element Made(ImmutableArray<Element> elements, int from, int to, VerbGroup verb) =>
        new(elements[from].Span.Cover(elements[to].Span), verb.Lemma, WordClass.None) { Verb = verb, IsGlued = elements[from].IsGlued, Own = elements[to].Own, Cases = elements[to].Cases };
}
