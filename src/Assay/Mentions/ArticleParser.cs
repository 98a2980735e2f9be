using System.Collections.Immutable;
using Assay.Articles;
using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>Reads an article into sentences of elements and clauses, pronouns and descriptions tied to what they stand for.</summary>
public sealed class ArticleParser
{
    private readonly Lexicon _lexicon;
    private readonly MentionFinder _mentions;
    private readonly VerbGrouper _verbs;
    private readonly ClauseSplitter _clauses;
    private readonly InflectedElements? _inflected;
    private readonly WordTable _words;
    private readonly ScriptIndex _scripts;

    /// <summary>Over the words of a language and the names of a record.</summary>
    public ArticleParser(Lexicon lexicon, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(evidence);
        _lexicon = lexicon;
        var forms = lexicon.Inflection is { } inflection ? new NameForms(inflection.Paradigms) : null;
        _mentions = new MentionFinder(lexicon, new NameIndex(evidence, forms));
        _inflected = forms is null ? null : new InflectedElements(lexicon, lexicon.Inflection!, forms);
        _verbs = new VerbGrouper(lexicon);
        _clauses = new ClauseSplitter(lexicon);
        _words = new WordTable(lexicon);
        _scripts = new ScriptIndex(evidence, lexicon.Linking);
    }

    /// <summary>The sentences of an article's body, relative dates counted from <paramref name="asOf"/>.</summary>
    public ImmutableArray<ParsedSentence> Parse(Article article, PartialDate? asOf)
    {
        ArgumentNullException.ThrowIfNull(article);
        var found = SentenceSplitter.Split(Tokenizer.Split(article.Text, article.Body, _words), _lexicon)
            .Select(sentence => (Sentence: sentence, Elements: sentence.IsTooLong ? [] : _mentions.Find(article.Text, sentence, asOf))).ToList();
        var linker = new EntityLinker(article.Text, _lexicon, _scripts, found.Select(one => one.Elements));
        var salience = new Salience(_lexicon);
        var parsed = ImmutableArray.CreateBuilder<ParsedSentence>(found.Count);
        foreach (var (sentence, names) in found)
        {
            if (sentence.IsTooLong)
            {
                salience.Forget();
                parsed.Add(new ParsedSentence(sentence, [], []));
                continue;
            }
            var elements = salience.Resolve(_inflected is { } inflected ? InflectedVerbs.Group(inflected.Read(names)) : _verbs.Group(linker.Link(names)));
            parsed.Add(new ParsedSentence(sentence, elements, _clauses.Split(elements)));
        }
        return parsed.ToImmutable();
    }
}
