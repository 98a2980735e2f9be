using System.Collections.Immutable;
using Assay.Articles;

namespace Assay.Mentions;

/// <summary>A sentence with its tokens; line ends are no part of it.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Tokens">Its tokens.</param>
public sealed record Sentence(TextSpan Span, ImmutableArray<Token> Tokens)
{
    /// <summary>A sentence of more words and marks is a table or a list that lost its line ends, or no prose at all; it is not read.</summary>
    public const int MostTokens = 500;

    /// <summary>Whether it is longer than sentences are; its reading would take a time that grows with the square of its length.</summary>
    public bool IsTooLong => Tokens.Length > MostTokens;

    /// <summary>Whether it ends in a question mark.</summary>
    public bool IsQuestion => Tokens.Any(t => t.IsMark("?"));
}

/// <summary>Cuts tokens into sentences: at line ends, and at a stop, question or exclamation mark that a capital, quote or digit follows.</summary>
internal static class SentenceSplitter
{
    public static ImmutableArray<Sentence> Split(ImmutableArray<Token> tokens, Lexicon lexicon)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var start = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.LineEnd)
            {
                Add(i);
                start = i + 1;
            }
            else if (Ends(i))
            {
                var end = i + 1;
                while (end < tokens.Length && tokens[end].IsGlued && tokens[end].Folded is "\"" or "'" or ")" or "]") end++;
                Add(end);
                start = end;
                i = end - 1;
            }
        }
        Add(tokens.Length);
        return sentences.ToImmutable();

        bool Ends(int i)
        {
            if (tokens[i] is not { Kind: TokenKind.Mark, Folded: "." or "!" or "?" or "..." }) return false;
            if (i + 1 >= tokens.Length) return true;
            var next = tokens[i + 1];
            if (next.Kind == TokenKind.LineEnd) return true;
            if (next.Folded is "\"" or "'" or ")" or "]" && next.IsGlued) return i + 2 >= tokens.Length || !tokens[i + 2].IsGlued && (tokens[i + 2].IsCapitalised || tokens[i + 2].Kind != TokenKind.Word);
            if (next.IsGlued) return false;
            if (tokens[i].Folded == "." && i > start && tokens[i].IsGlued && IsAbbreviation(tokens[i - 1])) return false;
            return next.IsCapitalised || next.Kind is TokenKind.Number || next.Folded is "\"" or "(" or "-" or "'";
        }

        bool IsAbbreviation(Token word) =>
            lexicon.Abbreviations.Contains(word.Folded) || (word.Span.Length == 1 && word.IsCapitalised);

        void Add(int end)
        {
            if (end <= start) return;
            var span = new TextSpan(tokens[start].Span.Start, tokens[end - 1].Span.End);
            sentences.Add(new Sentence(span, tokens[start..end]));
        }
    }
}
