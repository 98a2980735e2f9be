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

/// <summary>A word, number or mark of a text: where it stands, how it is written and which word it is. <c>default</c> is an empty word.</summary>
public readonly struct Token
{
    internal const uint Capitalised = 1 << 24;
    internal const uint AllCapitals = 1 << 25;
    internal const uint InnerCapital = 1 << 26;
    internal const uint Glued = 1 << 27;
    internal const int KindShift = 28;

    /// <summary>The longest token; a longer run of letters is cut.</summary>
    internal const int Longest = (1 << 24) - 1;

    private readonly uint _lengthAndMarks;
    private readonly int _start;
    private readonly Word? _word;

    internal Token(ulong hash, int start, uint lengthAndMarks)
    {
        Hash = hash;
        _start = start;
        _lengthAndMarks = lengthAndMarks;
    }

    internal Token(Token scanned, Word word)
    {
        this = scanned;
        _word = word;
    }

    /// <summary>Tells words apart that differ in more than case and diacritics.</summary>
    internal ulong Hash { get; }

    internal int Start => _start;

    internal int Length => (int)(_lengthAndMarks & Longest);

    internal int End => _start + (int)(_lengthAndMarks & Longest);

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(_start, End);

    /// <summary>What it is made of.</summary>
    public TokenKind Kind => (TokenKind)(_lengthAndMarks >> KindShift);

    /// <summary>Whether it begins with a capital.</summary>
    public bool IsCapitalised => (_lengthAndMarks & Capitalised) != 0;

    /// <summary>Whether it has two letters or more, all capital.</summary>
    public bool IsAllCapitals => (_lengthAndMarks & AllCapitals) != 0;

    /// <summary>Whether a capital stands inside it: "KazMunayGas".</summary>
    public bool HasInnerCapital => (_lengthAndMarks & InnerCapital) != 0;

    /// <summary>Whether no space stands between the token before and this one.</summary>
    public bool IsGlued => (_lengthAndMarks & Glued) != 0;

    /// <summary>1 for a number and a capitalised word, or any word; else 0.</summary>
    internal int MayOpen(bool anyWord) => unchecked((int)(_lengthAndMarks >> KindShift == (uint)TokenKind.Number ? 1 : _lengthAndMarks >> 24 & 1 | (anyWord & _lengthAndMarks >> KindShift == 0 ? 1u : 0u)));

    /// <summary>Which word it is.</summary>
    internal Word Word => _word ?? Word.None;

    /// <summary>Its text in lower case with plain apostrophes.</summary>
    public string Folded => Word.Folded;

    /// <summary>Whether this is the mark <paramref name="mark"/>.</summary>
    public bool IsMark(string mark) => Kind == TokenKind.Mark && Folded == mark;

    /// <inheritdoc/>
    public override string ToString() => Folded;
}
