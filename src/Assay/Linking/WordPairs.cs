namespace Assay.Linking;

/// <summary>How two words of two names were found to be one.</summary>
internal enum WordMatch
{
    Equal,
    /// <summary>Another romanization, or a given name in another script or shortened.</summary>
    Spelling,
    /// <summary>Written in one word in one name and in several in the other.</summary>
    Joined,
    /// <summary>A given name in another language that is written otherwise: "John" and "Ivan".</summary>
    Form,
    /// <summary>A slip.</summary>
    Slip,
    /// <summary>The consonants agree, and one name has no vowels.</summary>
    Consonants,
    /// <summary>The first letters of several words.</summary>
    Initials,
    /// <summary>The first letter of a word.</summary>
    Initial,
}

/// <summary>Words of two names that were found to be one.</summary>
/// <param name="Left">The words of the one name, by index.</param>
/// <param name="Right">The words of the other.</param>
/// <param name="Match">How.</param>
/// <param name="Likeness">How like they are, 0 to 1.</param>
internal readonly record struct WordPair(Range Left, Range Right, WordMatch Match, double Likeness);

/// <summary>Pairs the words of two names, in whatever order they stand; what is surest first.</summary>
internal sealed class WordPairs
{
    private const int MostJoined = 4;
    private readonly LinkedName _left, _right;
    private readonly bool[] _leftTaken, _rightTaken;

    public WordPairs(LinkedName left, LinkedName right)
    {
        (_left, _right) = (left, right);
        (_leftTaken, _rightTaken) = (new bool[left.Words.Length], new bool[right.Words.Length]);
    }

    public List<WordPair> Pairs { get; } = [];

    /// <summary>The words of the one name that are in no pair.</summary>
    public IEnumerable<NameWord> LeftOver => _left.Words.Where((_, i) => !_leftTaken[i]);

    /// <summary>The words of the other name that are in no pair.</summary>
    public IEnumerable<NameWord> RightOver => _right.Words.Where((_, i) => !_rightTaken[i]);

    /// <summary>The indices of the words of the one name that are in no pair.</summary>
    public IEnumerable<int> LeftFree => Free(_leftTaken);

    /// <summary>The indices of the words of the other name that are in no pair.</summary>
    public IEnumerable<int> RightFree => Free(_rightTaken);

    public bool IsComplete => !_leftTaken.Contains(false) && !_rightTaken.Contains(false);

    /// <summary>Pairs single words that a function finds alike, the likest first.</summary>
    public void PairWords(WordMatch match, Func<NameWord, NameWord, double> likeness)
    {
        while (true)
        {
            var (best, l, r, apart) = (0.0, -1, -1, 0);
            for (var i = 0; i < _leftTaken.Length; i++)
            {
                if (_leftTaken[i]) continue;
                for (var j = 0; j < _rightTaken.Length; j++)
                {
                    if (_rightTaken[j] || likeness(_left.Words[i], _right.Words[j]) is not (> 0 and var like) || like < best) continue;
                    // Of words equally like, those at like places.
                    if (like == best && Math.Abs(i - j) >= apart) continue;
                    (best, l, r, apart) = (like, i, j, Math.Abs(i - j));
                }
            }
            if (l < 0) return;
            Take(l..(l + 1), r..(r + 1), match, best);
        }
    }

    /// <summary>Pairs several words of one name that are written as one word in the other.</summary>
    public void PairJoined()
    {
        for (var i = 0; i < _leftTaken.Length; i++)
            if (!_leftTaken[i] && RunFor(_left.Words[i], _right, _rightTaken) is { } run) Take(i..(i + 1), run, WordMatch.Joined, 1);
        for (var j = 0; j < _rightTaken.Length; j++)
            if (!_rightTaken[j] && RunFor(_right.Words[j], _left, _leftTaken) is { } run) Take(run, j..(j + 1), WordMatch.Joined, 1);
    }

    /// <summary>Pairs a short word of one name with the words of the other whose first letters it is; at least as many letters as given.</summary>
    public void PairInitials(int fewest)
    {
        for (var i = 0; i < _leftTaken.Length; i++)
            if (!_leftTaken[i] && InitialsFor(_left.Words[i], fewest, _right, _rightTaken) is { } run) Take(i..(i + 1), run, WordMatch.Initials, 0.9);
        for (var j = 0; j < _rightTaken.Length; j++)
            if (!_rightTaken[j] && InitialsFor(_right.Words[j], fewest, _left, _leftTaken) is { } run) Take(run, j..(j + 1), WordMatch.Initials, 0.9);
    }

    private void Take(Range left, Range right, WordMatch match, double likeness)
    {
        for (var i = left.Start.Value; i < left.End.Value; i++) _leftTaken[i] = true;
        for (var j = right.Start.Value; j < right.End.Value; j++) _rightTaken[j] = true;
        Pairs.Add(new WordPair(left, right, match, likeness));
    }

    private static IEnumerable<int> Free(bool[] taken) => Enumerable.Range(0, taken.Length).Where(i => !taken[i]);

    /// <summary>The run of free words that make up a word when they are written together; null: there is none.</summary>
    private static Range? RunFor(NameWord word, LinkedName name, bool[] taken) =>
        RunFor(word.Written, name, taken, static part => part.Written) ?? (word.Written.Length > NameFold.FewLetters ? RunFor(word.Skeleton, name, taken, static part => part.Skeleton) : null);

    private static Range? RunFor(string word, LinkedName name, bool[] taken, Func<NameWord, string> textOf)
    {
        for (var start = 0; start < taken.Length; start++)
        {
            var matched = 0;
            for (var end = start; end < taken.Length && end - start < MostJoined && !taken[end]; end++)
            {
                var part = textOf(name.Words[end]);
                if (string.CompareOrdinal(word, matched, part, 0, part.Length) != 0) break;
                // Numbers that stand apart are two: "1 5" is not "15".
                if (matched > 0 && char.IsAsciiDigit(word[matched - 1]) && char.IsAsciiDigit(part[0])) break;
                matched += part.Length;
                if (matched == word.Length && end > start) return start..(end + 1);
            }
        }
        return null;
    }

    private static Range? InitialsFor(NameWord word, int fewest, LinkedName name, bool[] taken)
    {
        if (word.Written.Length < fewest || word.Written.Length > 8 || word.Role == WordRole.Number) return null;
        for (var start = 0; start + word.Written.Length <= taken.Length; start++)
        {
            var i = 0;
            while (i < word.Written.Length && !taken[start + i] && name.Words[start + i].Written[0] == word.Written[i]) i++;
            if (i == word.Written.Length) return start..(start + i);
        }
        return null;
    }
}
