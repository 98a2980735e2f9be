using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>A word as a form of another.</summary>
/// <param name="Lemma">The form that it is listed by.</param>
/// <param name="Cases">The cases that it may stand in.</param>
public readonly record struct WordForm(string Lemma, GrammaticalCase Cases);

/// <summary>Which form of an inflected verb a word is.</summary>
public enum VerbShapeOf
{
    /// <summary>Finite, of now.</summary>
    Present,
    /// <summary>Finite, of later.</summary>
    Future,
    /// <summary>Finite, of before.</summary>
    Past,
    /// <summary>Finite and passive by itself: a short participle.</summary>
    Short,
    /// <summary>The base form.</summary>
    Infinitive,
    /// <summary>A participle that agrees with a noun.</summary>
    Participle,
    /// <summary>An adverbial participle.</summary>
    Gerund,
}

/// <summary>A word as a form of an inflected verb.</summary>
/// <param name="Lemma">The base form.</param>
/// <param name="Means">The key by which the program knows its sense; else the lemma.</param>
/// <param name="Shape">Which form.</param>
/// <param name="IsPassive">Whether it is passive.</param>
/// <param name="Cases">Of a participle, its cases.</param>
public readonly record struct InflectedVerb(string Lemma, string Means, VerbShapeOf Shape, bool IsPassive, GrammaticalCase Cases);

/// <summary>
/// What an inflected language tells by the forms of its words: lemmas, cases, verbs, and by which key the program knows a word. Data of a
/// language's <c>paradigms.yaml</c>, <c>keys.yaml</c> and <c>verbs.csv</c>; a language without them has none.
/// </summary>
public sealed record Inflection
{
    /// <summary>How words decline.</summary>
    public required Paradigms Paradigms { get; init; }

    /// <summary>Forms of words and phrases, folded.</summary>
    public required FrozenDictionary<string, WordForm> Forms { get; init; }

    /// <summary>Forms of verbs, folded.</summary>
    public required FrozenDictionary<string, InflectedVerb> Verbs { get; init; }

    /// <summary>The key by which the program knows a word.</summary>
    public required FrozenDictionary<string, string> Keys { get; init; }

    /// <summary>Phrases and the keys that stand for them, by their first word.</summary>
    public required FrozenDictionary<string, ImmutableArray<KeyPhrase>> Phrases { get; init; }

    /// <summary>Keys of prepositions right before a date.</summary>
    public required FrozenDictionary<string, string> BeforeDates { get; init; }

    /// <summary>The cases that a preposition asks for.</summary>
    public required FrozenDictionary<string, GrammaticalCase> Governed { get; init; }

    /// <summary>Nouns that bear the case for a name right after them ("company X"), and of which kinds they name; none: of any.</summary>
    public required FrozenDictionary<string, ImmutableArray<EntityKind>> Titles { get; init; }

    /// <summary>The record's names of cities where agreements are signed, by those of the language.</summary>
    public required FrozenDictionary<string, string> Cities { get; init; }

    /// <summary>Endings by which a word that no list has is taken for a finite verb.</summary>
    public required ImmutableArray<KeyValuePair<string, VerbShapeOf>> VerbEndings { get; init; }

    /// <summary>The verb that a word is; one that no list has by its ending; null: none.</summary>
    public InflectedVerb? VerbOf(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Verbs.TryGetValue(word, out var verb)) return verb;
        if (word.Length < ShortestGuess || Forms.ContainsKey(word)) return null;
        foreach (var (ending, shape) in VerbEndings)
            if (word.EndsWith(ending, StringComparison.Ordinal)) return new InflectedVerb(word, word, shape, false, GrammaticalCase.None);
        return null;
    }

    private const int ShortestGuess = 5;

    /// <summary>Words that join two figures to a range.</summary>
    public required FrozenSet<string> RangeWords { get; init; }

    /// <summary>Words after the number of a year.</summary>
    public required FrozenSet<string> YearWords { get; init; }
}

/// <summary>A phrase that the program knows by one key or several.</summary>
/// <param name="Words">Its folded words.</param>
/// <param name="Keys">The keys.</param>
public sealed record KeyPhrase(ImmutableArray<string> Words, ImmutableArray<string> Keys);
