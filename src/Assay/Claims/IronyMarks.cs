using System.Collections.Immutable;
using Assay.Articles;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>Words by which an author keeps a name or notion at arm's length ("so-called"). They turn no verdict; a reader is told of them.</summary>
internal sealed class IronyMarks(Lexicon lexicon)
{
    /// <summary>The marks inside a stretch or right before it, in the article's own words.</summary>
    public ImmutableArray<string> In(Article article, TextSpan span)
    {
        var from = Math.Max(0, span.Start - LongestMark);
        var tokens = Tokenizer.Split(article.Text, new TextSpan(from, span.End));
        var found = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < tokens.Length; i++)
        {
            var length = lexicon.Irony.Match(tokens, i, out _);
            if (length == 0) continue;
            var mark = new TextSpan(tokens[i].Span.Start, tokens[i + length - 1].Span.End);
            if (mark.End > span.Start || article.Text[mark.End..span.Start].All(c => !char.IsLetterOrDigit(c) && c != '.')) found.Add(article.Quote(mark));
            i += length - 1;
        }
        return found.ToImmutable();
    }

    private const int LongestMark = 24;
}
