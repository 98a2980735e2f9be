using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>The endings of a declension.</summary>
/// <param name="Ends">The endings of words that decline so.</param>
/// <param name="Drop">How many of their letters give way.</param>
/// <param name="Forms">By case (in the order of <see cref="GrammaticalCase"/>), the endings that come instead.</param>
/// <param name="Plural">The same of the plural; empty: none.</param>
/// <param name="Of">Only for names of this kind; null: for all.</param>
/// <param name="OfNames">Whether names decline so too.</param>
public sealed record Declension(ImmutableArray<string> Ends, int Drop, ImmutableArray<ImmutableArray<string>> Forms, ImmutableArray<ImmutableArray<string>> Plural, EntityKind? Of, bool OfNames);

/// <summary>
/// Declines words and phrases by tables of endings. It makes more forms than there are: a form that nobody writes does no harm, a missing one
/// hides a name. Of a phrase the adjectives that lead it and the noun after them decline, the rest stands.
/// </summary>
/// <param name="Letters">The letters of the language; a word with others does not decline.</param>
/// <param name="Nouns">Declensions of nouns, the first that fits.</param>
/// <param name="Adjectives">Declensions of adjectives, in all genders.</param>
/// <param name="Attributes">Declensions of adjectives in the gender that a phrase has.</param>
/// <param name="Fixed">Words that don't decline.</param>
public sealed record Paradigms(string Letters, ImmutableArray<Declension> Nouns, ImmutableArray<Declension> Adjectives, ImmutableArray<Declension> Attributes, ImmutableHashSet<string> Fixed)
{
    private const int Cases = 6;

    /// <summary>The forms of an adjective.</summary>
    public IEnumerable<(string Form, GrammaticalCase Case)> Adjective(string word) => Decline(word, Adjectives, null, isName: false);

    /// <summary>The forms of a noun or a phrase with one, singular and plural.</summary>
    public IEnumerable<(string Form, GrammaticalCase Case)> Noun(string phrase) => Phrase(phrase, null, isName: false);

    /// <summary>The forms of a name: in lower case, of the adjective that is made of it.</summary>
    public IEnumerable<(string Form, GrammaticalCase Case)> Name(string name, EntityKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.All(c => !char.IsUpper(c)) && !name.Contains(' ', StringComparison.Ordinal) && Find(name, Adjectives, null, false) is not null)
            return Adjective(name).Select(form => (form.Form, form.Case | GrammaticalCase.Adjective));
        return Phrase(name, kind, isName: true);
    }

    private IEnumerable<(string Form, GrammaticalCase Case)> Phrase(string phrase, EntityKind? kind, bool isName)
    {
        var words = phrase.Split(' ');
        var head = 0;
        while (head < words.Length - 1 && Find(words[head], Attributes, null, isName) is not null) head++;
        var declined = kind == EntityKind.Person ? words.Length : head + 1;
        var byWord = words.Select((word, at) => at >= declined ? null
            : (at < head && kind != EntityKind.Person ? Decline(word, Attributes, kind, isName) : Decline(word, Nouns, kind, isName)).ToLookup(form => form.Case, form => form.Form)).ToArray();
        for (var at = 0; at < Cases; at++)
        {
            var grammatical = (GrammaticalCase)(1 << at);
            IEnumerable<string> built = [""];
            for (var word = 0; word < words.Length; word++)
            {
                var forms = byWord[word]?[grammatical] is { } some && some.Any() ? some.Distinct().ToArray() : [words[word]];
                built = [.. built.SelectMany(start => forms.Select(form => start.Length == 0 ? form : $"{start} {form}"))];
            }
            foreach (var form in built) yield return (form, grammatical);
        }
    }

    private IEnumerable<(string Form, GrammaticalCase Case)> Decline(string word, ImmutableArray<Declension> among, EntityKind? kind, bool isName)
    {
        if (Find(word, among, kind, isName) is not { } declension)
        {
            for (var at = 0; at < Cases; at++) yield return (word, (GrammaticalCase)(1 << at));
            yield break;
        }
        var stem = word[..^declension.Drop];
        foreach (var endings in isName || declension.Plural.IsEmpty ? new[] { declension.Forms } : [declension.Forms, declension.Plural])
            for (var at = 0; at < Cases; at++)
                foreach (var ending in endings[at]) yield return (stem + ending, (GrammaticalCase)(1 << at));
    }

    private Declension? Find(string word, ImmutableArray<Declension> among, EntityKind? kind, bool isName)
    {
        if (word.Length < 3 || !Letters.Contains(char.ToLowerInvariant(word[^1]), StringComparison.Ordinal) || word.Skip(1).All(char.IsUpper) || Fixed.Contains(word.ToLowerInvariant())) return null;
        return among.FirstOrDefault(one => (one.Of is null || one.Of == kind) && (one.OfNames || !isName) && one.Ends.Any(end => word.EndsWith(end, StringComparison.Ordinal)));
    }
}
