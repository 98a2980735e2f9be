using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Claims;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Formats.Rules;

/// <summary>Reads the lexicon of a language: <c>words.yaml, verbs.csv, hedges.yaml, time.yaml, commodities.yaml, agreements.yaml, cues.yaml, signs.yaml, disputes.yaml</c>; of an inflected one <c>paradigms.yaml, keys.yaml</c> too.</summary>
internal static class LexiconFiles
{
    /// <summary>Reads the files of a language's folder; problems are added to the list.</summary>
    public static Lexicon Read(string language, bool isInflected, Func<string, string> textOf, List<Problem> problems)
    {
        RuleNode Root(string file)
        {
            var path = $"{language}/{file}";
            return RuleNode.Parse(path, textOf(path), problems) ?? RuleNode.Parse(path, "{}", problems)!.Value;
        }

        var words = Root("words.yaml");
        words.AllowOnly("language", "detect", "letters", "strange-letters", "strange-words", "abbreviations", "classes", "descriptions", "nationals", "state-nouns", "offices", "sole-offices", "company-suffixes", "weak-names", "generic-names", "reporting");
        var inflection = isInflected ? new InflectionFiles(Root("paradigms.yaml")) : null;
        IEnumerable<string> Forms(string text) => inflection?.FormsOf(text) ?? [text];
        IEnumerable<string> Marked(string text) => inflection?.MarkedFormsOf(text) ?? [text];
        IEnumerable<KeyValuePair<string, T>> All<T>(IEnumerable<KeyValuePair<string, T>> entries) => inflection is null ? entries : entries.SelectMany(entry => Forms(entry.Key).Select(form => KeyValuePair.Create(form, entry.Value))).DistinctBy(entry => entry.Key);
        var hedges = Root("hedges.yaml");
        hedges.AllowOnly("language", "fractions-count-as", "hedges", "words", "percent", "percent-points", "multipliers", "numerals", "ordinals");
        var time = Root("time.yaml");
        time.AllowOnly("language", "months", "weekdays", "relative", "since", "before");
        var signs = Root("signs.yaml");
        signs.AllowOnly("language", "signs", "state-verbs", "uncounted", "irony");
        var hedgeList = hedges.Require("hedges").Items().Select(HedgeOf).ToList();
        var goods = Only(Root("commodities.yaml"), "commodities").Require("commodities").Items().SelectMany(CommodityOf).ToList();
        var fractionId = hedges.Require("fractions-count-as").Text();
        var lexicon = new Lexicon
        {
            Language = language,
            Telltales = Set(words.Require("detect")),
            Abbreviations = Set(words.Require("abbreviations")),
            Classes = Classes(words, Forms, Marked),
            Verbs = inflection is null ? Verbs(textOf($"{language}/verbs.csv")) : FrozenDictionary<string, VerbForm>.Empty,
            Descriptions = Descriptions(words.Require("descriptions"), Forms),
            Offices = new PhraseTable<string>(All(OfficesOf(words.Require("offices")))),
            SoleOffices = Set(words.Require("sole-offices")),
            Disputes = DisputesFile.Read(Root("disputes.yaml")),
            Hedges = new PhraseTable<Hedge>(hedgeList.SelectMany(h => h.Words.Select(w => KeyValuePair.Create(w, h.Hedge)))),
            FractionHedge = hedgeList.Select(h => h.Hedge).FirstOrDefault(h => h.Id == fractionId) ?? new Hedge("", 0, 0, false, false),
            Fractions = new PhraseTable<decimal?>(hedges.Require("words").Entries().Select(e => KeyValuePair.Create(e.Key, e.Value.Text() == "most" ? null : (decimal?)e.Value.Decimal())) is var fractions && inflection is null ? fractions : All(fractions)),
            PercentWords = new PhraseTable<string>(All(Texts(hedges.Require("percent")).Select(t => KeyValuePair.Create(t, t)))),
            Multipliers = All(Numbers(hedges.Require("multipliers"))).ToFrozenDictionary(),
            Numerals = Numbers(hedges.Require("numerals")),
            Ordinals = All(Numbers(hedges.Require("ordinals"))).ToFrozenDictionary(p => p.Key, p => (int)p.Value),
            Months = All(Numbers(time.Require("months"))).ToFrozenDictionary(p => p.Key, p => (int)p.Value),
            Weekdays = Numbers(time.Require("weekdays")).ToFrozenDictionary(p => p.Key, p => (DayOfWeek)(int)p.Value),
            RelativeTimes = new PhraseTable<RelativeTime>(time.Require("relative").Items().SelectMany(RelativeOf)),
            Commodities = new PhraseTable<Commodity>(All(goods)),
            Goods = goods.Select(g => g.Value).DistinctBy(g => g.Id).ToFrozenDictionary(g => g.Id),
            Units = new PhraseTable<UnitWord>(All(Only(Root("unit-words.yaml"), "units").Require("units").Items().SelectMany(UnitOf))),
            AgreementTopics = new PhraseTable<AgreementTopic>(All(Only(Root("agreements.yaml"), "topics").Require("topics").Items().SelectMany(TopicOf))),
            Cues = [.. Only(Root("cues.yaml"), "cues").Require("cues").Items().Select(cue => CueOf(cue, Marked))],
            Signs = [.. signs.Require("signs").Items().Select(sign => SignOf(sign, Forms))],
            Irony = new PhraseTable<string>(Texts(signs.Require("irony")).SelectMany(Marked).Distinct().Select(t => KeyValuePair.Create(t, t))),
            Uncounted = Texts(signs.Require("uncounted")).SelectMany(Forms).ToFrozenSet(),
            StateVerbs = Set(signs.Require("state-verbs")),
            Reporting = Set(words.Require("reporting")),
            Script = words["letters"] is { } letters ? new LanguageSigns(letters.Text(), words["strange-letters"]?.Text() ?? "", words["strange-words"] is { } strange ? Set(strange) : []) : LanguageSigns.Latin,
        };
        if (inflection is null) return lexicon;
        var keys = Root("keys.yaml");
        var regimes = keys["regimes"]?.Entries().ToFrozenDictionary(entry => entry.Key, entry => new PhraseTable<string>(Texts(entry.Value).SelectMany(Forms).Distinct().Select(word => KeyValuePair.Create(word, word))));
        var read = inflection.Read(keys, textOf($"{language}/verbs.csv"));
        return lexicon with
        {
            Inflection = read,
            RegimeWords = regimes,
            Verbs = read.Verbs.ToFrozenDictionary(verb => verb.Key, verb => new VerbForm(verb.Value.Means, verb.Value.Shape == VerbShapeOf.Infinitive ? VerbTense.Base : VerbTense.Third, false, false)),
            Classes = WithKeys(lexicon.Classes, read),
        };
    }

    /// <summary>A key has the closed classes of the words that it stands for.</summary>
    private static FrozenDictionary<string, WordClass> WithKeys(FrozenDictionary<string, WordClass> classes, Inflection inflection)
    {
        var all = classes.ToDictionary();
        foreach (var (word, key) in inflection.Keys) all[key] = all.GetValueOrDefault(key) | classes.GetValueOrDefault(word);
        return all.ToFrozenDictionary();
    }

    /// <summary>A list of offices, or those of the language by the keys of the first.</summary>
    private static IEnumerable<KeyValuePair<string, string>> OfficesOf(RuleNode node) => node.IsMap
        ? node.Entries().SelectMany(entry => Texts(entry.Value).Select(word => KeyValuePair.Create(word, entry.Key)))
        : Texts(node).Select(word => KeyValuePair.Create(word, word));

    private static RuleNode Only(RuleNode root, string key)
    {
        root.AllowOnly("language", key);
        return root;
    }

    private static IEnumerable<string> Texts(RuleNode node) => node.Items().Select(i => i.Text());

    private static FrozenSet<string> Set(RuleNode node) => Texts(node).ToFrozenSet();

    private static FrozenDictionary<string, decimal> Numbers(RuleNode node) =>
        node.Entries().ToFrozenDictionary(e => e.Key, e => e.Value.Decimal());

    private static FrozenDictionary<string, WordClass> Classes(RuleNode words, Func<string, IEnumerable<string>> forms, Func<string, IEnumerable<string>> marked)
    {
        var classes = new Dictionary<string, WordClass>();
        void Add(IEnumerable<string> members, WordClass wordClass)
        {
            foreach (var word in members) classes[word] = classes.GetValueOrDefault(word) | wordClass;
        }

        foreach (var (key, value) in words.Require("classes").Entries())
        {
            var name = string.Concat(key.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
            if (Enum.TryParse<WordClass>(name, out var wordClass) && wordClass is not (WordClass.None or WordClass.Closed)) Add(Texts(value).SelectMany(marked), wordClass);
            else value.Report("word-class", $"'{key}'", string.Join(", ", Enum.GetNames<WordClass>().Select(RuleNode.Kebab)), "use one of these");
        }
        Add(Texts(words.Require("nationals")).SelectMany(forms), WordClass.Nationals);
        Add(Texts(words.Require("state-nouns")).SelectMany(forms), WordClass.StateNoun);
        Add(Texts(words.Require("company-suffixes")).SelectMany(forms), WordClass.OrganisationNoun);
        Add(Texts(words.Require("weak-names")), WordClass.WeakName);
        Add(Texts(words.Require("generic-names")).SelectMany(marked), WordClass.GenericName);
        return classes.ToFrozenDictionary();
    }

    /// <summary>The table is a plain list without quotes: lemma, forms joined by '|', whether it is as often a noun.</summary>
    private static FrozenDictionary<string, VerbForm> Verbs(string csv)
    {
        var forms = new Dictionary<string, VerbForm>();
        foreach (var line in csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1))
        {
            var cells = line.Split(',');
            var (lemma, isNoun) = (cells[0], cells.Length > 2 && cells[2] == "yes");
            var listed = cells[1].Split('|');
            forms.TryAdd(lemma, new VerbForm(lemma, VerbTense.Base, isNoun, listed.Contains(lemma)));
            foreach (var form in listed)
            {
                var tense = form == lemma ? VerbTense.Base
                    : form.EndsWith("ing", StringComparison.Ordinal) ? VerbTense.Gerund
                    : form.EndsWith('s') && !form.EndsWith("ss", StringComparison.Ordinal) && form != "was" ? VerbTense.Third
                    : VerbTense.Past;
                forms.TryAdd(form, new VerbForm(lemma, tense, isNoun, false));
            }
        }
        return forms.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, ImmutableArray<EntityKind>> Descriptions(RuleNode node, Func<string, IEnumerable<string>> forms)
    {
        var kinds = new Dictionary<string, ImmutableArray<EntityKind>>();
        foreach (var (key, value) in node.Entries())
        {
            if (!Enum.TryParse<EntityKind>(key, ignoreCase: true, out var kind))
            {
                value.Report("entity-kind", $"'{key}'", string.Join(", ", Enum.GetNames<EntityKind>().Select(RuleNode.Kebab)), "use one of these");
                continue;
            }
            foreach (var word in Texts(value).SelectMany(forms)) kinds[word] = kinds.TryGetValue(word, out var known) ? known.Add(kind) : [kind];
        }
        return kinds.ToFrozenDictionary();
    }

    private static (ImmutableArray<string> Words, Hedge Hedge) HedgeOf(RuleNode node)
    {
        node.AllowOnly("id", "words", "below", "above", "open-low", "open-high");
        decimal? Part(string key)
        {
            var value = node.Require(key);
            return value.Text() == "open" ? null : value.Decimal();
        }

        return ([.. Texts(node.Require("words"))], new Hedge(node.Require("id").Text(), Part("below"), Part("above"), node["open-low"]?.Flag() ?? false, node["open-high"]?.Flag() ?? false));
    }

    private static IEnumerable<KeyValuePair<string, RelativeTime>> RelativeOf(RuleNode node)
    {
        node.AllowOnly("words", "unit", "offset", "span");
        var time = new RelativeTime(node.Require("unit").Text(), (int)node.Require("offset").Decimal(), (int)(node["span"]?.Decimal() ?? 0));
        return Texts(node.Require("words")).Select(word => KeyValuePair.Create(word, time));
    }

    private static IEnumerable<KeyValuePair<string, Commodity>> CommodityOf(RuleNode node)
    {
        node.AllowOnly("id", "words", "countries", "companies", "shares");
        var countries = node["countries"] is { } counted ? Texts(counted).ToImmutableArray() : [];
        var commodity = new Commodity(node.Require("id").Text(), countries, node["companies"] is { } firms ? [.. Texts(firms)] : [], node["shares"] is { } shares ? [.. Texts(shares)] : countries);
        return Texts(node.Require("words")).Select(word => KeyValuePair.Create(word, commodity));
    }

    private static IEnumerable<KeyValuePair<string, UnitWord>> UnitOf(RuleNode node)
    {
        node.AllowOnly("unit", "words", "written", "loose");
        var word = new UnitWord(node.Require("unit").Text(), node["loose"]?.Flag() ?? false, node["written"]?.Text() ?? "");
        return Texts(node.Require("words")).Select(words => KeyValuePair.Create(words, word));
    }

    private static IEnumerable<KeyValuePair<string, AgreementTopic>> TopicOf(RuleNode node)
    {
        node.AllowOnly("words", "kinds", "topics");
        var topic = new AgreementTopic(node["kinds"] is { } kinds ? [.. Texts(kinds)] : [], node["topics"] is { } topics ? [.. Texts(topics)] : []);
        return Texts(node.Require("words")).Select(word => KeyValuePair.Create(word, topic));
    }

    private static Cue CueOf(RuleNode node, Func<string, IEnumerable<string>> forms)
    {
        node.AllowOnly("why", "words", "yields-to-figures");
        var why = node.Require("why");
        if (why.Text() is not ("opinion" or "forecast" or "motive" or "metaphor" or "evaluation" or "too-vague"))
            why.Report("why", $"'{why.Text()}'", "opinion, forecast, motive, metaphor, evaluation or too-vague", "use one of these");
        return new Cue(why.Text(), new PhraseTable<string>(Texts(node.Require("words")).SelectMany(forms).Distinct().Select(w => KeyValuePair.Create(w, w))), node["yields-to-figures"]?.Flag() ?? false);
    }

    private static KindSign SignOf(RuleNode node, Func<string, IEnumerable<string>> forms)
    {
        node.AllowOnly("kind", "figure", "name", "words", "verbs");
        string OneOf(string key, params ReadOnlySpan<string> known)
        {
            if (node[key] is not { } value) return "";
            if (!known.Contains(value.Text())) value.Report("sign", $"'{value.Text()}'", string.Join(" or ", known.ToArray()), "use one of these");
            return value.Text();
        }

        return new KindSign(
            node.Require("kind").OneOf<ClaimKind>(),
            node["words"] is { } words ? new PhraseTable<string>(Texts(words).SelectMany(forms).Distinct().Select(w => KeyValuePair.Create(w, w))) : null,
            node["verbs"] is { } verbs ? Set(verbs) : [],
            OneOf("figure", "share", "amount"),
            OneOf("name", "body", "company"));
    }
}
