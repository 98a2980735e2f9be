using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// The words of an article by which its author keeps a name or notion at arm's length ("so-called"). They turn no verdict; a reader is told of them.
/// </summary>
internal sealed class IronyMarks
{
    private readonly Article _article;
    private readonly List<TextSpan> _marks = [];

    /// <summary>Finds them all at once.</summary>
    public IronyMarks(Article article, ImmutableArray<ParsedSentence> sentences, Lexicon lexicon)
    {
        _article = article;
        foreach (var tokens in sentences.Select(sentence => sentence.Sentence.Tokens))
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                var length = lexicon.Irony.Match(tokens, i, out _);
                if (length == 0) continue;
                _marks.Add(new TextSpan(tokens[i].Span.Start, tokens[i + length - 1].Span.End));
                i += length - 1;
            }
        }
    }

    /// <summary>The marks inside a stretch or right before it, in the article's own words.</summary>
    public ImmutableArray<string> In(TextSpan span) =>
        [.. _marks.Where(mark => mark.End <= span.End && (mark.End > span.Start ? mark.Start >= span.Start - LongestMark : IsRightBefore(mark, span))).Select(_article.Quote)];

    private bool IsRightBefore(TextSpan mark, TextSpan span) =>
        span.Start - mark.End <= LongestMark && _article.Text[mark.End..span.Start].All(c => !char.IsLetterOrDigit(c) && c != '.');

    private const int LongestMark = 24;
}
