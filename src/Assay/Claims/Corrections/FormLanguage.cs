using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims.Corrections;

/// <summary>Reads the words of a form's fields as an article in one language is read: the same lexicon, the same readers of figures and dates.</summary>
internal sealed class FormLanguage(Lexicon lexicon)
{
    private readonly WordTable _words = new(lexicon);
    private readonly FigureReader _figures = new(lexicon);
    private readonly DateFinder _dates = new(lexicon);

    public Lexicon Lexicon => lexicon;

    public ImmutableArray<Token> Tokens(string text) => Tokenizer.Split(text, new(0, text.Length), _words);

    /// <summary>The figure that a text begins with and the tokens after it; null: it begins with none.</summary>
    public (Mention.Figure Figure, ImmutableArray<Token> Tokens, int Next)? Figure(string text)
    {
        var tokens = Tokens(text);
        if (tokens.IsEmpty || _figures.Match(text, tokens, 0, out var figure) is not (> 0 and var next)) return null;
        return (figure!, tokens, next);
    }

    /// <summary>The days that a text means, all of it; null: it is no date. Days are null where "now" would have to be known.</summary>
    public Mention.Time? Time(string text, PartialDate? asOf)
    {
        var tokens = Tokens(text);
        var from = tokens.Length > 1 && tokens[0].Kind == TokenKind.Word && lexicon.Is(tokens[0].Folded, WordClass.Preposition) ? 1 : 0;
        return !tokens.IsEmpty && new TimeReader(lexicon, _dates, asOf).Match(text, tokens, from, out var time) == tokens.Length - from ? time : null;
    }
}
