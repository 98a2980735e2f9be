namespace Assay.Mentions;

/// <summary>A row of tokens that grows and can be used again.</summary>
public sealed class TokenList
{
    private Token[] _items = new Token[256];
    private int[] _openings = [];

    /// <summary>How many tokens.</summary>
    public int Count { get; private set; }

    /// <summary>The tokens.</summary>
    public ReadOnlySpan<Token> Items => _items.AsSpan(0, Count);

    /// <summary>The places of the tokens that a name, date or number may begin at: capitalised words, or all words, and numbers.</summary>
    internal ReadOnlySpan<int> Openings(bool anyWord)
    {
        if (_openings.Length < Count) _openings = new int[_items.Length];
        var items = Items;
        var openings = _openings.AsSpan(0, items.Length);
        var found = 0;
        for (var i = 0; i < items.Length; i++)
        {
            openings[found] = i;
            found += items[i].MayOpen(anyWord);
        }
        return openings[..found];
    }

    internal Span<Token> Room(int atLeast)
    {
        if (_items.Length - Count < atLeast) Array.Resize(ref _items, Math.Max(_items.Length * 2, Count + atLeast));
        return _items.AsSpan(Count);
    }

    internal void Clear() => Count = 0;

    internal void Take(int count) => Count += count;
}
