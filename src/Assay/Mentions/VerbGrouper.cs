using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Mentions;

/// <summary>Gathers auxiliaries, negations and verbs into verb groups, telling verbs from nouns of the same form by what stands around them.</summary>
internal sealed class VerbGrouper(Lexicon lexicon)
{
    private const WordClass Auxiliary = WordClass.AuxiliaryBe | WordClass.AuxiliaryHave | WordClass.AuxiliaryDo;

    /// <summary>The elements with each verb group as one.</summary>
    public ImmutableArray<Element> Group(ImmutableArray<Element> elements)
    {
        var grouped = ImmutableArray.CreateBuilder<Element>(elements.Length);
        var inverted = false;
        for (var i = 0; i < elements.Length;)
        {
            var length = Match(elements, i, grouped, inverted, out var verb);
            if (length == 0)
            {
                // "How can X see …": an auxiliary before the subject leaves the verb without one.
                inverted |= IsInverted(elements, i);
                grouped.Add(elements[i++]);
                continue;
            }
            if (verb!.IsFinite) inverted = false;
            var span = new TextSpan(elements[i].Span.Start, elements[i + length - 1].Span.End);
            grouped.Add(new Element(span, verb!.Lemma, WordClass.None) { Verb = verb, IsGlued = elements[i].IsGlued });
            i += length;
        }
        return grouped.ToImmutable();
    }

    private int Match(ImmutableArray<Element> elements, int at, ImmutableArray<Element>.Builder before, bool inverted, out VerbGroup? verb)
    {
        verb = null;
        if (!elements[at].IsWord || IsInverted(elements, at)) return 0;
        var i = at;
        var infinitive = false;
        if (elements[at].Text == "to")
        {
            var next = SkipAdverbs(elements, at + 1);
            if (next >= elements.Length || !IsBase(elements[next])) return 0;
            infinitive = true;
            i = at + 1;
        }
        var modal = "";
        var negated = false;
        var helper = "";       // be, have, do: the last auxiliary
        var perfect = false;
        var passive = false;
        var progressive = false;
        var past = false;
        var lemma = "";
        var governors = ImmutableArray.CreateBuilder<string>();
        var end = i;
        while (i < elements.Length && elements[i].IsWord)
        {
            var word = elements[i];
            var form = FormOf(word) ?? Unlisted(word, modal, helper);
            if (word.Is(WordClass.Modal) && lemma.Length == 0 && helper.Length == 0)
            {
                modal = word.Text;
                negated |= word.Is(WordClass.Negation);
            }
            else if (word.Is(Auxiliary) && (lemma.Length == 0 || governors.Count > 0 && helper.Length == 0 && lemma.Length == 0))
            {
                var kind = word.Is(WordClass.AuxiliaryBe) ? "be" : word.Is(WordClass.AuxiliaryHave) ? "have" : "do";
                if (helper == "have" && kind == "be") perfect = true;
                if (helper.Length == 0) past |= word.Text is "was" or "were" or "had" or "did" or "wasn't" or "weren't" or "hadn't" or "didn't";
                helper = kind;
                negated |= word.Is(WordClass.Negation);
            }
            else if (word.Is(WordClass.Negation) && (helper.Length > 0 || modal.Length > 0 || word.Text is "never" or "not" or "hardly"))
            {
                if (lemma.Length > 0) break;
                negated = true;
            }
            else if (lemma.Length == 0 && form is { } f && Accepts(f, i))
            {
                if (helper == "be" && (f.Tense == VerbTense.Past || f.IsPastToo)) passive = true;
                if (helper == "have") perfect = true;
                progressive = helper == "be" && f.Tense == VerbTense.Gerund;
                if (helper.Length == 0 && modal.Length == 0 && !infinitive && f.Tense == VerbTense.Past) past = true;
                lemma = f.Lemma;
            }
            else if (word.Text == "to" && (lemma.Length > 0 || helper is "have" or "be") && SkipAdverbs(elements, i + 1) is var next && next < elements.Length && IsBase(elements[next]))
            {
                // "is expected to part with": the last verb means, the others govern it.
                governors.Add(lemma.Length > 0 ? (passive ? "be " + lemma : lemma) : helper);
                lemma = "";
                helper = "";
                passive = false;
                i++;
                end = i;
                continue;
            }
            else if ((word.Is(WordClass.Adverb) || word.Text.EndsWith("ly", StringComparison.Ordinal)) && lemma.Length == 0 && (helper.Length > 0 || modal.Length > 0 || infinitive))
            {
                var after = SkipAdverbs(elements, i + 1);
                if (after >= elements.Length || !(FormOf(elements[after]) is { } later && Accepts(later, after) || elements[after].Is(Auxiliary))) break;
            }
            else
            {
                break;
            }
            i++;
            end = i;
        }
        if (lemma.Length == 0) lemma = helper;
        if (lemma.Length == 0 && governors.Count == 0) return 0;
        if (lemma.Length == 0)
        {
            lemma = governors[^1];
            governors.RemoveAt(governors.Count - 1);
        }
        var gerundAlone = helper.Length == 0 && modal.Length == 0 && !infinitive && FormOf(elements[at]) is { Tense: VerbTense.Gerund };
        var participle = helper.Length == 0 && modal.Length == 0 && !infinitive && FormOf(elements[at]) is { Tense: VerbTense.Past } form0 && IsReduced(elements, at, end, before, Tells(elements, end, form0));
        verb = new VerbGroup(lemma, modal.Length > 0 && modal is "will" or "'ll" or "won't" or "shall" ? VerbTime.Future : perfect ? past ? VerbTime.Past : VerbTime.Perfect : past ? VerbTime.Past : VerbTime.Present)
        {
            Governors = governors.ToImmutable(),
            IsNegated = negated,
            IsPassive = passive || participle,
            IsInfinitive = infinitive,
            IsProgressive = progressive,
            IsFinite = !infinitive && !gerundAlone && !participle,
            Modal = modal,
        };
        return end - at;

        bool Accepts(VerbForm f, int place)
        {
            if (modal.Length > 0 && helper.Length == 0 || helper == "do" || infinitive && helper.Length == 0 || governors.Count > 0 && helper.Length == 0) return f.Tense == VerbTense.Base || f.Lemma == elements[place].Text;
            if (helper == "be") return f.Tense is VerbTense.Past or VerbTense.Gerund || f.IsPastToo;
            if (helper == "have") return f.Tense == VerbTense.Past || f.IsPastToo;
            return place == at && (StartsVerb(elements, at, f, before) || inverted && f.Tense == VerbTense.Base && !(f.IsNounToo && HasVerbAhead(elements, at + 1)) && !(before.Count > 0 && before[^1].Is(WordClass.Determiner | WordClass.Preposition)));
        }
    }

    /// <summary>An auxiliary that a question puts before its subject.</summary>
    private bool IsInverted(ImmutableArray<Element> elements, int at)
    {
        if (!elements[at].Is(WordClass.Modal | WordClass.AuxiliaryDo) || at + 1 >= elements.Length || elements[at].Is(WordClass.Negation)) return false;
        var next = elements[at + 1];
        if (at > 0 && elements[at - 1].Name is not null) return false;
        if (next.Mention is Mention.Name || next.Is(WordClass.Determiner | WordClass.Pronoun)) return at == 0 || elements[at - 1].Is(WordClass.Subordinator | WordClass.Relative | WordClass.Conjunction) || elements[at - 1].IsMark || elements[at - 1].IsOpenWord;
        return at > 0 && elements[at - 1].Text is "why" or "how" or "when" or "where" && FormOf(next) is null;
    }

    private VerbForm? FormOf(Element element) => !element.IsWord ? null : element.Word is { } word ? word.Form : lexicon.Verbs.TryGetValue(element.Text, out var form) ? form : null;

    /// <summary>A word that no list of verbs has is one after "could" or, by its ending, after "has" and "is".</summary>
    private static VerbForm? Unlisted(Element word, string modal, string helper) => !word.IsOpenWord ? null
        : modal.Length > 0 && helper.Length == 0 && word.Text.Length > 2 && !word.Text.EndsWith("ly", StringComparison.Ordinal) ? new VerbForm(word.Text, VerbTense.Base, false, false)
        : helper.Length > 0 && helper != "do" && word.Text.Length > 4 && word.Text.EndsWith("ed", StringComparison.Ordinal) ? new VerbForm(word.Text, VerbTense.Past, false, false)
        : null;

    private bool IsBase(Element word) => word.IsWord && (word.Text is "be" or "have" or "do" || lexicon.Verbs.TryGetValue(word.Text, out var form) && (form.Tense == VerbTense.Base || form.Lemma == word.Text));

    private static int SkipAdverbs(ImmutableArray<Element> elements, int at)
    {
        while (at < elements.Length && (elements[at].Is(WordClass.Adverb | WordClass.Negation) || elements[at].IsWord && elements[at].Text.EndsWith("ly", StringComparison.Ordinal))) at++;
        return at;
    }

    /// <summary>Whether a bare form, without auxiliary, is a verb here.</summary>
    private bool StartsVerb(ImmutableArray<Element> elements, int at, VerbForm form, ImmutableArray<Element>.Builder before)
    {
        var b = before.Count - 1;
        while (b >= 0 && (before[b].Is(WordClass.Adverb) || before[b].IsWord && (before[b].Text.EndsWith("ly", StringComparison.Ordinal) || before[b].Text is "each" or "both" or "all" or "together"))) b--;
        b = BeforeAside(before, b);
        var previous = b < 0 ? null : before[b];
        var next = at + 1 < elements.Length ? elements[at + 1] : null;
        if (previous is { IsMark: true, Text: "-" } && elements[at].IsGlued) return false;
        if (next is { IsMark: true, Text: "-", IsGlued: true }) return false;
        if (previous?.Verb is { IsFinite: true } && form.Tense != VerbTense.Gerund) return false;
        var afterNoun = previous is not null && (previous.Mention is not null and not Mention.Time || previous.IsOpenWord && previous.Text != "'s"
            || previous.IsMark && previous.Text is ")" or "," or "\"" || previous.Mention is Mention.Time);
        var afterSubject = previous is not null && previous.Is(WordClass.Pronoun | WordClass.Relative);
        var opensPhrase = next is not null && (next.Is(WordClass.Determiner | WordClass.Preposition | WordClass.Pronoun | WordClass.Adverb | WordClass.Relative | WordClass.Subordinator | WordClass.Negation) || next.Mention is Mention.Name or Mention.Figure or Mention.Time or Mention.Goods || next.IsWord && next.Text is "that" or "to" || next.IsMark && next.Text is "\"" or ",");
        var tense = form is { Tense: VerbTense.Base, IsPastToo: true } && b >= 0 && (previous!.Mention is not null || previous.IsWord) && !IsPlural(before, b) ? VerbTense.Past : form.Tense;
        switch (tense)
        {
            case VerbTense.Gerund:
                return opensPhrase && !(next!.IsMark) && (previous is null || previous.IsMark || previous.Is(WordClass.Preposition | WordClass.Subordinator | WordClass.Conjunction | WordClass.Relative) || previous.Mention is Mention.Name || previous.Verb is not null || afterNoun);
            case VerbTense.Past:
                if (previous is null || previous.Is(WordClass.Conjunction)) return next is not null && (opensPhrase || previous is not null);
                if (previous.Is(WordClass.Determiner) || previous.Text == "'s" || previous.Is(WordClass.Preposition)) return false;
                return afterNoun || afterSubject || previous.IsMark || previous.Verb is not null;
            case VerbTense.Third:
                if (afterSubject || previous is not null && previous.Is(WordClass.Conjunction)) return !form.IsNounToo || opensPhrase;
                if (!afterNoun) return false;
                if (!form.IsNounToo) return true;
                return opensPhrase && !HasFiniteAhead(elements, at + 1) && !HasFiniteBehind(before);
            default:
                if (afterSubject && previous!.Text is "they" or "we" or "you" or "i" or "who" or "that" or "which") return true;
                if (previous is null || previous.IsMark && previous.Text is "\"" or ":") return !form.IsNounToo && opensPhrase;
                if (previous.Is(WordClass.Conjunction)) return opensPhrase && !form.IsNounToo;
                if (previous.Verb is { IsFinite: false }) return !form.IsNounToo && !HasFiniteBehind(before);
                return afterNoun && (opensPhrase || form.Lemma is "be" or "remain" or "become" or "stay" or "seem") && IsPlural(before, b) && (lexicon.Reporting.Contains(form.Lemma) && !form.IsNounToo || !HasFiniteAhead(elements, at + 1)) && !HasFiniteBehind(before);
        }
    }

    /// <summary>"The companies, he says, run …": the place before an aside of somebody's saying between commas.</summary>
    private int BeforeAside(ImmutableArray<Element>.Builder before, int b)
    {
        if (b < 3 || !before[b].IsMark || before[b].Text != ",") return b;
        for (var i = b - 1; i > 0 && b - i <= 5; i--)
            if (before[i].IsMark) return before[i].Text == "," && before.Skip(i).Take(b - i).Any(e => e.Verb is { IsFinite: true } verb && lexicon.Reporting.Contains(verb.Lemma)) ? i - 1 : b;
        return b;
    }

    private static bool IsPlural(ImmutableArray<Element>.Builder before, int b)
    {
        if (before[b].Mention is Mention.Name && b >= 1 && before[b - 1].Is(WordClass.Conjunction)) return true;
        return before[b].Text.EndsWith('s') || before[b].Mention is Mention.Name && before[b].Text.EndsWith('s') || before[b].Text is "people" or "police";
    }

    private bool HasFiniteAhead(ImmutableArray<Element> elements, int from)
    {
        for (var i = from; i < elements.Length && !elements[i].IsMark && !elements[i].Is(WordClass.Relative | WordClass.Conjunction | WordClass.Subordinator); i++)
            if (elements[i].Is(WordClass.Modal | Auxiliary) || FormOf(elements[i]) is { IsNounToo: false, Tense: VerbTense.Third }) return true;
        return false;
    }

    /// <summary>Whether a base form that is no noun stands later: "what does the plan … mean".</summary>
    private bool HasVerbAhead(ImmutableArray<Element> elements, int from)
    {
        for (var i = from; i < elements.Length; i++)
            if (FormOf(elements[i]) is { IsNounToo: false, Tense: VerbTense.Base } && elements[i - 1].Text != "to") return true;
        return false;
    }

    private static bool HasFiniteBehind(ImmutableArray<Element>.Builder before)
    {
        for (var i = before.Count - 1; i >= 0; i--)
        {
            if (before[i].Verb is { IsFinite: true }) return true;
            if (before[i].IsMark || before[i].Is(WordClass.Relative | WordClass.Conjunction | WordClass.Subordinator)) return false;
        }
        return false;
    }

    /// <summary>"Chevron said it owns": a verb of saying before what opens a clause.</summary>
    private bool Tells(ImmutableArray<Element> elements, int next, VerbForm form) =>
        lexicon.Reporting.Contains(form.Lemma) && next < elements.Length && (elements[next].Is(WordClass.Pronoun | WordClass.Relative) || elements[next].Mention is Mention.Name or Mention.Time || elements[next].Text == "on");

    /// <summary>"the plan signed in London": a past form right after a noun is a participle where the clause has its verb elsewhere, or "by" follows.</summary>
    private bool IsReduced(ImmutableArray<Element> elements, int at, int end, ImmutableArray<Element>.Builder before, bool reports)
    {
        if (before.Count == 0) return true;
        var previous = before[^1];
        if (previous.IsMark && previous.Text == "," || previous.Is(WordClass.Preposition) || previous.IsMark && previous.Text == "-") return end < elements.Length && elements[end].IsWord && elements[end].Text is "by" or "in" or "between" or "with" or "on" or "to" or "at" or "from";
        if (previous.Is(WordClass.Pronoun | WordClass.Relative | WordClass.Conjunction)) return false;
        if (HasFiniteBehind(before)) return true;
        // "The agency ordered the repair": a participle has no object.
        if (end < elements.Length && elements[end].Is(WordClass.Determiner)) return false;
        if (reports && !(end < elements.Length && elements[end].IsWord && elements[end].Text is "by" or "in")) return false;
        if (end < elements.Length && elements[end].IsWord && elements[end].Text is "by" or "between") return true;
        for (var i = end; i < elements.Length && !(elements[i].IsMark && elements[i].Text is ";" or ":" or ","); i++)
        {
            if (elements[i].Is(WordClass.Relative | WordClass.Subordinator)) return false;
            if (elements[i].Is(WordClass.Conjunction)) return false;
            if (elements[i].Is(WordClass.Modal | Auxiliary) || FormOf(elements[i]) is { IsNounToo: false, Tense: VerbTense.Third }) return true;
            if (FormOf(elements[i]) is { IsNounToo: false, Tense: VerbTense.Base } && elements[i - 1].Text != "to" && !elements[i - 1].Is(WordClass.Modal | WordClass.Determiner)) return true;
        }
        return false;
    }
}
