using Assay.Articles;

namespace Assay.Mentions;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>Letters.</summary>
    Word,
    /// <summary>Digits with their separators.</summary>
    Number,
    /// <summary>A mark or sign.</summary>
    Mark,
    /// <summary>The end of a line.</summary>
    LineEnd,
}

/// <summary>A word, number or mark of a text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Folded">Its text in lower case with plain apostrophes.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="IsCapitalised">Whether it begins with a capital.</param>
/// <param name="IsAllCapitals">Whether it has two letters or more, all capital.</param>
public sealed record Token(TextSpan Span, string Folded, TokenKind Kind, bool IsCapitalised, bool IsAllCapitals)
{
    /// <summary>Whether a capital stands inside it: "KazMunayGas".</summary>
    public bool HasInnerCapital { get; init; }

    /// <summary>Whether no space stands between the token before and this one.</summary>
    public bool IsGlued { get; init; }

    /// <summary>Whether this is the mark <paramref name="mark"/>.</summary>
    public bool IsMark(string mark) => Kind == TokenKind.Mark && Folded == mark;
}
