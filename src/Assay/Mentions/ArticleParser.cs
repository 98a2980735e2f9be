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
    }

    /// <summary>The sentences of an article's body, relative dates counted from <paramref name="asOf"/>.</summary>
    public ImmutableArray<ParsedSentence> Parse(Article article, PartialDate? asOf)
    {
        ArgumentNullException.ThrowIfNull(article);
        var salience = new Salience(_lexicon);
        var parsed = ImmutableArray.CreateBuilder<ParsedSentence>();
        foreach (var sentence in SentenceSplitter.Split(Tokenizer.Split(article.Text, article.Body), _lexicon))
        {
            var found = _mentions.Find(article.Text, sentence, asOf);
            var elements = _inflected is { } inflected ? InflectedVerbs.Group(inflected.Read(found)) : _verbs.Group(found);
            elements = salience.Resolve(elements);
            parsed.Add(new ParsedSentence(sentence, elements, _clauses.Split(elements)));
        }
        return parsed.ToImmutable();
    }
}
