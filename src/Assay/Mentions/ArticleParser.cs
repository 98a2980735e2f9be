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
    private readonly WordTable _words;
    private readonly ScriptIndex _scripts;

    /// <summary>Over the words of a language and the names of a record.</summary>
    public ArticleParser(Lexicon lexicon, EvidenceSnapshot evidence)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(evidence);
        _lexicon = lexicon;
        _mentions = new MentionFinder(lexicon, new NameIndex(evidence));
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
            var elements = salience.Resolve(_verbs.Group(linker.Link(names)));
            parsed.Add(new ParsedSentence(sentence, elements, _clauses.Split(elements)));
        }
        return parsed.ToImmutable();
    }

    /// <summary>How much of a text's words are frequent words of the language, 0 to 1; a text too short to tell counts as familiar.</summary>
    public double Familiarity(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = Tokenizer.Split(text, new TextSpan(0, Math.Min(text.Length, 20_000)));
        var words = sample.Count(t => t.Kind == TokenKind.Word);
        return words == 0 ? 0 : words < 25 && text.Any(char.IsAsciiLetter) ? 1 : (double)sample.Count(t => _lexicon.Telltales.Contains(t.Folded)) / words;
    }
}
