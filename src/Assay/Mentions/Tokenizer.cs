using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Assay.Articles;

namespace Assay.Mentions;

/// <summary>Makes the tokens of a text with their words.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens of a text by itself.</summary>
    public static ImmutableArray<Token> Split(string text) => Split(text, new TextSpan(0, text.Length));

    /// <summary>The tokens of a part of a text, offsets into the whole, with the words of a language.</summary>
    public static ImmutableArray<Token> Split(string text, TextSpan part, WordTable? language = null)
    {
        var tokens = new TokenList();
        Scanner.Scan(text, part.Start, part.End, tokens);
        return WithWords(text, tokens.Items, new WordTable(language));
    }

    /// <summary>Scanned tokens with the words that they are.</summary>
    public static ImmutableArray<Token> WithWords(string text, ReadOnlySpan<Token> scanned, WordTable words)
    {
        var tokens = new Token[scanned.Length];
        for (var i = 0; i < scanned.Length; i++) tokens[i] = new Token(scanned[i], words.Of(text, scanned[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }
}
