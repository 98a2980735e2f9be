namespace Assay.Mentions;

/// <summary>A row of tokens that grows and can be used again.</summary>
public sealed class TokenList
{
    private Token[] _items = new Token[256];

    /// <summary>How many tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Items => _items.AsSpan(0, Count);

    internal Span<Token> Room(int atLeast)
    {
        if (_items.Length - Count < atLeast) Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + atLeast));
        return _items.AsSpan(Count);
    }

    internal void Clear() => Count = 0;

    internal void Take(int count) => Count += count;
}
