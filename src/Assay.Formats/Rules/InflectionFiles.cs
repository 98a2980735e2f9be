using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Formats.Rules;

/// <summary>
/// Reads what an inflected language has beside the others: <c>paradigms.yaml</c> (how words decline), <c>keys.yaml</c> (by which key the
/// program knows a word) and <c>verbs.csv</c> with the forms of its verbs. Gathers the forms of all words that the other files list.
/// </summary>
internal sealed class InflectionFiles
{
    private const int Cases = 6;
    private static readonly string[] ShortEndings = ["", "а", "о", "ы"];
    private static readonly string[] PastEndings = ["", "а", "о", "и"];
    private readonly Dictionary<string, WordForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InflectedVerb> _verbs = new(StringComparer.Ordinal);
    private readonly Paradigms _paradigms;

    public InflectionFiles(RuleNode paradigms)
    {
        paradigms.AllowOnly("language", "letters", "nouns", "adjectives", "attributes", "fixed");
        _paradigms = new Paradigms(paradigms.Require("letters").Text(), Declensions(paradigms.Require("nouns")), Declensions(paradigms.Require("adjectives")), Declensions(paradigms.Require("attributes")),
            [.. paradigms.Require("fixed").Items().Select(word => word.Text())]);
    }

    /// <summary>The forms of a phrase: all of a noun; none but itself after <c>=</c>; those of an adjective before <c>:a</c>, of a noun before <c>:n</c>.</summary>
    public ImmutableArray<string> FormsOf(string phrase)
    {
        if (phrase.StartsWith('=')) return [phrase[1..]];
        var isAdjective = phrase.EndsWith(":a", StringComparison.Ordinal);
        var lemma = isAdjective || phrase.EndsWith(":n", StringComparison.Ordinal) ? phrase[..^2] : phrase;
        var forms = new HashSet<string>(StringComparer.Ordinal) { Fold(lemma) };
        foreach (var (form, grammatical) in isAdjective ? _paradigms.Adjective(lemma) : _paradigms.Noun(lemma))
        {
            Add(form, lemma, grammatical);
            forms.Add(Fold(form));
        }
        return [.. forms];
    }

    /// <summary>The same where a phrase stands as it is unless it says how it declines.</summary>
    public ImmutableArray<string> MarkedFormsOf(string phrase) => phrase.EndsWith(":a", StringComparison.Ordinal) || phrase.EndsWith(":n", StringComparison.Ordinal) ? FormsOf(phrase) : [Fold(phrase.TrimStart('='))];

    /// <summary>Reads the keys; the forms of all other files must have been asked for before.</summary>
    public Inflection Read(RuleNode keys, string verbs)
    {
        keys.AllowOnly("language", "words", "phrases", "before-dates", "governed", "titles", "cities", "range-words", "year-words", "regimes", "lemmas", "verb-endings");
        ReadVerbs(verbs);
        foreach (var word in Texts(keys.Require("lemmas"))) FormsOf(word);
        var byWord = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, words) in keys.Require("words").Entries())
            foreach (var form in Texts(words).SelectMany(word => MarkedFormsOf(word))) byWord.TryAdd(form, key);
        var phrases = keys.Require("phrases").Entries().SelectMany(entry => Texts(entry.Value).SelectMany(word => MarkedFormsOf(word)).Select(phrase => new KeyPhrase([.. phrase.Split(' ')], [.. entry.Key.Split(' ')])));
        var titles = keys.Require("titles").Entries().SelectMany(entry => Texts(entry.Value).Select(title => (Title: title, Kinds: Kinds(entry.Key)))).ToArray();
        foreach (var (title, _) in titles) FormsOf(title);
        return new Inflection
        {
            Paradigms = _paradigms,
            Keys = byWord.ToFrozenDictionary(),
            Phrases = phrases.GroupBy(phrase => phrase.Words[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToImmutableArray()),
            BeforeDates = keys.Require("before-dates").Entries().SelectMany(entry => Texts(entry.Value).Select(word => KeyValuePair.Create(word, entry.Key))).ToFrozenDictionary(),
            Governed = keys.Require("governed").Entries().ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Text().Split(' ').Aggregate(GrammaticalCase.None, (all, name) => all | CaseOf(entry.Value, name))),
            Titles = titles.ToFrozenDictionary(title => Fold(title.Title.TrimStart('=')), title => title.Kinds),
            Cities = keys.Require("cities").Entries().ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Text()),
            VerbEndings = [.. keys.Require("verb-endings").Entries().SelectMany(entry => Texts(entry.Value).Select(ending => KeyValuePair.Create(ending, entry.Key == "past" ? VerbShapeOf.Past : VerbShapeOf.Present)))],
            RangeWords = Texts(keys.Require("range-words")).ToFrozenSet(),
            YearWords = Texts(keys.Require("year-words")).ToFrozenSet(),
            Forms = _forms.ToFrozenDictionary(),
            Verbs = _verbs.ToFrozenDictionary(),
        };
    }

    private static ImmutableArray<EntityKind> Kinds(string names) => [.. names.Split(' ').Where(name => Enum.TryParse<EntityKind>(name, ignoreCase: true, out _)).Select(name => Enum.Parse<EntityKind>(name, ignoreCase: true))];

    private static GrammaticalCase CaseOf(RuleNode node, string name)
    {
        try
        {
            return PatternParser.CaseOf(name);
        }
        catch (FormatException error)
        {
            node.Report("case", $"'{name}'", error.Message, "use one of these");
            return GrammaticalCase.None;
        }
    }

    private void Add(string form, string lemma, GrammaticalCase cases)
    {
        var (key, folded) = (Fold(form), Fold(lemma));
        _forms[key] = _forms.TryGetValue(key, out var known) ? known with { Cases = known.Cases | cases } : new WordForm(folded, cases);
    }

    /// <summary>
    /// A plain table: lemma, means, aspect (<c>p</c>: its present is of later), voice (<c>passive</c>), present, past, short, participle,
    /// passive participle, gerund. A past in <c>л</c> gets its other endings; forms joined by '|' stand as they are.
    /// </summary>
    private void ReadVerbs(string csv)
    {
        foreach (var line in csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Where(line => !line.StartsWith('#')))
        {
            var cells = line.Split(',').Concat(Enumerable.Repeat("", 10)).ToArray();
            var (lemma, means, isPassive) = (Fold(cells[0]), cells[1].Length > 0 ? cells[1] : Fold(cells[0]), cells[3] == "passive");
            Put(lemma, VerbShapeOf.Infinitive, isPassive);
            foreach (var form in Split(cells[4])) Put(form, cells[2] == "p" ? VerbShapeOf.Future : VerbShapeOf.Present, isPassive);
            foreach (var form in PastOf(cells[5])) Put(form, VerbShapeOf.Past, isPassive);
            foreach (var stem in Split(cells[6]))
                foreach (var ending in ShortEndings) Put(stem + ending, VerbShapeOf.Short, true);
            foreach (var participle in Split(cells[7])) PutParticiple(participle, isPassive);
            foreach (var participle in Split(cells[8])) PutParticiple(participle, true);
            foreach (var form in Split(cells[9])) Put(form, VerbShapeOf.Gerund, isPassive);

            void Put(string form, VerbShapeOf shape, bool passive) => _verbs.TryAdd(Fold(form), new InflectedVerb(lemma, means, shape, passive, GrammaticalCase.None));

            void PutParticiple(string participle, bool passive)
            {
                var isReflexive = participle.EndsWith("ся", StringComparison.Ordinal);
                foreach (var forms in _paradigms.Adjective(isReflexive ? participle[..^2] : participle).GroupBy(form => form.Form))
                    _verbs.TryAdd(Fold(forms.Key + (isReflexive ? "ся" : "")), new InflectedVerb(lemma, means, VerbShapeOf.Participle, passive, forms.Aggregate(GrammaticalCase.None, (all, form) => all | form.Case)));
            }
        }
    }

    private static IEnumerable<string> PastOf(string past)
    {
        var forms = Split(past);
        if (forms.Length != 1) return forms;
        return forms[0].EndsWith("лся", StringComparison.Ordinal) ? [forms[0], forms[0][..^2] + "ась", forms[0][..^2] + "ось", forms[0][..^2] + "ись"] : PastEndings.Select(ending => forms[0] + ending);
    }

    private static string[] Split(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static string Fold(string text) => text.ToLowerInvariant().Replace('ё', 'е').Replace("-", " - ", StringComparison.Ordinal);

    private static IEnumerable<string> Texts(RuleNode node) => node.Items().Select(item => item.Text());

    private static ImmutableArray<Declension> Declensions(RuleNode node) => [.. node.Items().Select(DeclensionOf)];

    private static Declension DeclensionOf(RuleNode node)
    {
        node.AllowOnly("ends", "drop", "forms", "plural", "of", "names");
        return new Declension([.. Texts(node.Require("ends"))], (int)(node["drop"]?.Decimal() ?? 0), Endings(node.Require("forms")), node["plural"] is { } plural ? Endings(plural) : [],
            node["of"]?.OneOf<EntityKind>(), node["names"]?.Flag() ?? true);
    }

    private static ImmutableArray<ImmutableArray<string>> Endings(RuleNode node)
    {
        var cases = node.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (cases.Length != Cases) node.Report("endings", $"{cases.Length} cases", "six, in the order nom gen dat acc ins loc", "write '-' where there is no ending, '/' between several");
        return [.. cases.Concat(Enumerable.Repeat("-", Cases)).Take(Cases).Select(endings => endings.Split('/').Select(ending => ending == "-" ? "" : ending).ToImmutableArray())];
    }
}
