namespace Assay.Articles;

/// <summary>A stretch of an article's text in UTF-16 offsets, the end not included. <c>default</c> is empty, at the start.</summary>
public readonly record struct TextSpan
{
    /// <summary>The characters from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The start is negative or the end lies before it.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    /// <summary>The first character.</summary>
    public int Start { get; }

    /// <summary>The character after the last.</summary>
    public int End { get; }

    /// <summary>How many characters.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two share a character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Whether all of <paramref name="other"/> lies inside.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The smallest span that contains both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <inheritdoc/>
    public override string ToString() => $"{Start}..{End}";
}
