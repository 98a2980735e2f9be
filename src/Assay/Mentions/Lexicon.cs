using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>The word classes that chunking and clause splitting tell apart. A word may be in several.</summary>
[Flags]
public enum WordClass
{
    /// <summary>None of the closed classes.</summary>
    None = 0,
    /// <summary>the, its, some</summary>
    Determiner = 1,
    /// <summary>of, in, by</summary>
    Preposition = 1 << 1,
    /// <summary>and, or, but</summary>
    Conjunction = 1 << 2,
    /// <summary>which, who, that</summary>
    Relative = 1 << 3,
    /// <summary>because, although, when</summary>
    Subordinator = 1 << 4,
    /// <summary>he, it, they</summary>
    Pronoun = 1 << 5,
    /// <summary>will, may</summary>
    Modal = 1 << 6,
    /// <summary>not, never</summary>
    Negation = 1 << 7,
    /// <summary>also, now</summary>
    Adverb = 1 << 8,
    /// <summary>we, our</summary>
    FirstPerson = 1 << 9,
    /// <summary>is, were</summary>
    AuxiliaryBe = 1 << 10,
    /// <summary>has, had</summary>
    AuxiliaryHave = 1 << 11,
    /// <summary>does, did</summary>
    AuxiliaryDo = 1 << 12,
    /// <summary>All the classes above: words that are no noun, adjective or verb.</summary>
    Closed = (1 << 13) - 1,
    /// <summary>A noun that turns a nationality into its firms and people: companies, capital.</summary>
    Nationals = 1 << 13,
    /// <summary>A noun that keeps a nationality to the state: government.</summary>
    StateNoun = 1 << 14,
    /// <summary>A noun that ends the name of an organisation: Company, Court.</summary>
    OrganisationNoun = 1 << 15,
    /// <summary>A word that is a name in some record, yet everyday at the head of a sentence.</summary>
    WeakName = 1 << 16,
    /// <summary>A word of which names of offices are made that every state has: ministry, national, bank.</summary>
    GenericName = 1 << 17,
    /// <summary>A word beside a claim that may turn its sense: none, except, formerly.</summary>
    Twist = 1 << 18,
    /// <summary>A word that tempers the noun after it: a former member, a future owner.</summary>
    Tempering = 1 << 20,
    /// <summary>A word that sets a denial against something else: not only, but, because.</summary>
    Contrast = 1 << 21,
    /// <summary>A verb that undoes, attempts or transfers: cancel, fail, buy.</summary>
    Undoing = 1 << 22,
    /// <summary>A verb that leaves the sense of the one it governs: continue to hold.</summary>
    Continuing = 1 << 23,
    /// <summary>A word that may stand in a claim of rank without changing what is ranked, or among whom.</summary>
    RankWord = 1 << 24,
    /// <summary>A noun for a part that is owned: stake, interest.</summary>
    StakeNoun = 1 << 26,
    /// <summary>A word that may stand in a claim about a figure without changing what is counted.</summary>
    FigureWord = 1 << 27,
    /// <summary>A kind of document that its title names: plan, roadmap, treaty.</summary>
    Document = 1 << 25,
    /// <summary>A word that makes ownership one of a part: partly, jointly.</summary>
    Partly = 1 << 19,
    /// <summary>A word that may stand in a plain claim of control, change, event or office without adding to what it says.</summary>
    PlainWord = 1 << 28,
}

/// <summary>Which form of a verb a word is.</summary>
public enum VerbTense
{
    /// <summary>hold</summary>
    Base,
    /// <summary>holds</summary>
    Third,
    /// <summary>held: past or participle</summary>
    Past,
    /// <summary>holding</summary>
    Gerund,
}

/// <summary>A word as a form of a verb.</summary>
/// <param name="Lemma">The base form.</param>
/// <param name="Tense">Which form.</param>
/// <param name="IsNounToo">Whether the word is as often a noun: share, plan.</param>
/// <param name="IsPastToo">Whether the base form is the past form as well: quit, cut.</param>
public readonly record struct VerbForm(string Lemma, VerbTense Tense, bool IsNounToo, bool IsPastToo);

/// <summary>How a word beside a figure widens it; parts of the figure, null: open on that side.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Below">How far below the figure it still fits, as a part of it.</param>
/// <param name="Above">How far above.</param>
/// <param name="OpenLow">The figure itself is too low ("more than").</param>
/// <param name="OpenHigh">The figure itself is too high ("less than").</param>
public sealed record Hedge(string Id, decimal? Below, decimal? Above, bool OpenLow, bool OpenHigh);

/// <summary>A class of goods and the indicators that measure it, the fittest first.</summary>
/// <param name="Id">Its key.</param>
/// <param name="CountryIndicators">How it is counted of countries, fields and mines.</param>
/// <param name="CompanyIndicators">How it is counted of companies.</param>
/// <param name="ShareIndicators">How the parts of a country's output are counted by owner.</param>
public sealed record Commodity(string Id, ImmutableArray<string> CountryIndicators, ImmutableArray<string> CompanyIndicators, ImmutableArray<string> ShareIndicators);

/// <summary>A unit of measure as an article names it.</summary>
/// <param name="Unit">Its id in <c>units.yaml</c>.</param>
/// <param name="IsLoose">Whether several units go by that word: a ton may be short, metric or long.</param>
/// <param name="Written">How it must be written to be meant, capitals and all; empty: any way.</param>
public sealed record UnitWord(string Unit, bool IsLoose, string Written);

/// <summary>A relative date: so many units before or after the article's date.</summary>
/// <param name="Unit"><c>year</c>, <c>month</c> or <c>day</c>.</param>
/// <param name="Offset">How many units from the date.</param>
/// <param name="Span">How many days it covers, for the unit day.</param>
public sealed record RelativeTime(string Unit, int Offset, int Span);

/// <summary>Words that name kinds and topics of agreements.</summary>
/// <param name="Kinds">Kinds of agreement, any of which will do.</param>
/// <param name="Topics">Topics, any of which will do.</param>
public sealed record AgreementTopic(ImmutableArray<string> Kinds, ImmutableArray<string> Topics);

/// <summary>Everything about the words of one language. Phrases are keyed by their folded words with one space between.</summary>
public sealed record Lexicon
{
    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    /// <summary>Frequent words by which the language is told.</summary>
    public required FrozenSet<string> Telltales { get; init; }

    /// <summary>Abbreviations after which a full stop ends no sentence.</summary>
    public required FrozenSet<string> Abbreviations { get; init; }

    /// <summary>The closed classes.</summary>
    public required FrozenDictionary<string, WordClass> Classes { get; init; }

    /// <summary>Forms of verbs.</summary>
    public required FrozenDictionary<string, VerbForm> Verbs { get; init; }

    /// <summary>Nouns that stand for an entity named before, with the kinds they can stand for.</summary>
    public required FrozenDictionary<string, ImmutableArray<EntityKind>> Descriptions { get; init; }

    /// <summary>Offices that people hold.</summary>
    public required PhraseTable<string> Offices { get; init; }

    /// <summary>Offices that one person holds at a time.</summary>
    public required FrozenSet<string> SoleOffices { get; init; }

    /// <summary>Words in which disputes are told.</summary>
    public required Disputes Disputes { get; init; }

    /// <summary>Hedges.</summary>
    public required PhraseTable<Hedge> Hedges { get; init; }

    /// <summary>Fractions in words, in percent; null: "most".</summary>
    public required PhraseTable<decimal?> Fractions { get; init; }

    /// <summary>The hedge that a fraction in words carries by itself.</summary>
    public required Hedge FractionHedge { get; init; }

    /// <summary>percent, per cent, %</summary>
    public required PhraseTable<string> PercentWords { get; init; }

    /// <summary>million, bn</summary>
    public required FrozenDictionary<string, decimal> Multipliers { get; init; }

    /// <summary>one, twenty</summary>
    public required FrozenDictionary<string, decimal> Numerals { get; init; }

    /// <summary>first, second</summary>
    public required FrozenDictionary<string, int> Ordinals { get; init; }

    /// <summary>Months, 1 to 12.</summary>
    public required FrozenDictionary<string, int> Months { get; init; }

    /// <summary>Days of the week, Sunday 0.</summary>
    public required FrozenDictionary<string, DayOfWeek> Weekdays { get; init; }

    /// <summary>last year, today</summary>
    public required PhraseTable<RelativeTime> RelativeTimes { get; init; }

    /// <summary>Goods.</summary>
    public required PhraseTable<Commodity> Commodities { get; init; }

    /// <summary>Goods by key.</summary>
    public required FrozenDictionary<string, Commodity> Goods { get; init; }

    /// <summary>Words for units of measure.</summary>
    public required PhraseTable<UnitWord> Units { get; init; }

    /// <summary>Kinds and topics of agreements.</summary>
    public required PhraseTable<AgreementTopic> AgreementTopics { get; init; }

    /// <summary>Phrases that make a passage no claim, with why.</summary>
    public required ImmutableArray<Cue> Cues { get; init; }

    /// <summary>Signs by which the kind of a claim is told that no frame reads, in the order of trying.</summary>
    public required ImmutableArray<KindSign> Signs { get; init; }

    /// <summary>Words by which an author keeps a notion at arm's length: so-called.</summary>
    public required PhraseTable<string> Irony { get; init; }

    /// <summary>Words after a number that make it no claim by itself: days, pages.</summary>
    public required FrozenSet<string> Uncounted { get; init; }

    /// <summary>Base forms of verbs that tell of a state and not of something that happened: be, own, depend.</summary>
    public required FrozenSet<string> StateVerbs { get; init; }

    /// <summary>Verbs and nouns of saying.</summary>
    public required FrozenSet<string> Reporting { get; init; }

    /// <summary>What the language tells by the forms of its words; null: little.</summary>
    public Inflection? Inflection { get; init; }

    /// <summary>The language's own words for contract regimes, by their ids; null: those of the meters.</summary>
    public FrozenDictionary<string, PhraseTable<string>>? RegimeWords { get; init; }

    /// <summary>By what the language is told from others.</summary>
    public LanguageSigns Script { get; init; } = LanguageSigns.Latin;

    /// <summary>Words by which names are linked.</summary>
    public LinkingWords Linking { get; init; } = LinkingWords.None;

    /// <summary>The classes of a folded word.</summary>
    public WordClass ClassOf(string word) => Classes.GetValueOrDefault(word);

    /// <summary>Whether a folded word is in a class.</summary>
    public bool Is(string word, WordClass wordClass) => (ClassOf(word) & wordClass) != 0;
}

/// <summary>Words that make a clause no claim.</summary>
/// <param name="Why"><c>opinion</c>, <c>forecast</c>, <c>motive</c>, <c>metaphor</c>, <c>evaluation</c>, <c>too-vague</c>.</param>
/// <param name="Phrases">The phrases.</param>
/// <param name="YieldsToFigures">Whether a clause with a figure or date of its own is a claim all the same.</param>
public sealed record Cue(string Why, PhraseTable<string> Phrases, bool YieldsToFigures);

/// <summary>A sign of a kind of claim: words or verbs, with what must stand beside them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Words">Phrases, any of which will do; null: none is needed.</param>
/// <param name="Verbs">Base forms of verbs, any of which will do in place of a phrase.</param>
/// <param name="Figure"><c>share</c> or <c>amount</c>: a figure of that sort must stand there; empty: none need.</param>
/// <param name="Name"><c>body</c> or <c>company</c>: a name of that sort must stand there; empty: none need.</param>
public sealed record KindSign(ClaimKind Kind, PhraseTable<string>? Words, FrozenSet<string> Verbs, string Figure, string Name);
