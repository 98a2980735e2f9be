using System.Runtime.CompilerServices;

namespace Assay.Mentions;

/// <summary>
/// Names in one flat hash table, to find the longest that begins at a token. The table is keyed by the hashes of a name's first words, so that
/// a name is followed word by word; what is found is compared with the name as it was written, which one array of letters holds.
/// Made once and only read then, it may be shared between threads.
/// </summary>
public sealed class NameTable
{
    private const uint Continues = 1u << 31;
    private const int LongestWord = 0xFFF;

    // What a word of a name asks for, beside its length in the char before its letters.
    private const int AsksCapital = 1 << 12;
    private const int AsksCapitals = 1 << 13;
    private const int IsNoAbbreviation = 1 << 14;
    private const int AfterThe = 1 << 15;

    private static readonly ulong The = WordHash.Of("the");

    private readonly TokenList _tokens = new();
    private ulong[] _slots;     // the hash of the words so far in the upper half; in the lower the place of a name + 1, and whether a longer one goes on
    private ulong[] _capital;   // by the hash of the first word: whether a name begins with it at all
    private ulong[] _small;     // and whether one does that is not written with a capital
    private char[] _letters;
    private int[] _starts;
    private int[] _twins;       // the next name with the same words, or -1
    private int _lettersUsed;
    private int _used;
    private bool _anySmall;

    /// <summary>For about so many names.</summary>
    public NameTable(int names)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(names);
        var room = 64;
        while (room < 3L * names && room < 1 << 28) room *= 2;
        _slots = new ulong[room];
        _capital = new ulong[Math.Max(4, room / 32)];
        _small = new ulong[Math.Max(4, room / 64)];
        _starts = new int[Math.Max(16, names)];
        _twins = new int[Math.Max(16, names)];
        _letters = new char[Math.Max(64, (int)Math.Min(20L * names, Array.MaxLength))];
    }

    /// <summary>Whether any name begins with a word that is not capitalised.</summary>
    internal bool HasSmall => _anySmall;

    /// <summary>Whether a name is known by what stands after "the" in it.</summary>
    internal static bool IsAfterThe(ReadOnlySpan<Token> words) => words.Length > 1 && words[0].Hash == The;

    /// <summary>How many names.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a name; its number is how many came before. A name without words is never found.</summary>
    public int Add(ReadOnlySpan<char> name)
    {
        _tokens.Clear();
        Scanner.Scan(name, 0, name.Length, _tokens);
        var words = _tokens.Items;
        // "the Emirates" is "Emirates" after "the", so that a longer name that begins at that word is preferred.
        var afterThe = IsAfterThe(words);
        if (afterThe) words = words[1..];
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Count * 2);
            Array.Resize(ref _twins, Count * 2);
        }
        _starts[Count] = _lettersUsed;
        _twins[Count] = -1;
        foreach (var word in words) Write(name, word, words.Length == 1, afterThe);
        if (words.Length > 0)
        {
            if ((_used + words.Length) * 10L > _slots.Length * 7L) Grow();
            var hash = 0UL;
            for (var i = 0; i < words.Length; i++)
            {
                hash = WordHash.Join(hash, words[i].Hash);
                Index(hash, i == 0, i + 1 == words.Length, words[0].IsCapitalised, Count);
            }
        }
        return Count++;
    }

    /// <summary>The longest name that begins at a token: how many tokens it takes, or 0, and the first name written so; <see cref="Twin"/> tells others.</summary>
    public int Match(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int at, out int name)
    {
        unchecked
        {
            name = -1;
            var isCapitalised = tokens[at].IsCapitalised;
            if (!isCapitalised && !_anySmall) return 0;
            var hash = WordHash.Join(0, tokens[at].Hash);
            if (!Has(isCapitalised ? _capital : _small, hash)) return 0;
            var longest = 0;
            for (var i = at; ;)
            {
                var found = Find(hash);
                if ((found & ~Continues) is var place and not 0)
                {
                    var fitting = Fitting(text, tokens, at, i + 1 - at, (int)place - 1);
                    if (fitting >= 0)
                    {
                        name = fitting;
                        longest = i + 1 - at;
                    }
                }
                if ((found & Continues) == 0 || ++i >= tokens.Length) return longest;
                hash = WordHash.Join(hash, tokens[i].Hash);
            }
        }
    }

    /// <summary>
    /// Looks up the first words of a text all at once, so that the memory is on its way when <see cref="Match"/> asks for it: a table of a million
    /// names does not fit in a processor's cache.
    /// </summary>
    internal ulong Warm(ReadOnlySpan<Token> tokens, ReadOnlySpan<int> places)
    {
        unchecked
        {
            var seen = 0UL;
            foreach (var place in places)
            {
                var hash = WordHash.Join(0, tokens[place].Hash);
                if (Has(_capital, hash)) seen ^= _slots[(int)(hash >> 1) & (_slots.Length - 1)];
            }
            return seen;
        }
    }

    /// <summary>The next name that has the same words and is written so too, or -1.</summary>
    public int Twin(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int at, int length, int name) => Fitting(text, tokens, at, length, _twins[name]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Has(ulong[] filter, ulong hash) => unchecked(filter[(int)(hash >> 40) & (filter.Length - 1)] >> (int)(hash >> 34) & 1) != 0;

    private static void Set(ulong[] filter, ulong hash) => filter[(int)(hash >> 40) & (filter.Length - 1)] |= 1UL << (int)(hash >> 34 & 63);

    private uint Find(ulong hash)
    {
        unchecked
        {
            var slots = _slots;
            var mask = slots.Length - 1;
            for (var at = (int)(hash >> 1) & mask; ; at = (at + 1) & mask)
            {
                var slot = slots[at];
                if (slot == 0) return 0;
                if (slot >> 32 == hash >> 32) return (uint)slot;
            }
        }
    }

    /// <summary>The first of a chain of names with the same words that the text has as they are written: a capital asks for a capital, an abbreviation for capitals throughout.</summary>
    private int Fitting(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int at, int length, int name)
    {
        for (; name >= 0; name = _twins[name])
        {
            var letter = _starts[name];
            var i = 0;
            while (i < length && Fits(text, tokens, at + i, ref letter)) i++;
            if (i == length && letter == EndOf(name)) return name;
        }
        return -1;
    }

    private bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int at, ref int letter)
    {
        var head = _letters[letter];
        var name = _letters.AsSpan(letter + 1, head & LongestWord);
        letter += 1 + name.Length;
        ref readonly var word = ref tokens[at];
        if ((head & AsksCapital) != 0 && !word.IsCapitalised) return false;
        if ((head & (AsksCapitals | IsNoAbbreviation | AfterThe)) != 0)
        {
            if ((head & AsksCapitals) != 0 && !word.IsAllCapitals) return false;
            // A single word that is no abbreviation: not what is written as one.
            if ((head & IsNoAbbreviation) != 0 && word.IsAllCapitals && word.Length <= 3) return false;
            if ((head & AfterThe) != 0 && !(at > 0 && tokens[at - 1].Hash == The)) return false;
        }
        // Marks are few: their hashes tell them, but for a pair of ASCII marks that differ as capitals and small letters do.
        if (word.Kind == TokenKind.Mark && (word.Length > 1 || text[word.Start] >= 128)) return true;
        if (word.Length != name.Length) return false;
        return Letters.IsPlainly(text.Slice(word.Start, word.Length), name);
    }

    private void Write(ReadOnlySpan<char> name, Token word, bool isSingle, bool afterThe)
    {
        var written = name.Slice(word.Start, Math.Min(word.Length, LongestWord));
        if (word.Kind == TokenKind.Mark) written = Letters.Fold(written, TokenKind.Mark);
        if (_lettersUsed + written.Length + 1 > _letters.Length) Array.Resize(ref _letters, Math.Max(_letters.Length / 2 * 3, _lettersUsed + written.Length + 1));
        var head = written.Length
            | (word.IsCapitalised ? AsksCapital : 0)
            | (word.IsAllCapitals && word.Length <= 5 ? AsksCapitals : 0)
            | (isSingle && !word.IsAllCapitals ? IsNoAbbreviation : 0)
            | (afterThe && _starts[Count] == _lettersUsed ? AfterThe : 0);
        _letters[_lettersUsed++] = (char)head;
        foreach (var letter in written) _letters[_lettersUsed++] = Letters.Plain(letter);
    }

    private void Index(ulong hash, bool isFirst, bool isLast, bool isCapitalised, int name)
    {
        if (isFirst)
        {
            Set(_capital, hash);
            if (!isCapitalised)
            {
                Set(_small, hash);
                _anySmall = true;
            }
        }
        ref var slot = ref Slot(hash);
        if (!isLast)
        {
            slot |= Continues;
        }
        else if ((slot & (Continues - 1)) is var first and not 0)
        {
            var last = (int)first - 1;
            while (_twins[last] >= 0) last = _twins[last];
            _twins[last] = name;
        }
        else
        {
            slot |= (uint)name + 1;
        }
    }

    private ref ulong Slot(ulong hash)
    {
        unchecked
        {
            var mask = _slots.Length - 1;
            var at = (int)(hash >> 1) & mask;
            while (_slots[at] != 0 && _slots[at] >> 32 != hash >> 32) at = (at + 1) & mask;
            if (_slots[at] == 0)
            {
                _slots[at] = hash >> 32 << 32;
                _used++;
            }
            return ref _slots[at];
        }
    }

    /// <summary>Lays all names out again in twice the room.</summary>
    private void Grow()
    {
        _slots = new ulong[_slots.Length * 2];
        _capital = new ulong[_capital.Length * 2];
        _small = new ulong[_small.Length * 2];
        _used = 0;
        Array.Fill(_twins, -1);
        for (var name = 0; name < Count; name++)
        {
            var end = EndOf(name);
            var hash = 0UL;
            for (var letter = _starts[name]; letter < end;)
            {
                var head = _letters[letter];
                var length = head & LongestWord;
                var isFirst = letter == _starts[name];
                hash = WordHash.Join(hash, WordHash.Of(_letters.AsSpan(letter + 1, length)));
                letter += 1 + length;
                Index(hash, isFirst, letter == end, (_letters[_starts[name]] & AsksCapital) != 0, name);
            }
        }
    }

    private int EndOf(int name) => name + 1 < Count ? _starts[name + 1] : _lettersUsed;
}
