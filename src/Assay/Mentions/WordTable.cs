namespace Assay.Mentions;

/// <summary>
/// Words by their hash: those of a language, and above them those that an article brings. The words of a language are only read, so that
/// threads may share them.
/// </summary>
internal sealed class WordTable
{
    private readonly WordTable? _language;
    private (ulong Hash, Word? Word)[] _slots = new (ulong, Word?)[128];
    private int _count;

    /// <summary>Over the words of a language, or none.</summary>
    public WordTable(WordTable? language) => _language = language;

    /// <summary>The words of a language that are in a class or are forms of verbs.</summary>
    public WordTable(Lexicon lexicon)
    {
        foreach (var word in lexicon.Classes.Keys.Concat(lexicon.Verbs.Keys)) Add(word, lexicon.ClassOf(word));
    }

    /// <summary>The word that a token is, found or added.</summary>
    public Word Of(ReadOnlySpan<char> text, Token token)
    {
        var written = text.Slice(token.Start, token.Length);
        return _language?.Find(written, token) ?? Find(written, token) ?? Add(token.Hash, new Word(Letters.Fold(written, token.Kind)));
    }

    private void Add(string folded, WordClass classes)
    {
        if (Tokenizer.Split(folded) is not [var token] || token.Length != folded.Length || Find(folded, token) is not null) return;
        Add(token.Hash, new Word(folded) { Classes = classes });
    }

    private Word? Find(ReadOnlySpan<char> written, Token token)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)(token.Hash & int.MaxValue) & mask; _slots[at].Word is { } word; at = (at + 1) & mask)
            if (_slots[at].Hash == token.Hash && (Letters.FoldsTo(written, word.Folded) || token.Kind == TokenKind.Mark && Letters.Fold(written, token.Kind) == word.Folded)) return word;
        return null;
    }

    private Word Add(ulong hash, Word word)
    {
        if (++_count * 2 > _slots.Length)
        {
            var old = _slots;
            _slots = new (ulong, Word?)[old.Length * 2];
            foreach (var (known, its) in old)
                if (its is not null) Put(known, its);
        }
        Put(hash, word);
        return word;
    }

    private void Put(ulong hash, Word word)
    {
        var mask = _slots.Length - 1;
        var at = (int)(hash & int.MaxValue) & mask;
        while (_slots[at].Word is not null) at = (at + 1) & mask;
        _slots[at] = (hash, word);
    }
}
