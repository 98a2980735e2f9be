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

    /// <summary>The words that a language knows.</summary>
    public WordTable(Lexicon lexicon)
    {
        var opens = new Dictionary<string, Opening>(StringComparer.Ordinal);
        Note(lexicon.Classes.Keys.Concat(lexicon.Verbs.Keys), Opening.None);
        Note(lexicon.RelativeTimes.FirstWords, Opening.RelativeTime);
        Note(lexicon.Weekdays.Keys, Opening.Weekday);
        Note(lexicon.Hedges.FirstWords.Concat(lexicon.Fractions.FirstWords).Concat(lexicon.Numerals.Keys), Opening.Figure);
        Note(lexicon.AgreementTopics.FirstWords, Opening.Topic);
        Note(lexicon.Commodities.FirstWords, Opening.Goods);
        Note(lexicon.Offices.FirstWords, Opening.Office);
        foreach (var (folded, opening) in opens)
            if (Tokenizer.Split(folded) is [var token] && token.Length == folded.Length && Find(folded, token) is null)
                Add(token.Hash, new Word(folded) { Classes = lexicon.ClassOf(folded), Form = lexicon.Verbs.TryGetValue(folded, out var form) ? form : null, Opens = opening });

        void Note(IEnumerable<string> words, Opening opening)
        {
            foreach (var word in words) opens[word] = opens.GetValueOrDefault(word) | opening;
        }
    }

    /// <summary>The word that a token is, found or added.</summary>
    public Word Of(ReadOnlySpan<char> text, Token token)
    {
        var written = text.Slice(token.Start, token.Length);
        return _language?.Find(written, token) ?? Find(written, token) ?? Add(token.Hash, new Word(Letters.Fold(written, token.Kind)));
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
