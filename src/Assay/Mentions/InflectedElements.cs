using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>
/// Reads the elements of an inflected language: words by their lemmas and the keys that the program knows, names with the cases that they may
/// stand in. A case is narrowed by the preposition before it, by the noun that bears it for a name, and by the noun that it depends on.
/// </summary>
internal sealed class InflectedElements(Lexicon lexicon, Inflection inflection, NameForms names)
{
    private const WordClass Naming = WordClass.Nationals | WordClass.StateNoun;

    public ImmutableArray<Element> Read(ImmutableArray<Element> elements)
    {
        var read = Narrow(Unquote(Words(elements)));
        return [.. read.Where((element, at) => !(element.IsMark && element.Text == "," && OpensClause(read, at + 1)))];
    }

    /// <summary>A comma before what opens a clause says no more than that.</summary>
    private static bool OpensClause(List<Element> elements, int at)
    {
        if (at < elements.Count && elements[at].Is(WordClass.Preposition)) at++;
        return at < elements.Count && elements[at].IsWord && (elements[at].Is(WordClass.Relative | WordClass.Subordinator) || elements[at].Text == "that");
    }

    private List<Element> Words(ImmutableArray<Element> elements)
    {
        var words = new List<Element>(elements.Length);
        for (var i = 0; i < elements.Length; i++)
        {
            if (PhraseAt(elements, i) is { } phrase)
            {
                var span = new TextSpan(elements[i].Span.Start, elements[i + phrase.Words.Length - 1].Span.End);
                words.AddRange(phrase.Keys.Select((key, n) => new Element(n == 0 ? span : new TextSpan(span.End, span.End), key, lexicon.ClassOf(key)) { Own = string.Join(' ', phrase.Words) }));
                i += phrase.Words.Length - 1;
                continue;
            }
            words.Add(Word(elements, i));
        }
        return words;
    }

    private Element Word(ImmutableArray<Element> elements, int at)
    {
        var element = elements[at];
        if (element.Name is { } name)
        {
            var cases = name.Candidates.IsEmpty ? GrammaticalCase.Any : names.CasesOf(element.Text);
            return element with { Text = inflection.Keys.GetValueOrDefault(element.Text, element.Text), Cases = cases, Own = names.NameOf(element.Text) };
        }
        if (element.Mention is not null) return element with { Cases = inflection.Forms.TryGetValue(element.Text, out var phrase) ? phrase.Cases : GrammaticalCase.Any, Own = phrase.Lemma ?? "" };
        if (element.IsMark) return element;
        var isNoun = at > 0 && elements[at - 1].Is(WordClass.Preposition);
        if (!isNoun && (element.Classes & WordClass.Closed) == 0 && inflection.VerbOf(element.Text) is { } verb) return Verb(element, verb);
        var form = inflection.Forms.TryGetValue(element.Text, out var known) ? known : new WordForm(element.Text, GrammaticalCase.Any);
        var key = at + 1 < elements.Length && elements[at + 1].Mention is Mention.Time && inflection.BeforeDates.TryGetValue(element.Text, out var dated) ? dated
            : inflection.Keys.GetValueOrDefault(element.Text) ?? inflection.Keys.GetValueOrDefault(form.Lemma) ?? form.Lemma;
        return element with { Text = key, Own = form.Lemma, Cases = form.Cases, Classes = element.Classes | lexicon.ClassOf(form.Lemma) };
    }

    private static Element Verb(Element word, InflectedVerb verb) => new(word.Span, verb.Means, WordClass.None)
    {
        IsGlued = word.IsGlued, Own = verb.Lemma, Cases = verb.Cases,
        Verb = new VerbGroup(verb.Means, verb.Shape switch { VerbShapeOf.Future => VerbTime.Future, VerbShapeOf.Past or VerbShapeOf.Short => VerbTime.Past, _ => VerbTime.Present })
        {
            IsPassive = verb.IsPassive, IsInfinitive = verb.Shape == VerbShapeOf.Infinitive,
            IsFinite = verb.Shape is VerbShapeOf.Present or VerbShapeOf.Future or VerbShapeOf.Past or VerbShapeOf.Short,
        },
    };

    private KeyPhrase? PhraseAt(ImmutableArray<Element> elements, int at)
    {
        if (!elements[at].IsWord || !inflection.Phrases.TryGetValue(elements[at].Text, out var phrases)) return null;
        return phrases.FirstOrDefault(phrase => at + phrase.Words.Length <= elements.Length && Enumerable.Range(0, phrase.Words.Length).All(i => elements[at + i].IsWord && elements[at + i].Text == phrase.Words[i]));
    }

    /// <summary>Names out of their quotation marks, and those with a noun that bears their case as one.</summary>
    private List<Element> Unquote(List<Element> words)
    {
        for (var i = words.Count - 2; i > 0; i--)
        {
            if (words[i].Name is null || words[i - 1] is not { IsMark: true, Text: "\"" } || words[i + 1] is not { IsMark: true, Text: "\"" }) continue;
            words.RemoveAt(i + 1);
            words.RemoveAt(i - 1);
            i--;
        }
        for (var i = words.Count - 1; i > 0; i--)
        {
            // "of the company X": X itself stands in the nominative.
            if (words[i].Name is not { } name || (words[i].Cases & GrammaticalCase.Nominative) == 0 || (words[i].Cases & GrammaticalCase.Adjective) != 0) continue;
            if (words[i - 1] is not ({ IsWord: true } or { Name: { Candidates.IsEmpty: true } }) || !inflection.Titles.TryGetValue(words[i - 1].IsWord ? words[i - 1].Own : words[i - 1].Text, out var kinds)) continue;
            // "The field of X" is no field named X.
            if (!name.Candidates.IsEmpty && name.OfKind([.. kinds]) is null) continue;
            var span = words[i - 1].Span.Cover(words[i].Span);
            words[i] = words[i] with { Span = span, Mention = name with { Span = span }, Cases = words[i - 1].Cases };
            words.RemoveAt(i - 1);
        }
        return words;
    }

    private List<Element> Narrow(List<Element> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            var (before, element) = (words[i - 1], words[i]);
            if (element.Verb is not null || element.IsMark) continue;
            var at = i - 1;
            while (at > 0 && (words[at].Is(WordClass.Determiner) || words[at].Name is not null && (words[at].Cases & GrammaticalCase.Adjective) != 0)) at--;
            if (words[at].Is(WordClass.Preposition) && inflection.Governed.TryGetValue(words[at].Own, out var governed))
            {
                words[i] = With(element, governed);
                continue;
            }
            if (element.Name is not { } name || (element.Cases & GrammaticalCase.Adjective) != 0) continue;
            var isList = before.Is(WordClass.Conjunction) || before.IsMark && before.Text == ",";
            if (isList && i > 1 && words[i - 2].Name is not null && element.Cases == GrammaticalCase.Any) words[i] = With(element, words[i - 2].Cases);
            else if ((element.Cases & GrammaticalCase.Genitive) != 0 && DependsOn(before, name)) words[i] = With(element, GrammaticalCase.Genitive);
        }
        return words;
    }

    /// <summary>A name after a noun is of that noun, if its form allows.</summary>
    private static bool DependsOn(Element before, Mention.Name name) =>
        before.IsOpenWord || before.Is(Naming)
        || before.Mention is Mention.Goods or Mention.Topic or Mention.Figure
        || before.Mention is Mention.Office && name.Entity is { Kind: not EntityKind.Person };

    private static Element With(Element element, GrammaticalCase cases) => (element.Cases & cases) == 0 ? element : element with { Cases = element.Cases & (cases | GrammaticalCase.Adjective) };
}
