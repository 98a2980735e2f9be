using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Assay.Linking;

/// <summary>
/// Finds the known subjects that may be the same as another without comparing it with all: by identifier, by the whole name, and by the rarest of its words,
/// each under a code in which spellings and most slips fall together.
/// </summary>
internal sealed class CandidateIndex
{
    // So many are compared with one subject; so many have a word that is rare; so many are taken of those that share two words.
    private const int Most = 8, Few = 48, MostJoined = 48;
    private const int MostListsJoined = 4, MostSearched = 2000;
    private const double Certain = 1;
    private const int LongestCode = 14;

    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int[] _subjects;

    /// <summary>Over subjects, which are numbered in their order.</summary>
    public CandidateIndex(IEnumerable<PreparedSubject> subjects)
    {
        var entries = new List<(ulong Key, int Subject)>();
        var keys = new HashSet<ulong>();
        var number = 0;
        foreach (var subject in subjects)
        {
            keys.Clear();
            foreach (var id in subject.Identifiers) keys.Add(IdentifierKey(id));
            foreach (var name in subject.NamesOfKind)
            {
                foreach (var key in WholeKeys(name)) keys.Add(key);
                foreach (var word in WordsOf(name)) keys.Add(WordKey(word));
            }
            foreach (var key in keys) entries.Add((key, number));
            number++;
        }
        entries.Sort();
        _subjects = new int[entries.Count];
        var (unique, starts) = (new List<ulong>(), new List<int>());
        var sorted = CollectionsMarshal.AsSpan(entries);
        for (var i = 0; i < sorted.Length; i++)
        {
            _subjects[i] = sorted[i].Subject;
            if (i > 0 && sorted[i].Key == sorted[i - 1].Key) continue;
            unique.Add(sorted[i].Key);
            starts.Add(i);
        }
        starts.Add(entries.Count);
        (_keys, _starts) = ([.. unique], [.. starts]);
    }

    /// <summary>The numbers of those that may be the same: at most so many, those that share most, and what is rarest, first.</summary>
    public List<int> Find(PreparedSubject subject)
    {
        var found = new Dictionary<int, double>();
        foreach (var id in subject.Identifiers) Take(Listed(IdentifierKey(id)), Certain, found);
        foreach (var name in subject.NamesOfKind)
        {
            foreach (var key in WholeKeys(name)) Take(Listed(key), Certain, found);
            TakeByWords(name, found);
        }
        if (found.Count <= Most) return [.. found.Keys.Order()];
        return [.. found.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(Most).Select(pair => pair.Key)];
    }

    private void TakeByWords(LinkedName name, Dictionary<int, double> found)
    {
        var lists = WordsOf(name).Select(WordKey).Distinct().Select(RangeOf).Where(range => range.Length > 0).OrderBy(range => range.Length).Take(MostListsJoined).ToList();
        foreach (var list in lists.TakeWhile(list => list.Length <= Few)) Take(Listed(list), 1.0 / list.Length, found);
        // Where a word is common, it and another together are not.
        for (var second = 1; second < lists.Count; second++)
            if (lists[second].Length > Few) Join(Listed(lists[0]), Listed(lists[second]), 1.0 / lists[0].Length, found);
    }

    private static void Join(ReadOnlySpan<int> left, ReadOnlySpan<int> right, double worth, Dictionary<int, double> found)
    {
        var room = MostJoined;
        foreach (var subject in left[..Math.Min(left.Length, MostSearched)])
        {
            if (right.BinarySearch(subject) < 0) continue;
            CollectionsMarshal.GetValueRefOrAddDefault(found, subject, out _) += worth;
            if (--room == 0) return;
        }
    }

    private static void Take(ReadOnlySpan<int> listed, double worth, Dictionary<int, double> found)
    {
        foreach (var subject in listed[..Math.Min(listed.Length, Few)]) CollectionsMarshal.GetValueRefOrAddDefault(found, subject, out _) += worth;
    }

    private ReadOnlySpan<int> Listed(ulong key) => Listed(RangeOf(key));

    private ReadOnlySpan<int> Listed((int Start, int Length) range) => _subjects.AsSpan(range.Start, range.Length);

    private (int Start, int Length) RangeOf(ulong key)
    {
        var at = Array.BinarySearch(_keys, key);
        return at < 0 ? (0, 0) : (_starts[at], _starts[at + 1] - _starts[at]);
    }

    /// <summary>The words that a name is found by: those that name, or all where none does.</summary>
    private static IEnumerable<NameWord> WordsOf(LinkedName name) =>
        name.HasNaming ? name.Words.Where(word => word.Role == WordRole.Naming && word.Text.Length > 1) : name.Words;

    private static IEnumerable<ulong> WholeKeys(LinkedName name)
    {
        yield return Hash('n', name.Sorted);
        // Where one writes together what another writes apart; and for short forms.
        yield return Hash('j', Code(name.Joined));
        if (name.Words is [{ Written.Length: > 2 and < 9 } word]) yield return Hash('a', word.Written);
        else if (name.Words.Length is > 2 and < 9) yield return Hash('a', name.Initials);
        if (name.ShortInitials.Length is > 2 and < 9 && name.ShortInitials != name.Initials) yield return Hash('a', name.ShortInitials);
        if (name.AllInitials.Length is > 2 and < 9 && name.AllInitials != name.Initials) yield return Hash('a', name.AllInitials);
    }

    private static ulong IdentifierKey(SubjectIdentifier id) => Hash('i', $"{id.Scheme}:{id.Value}");

    private static ulong WordKey(NameWord word) => word.Role == WordRole.Naming ? Hash('w', Code(word.Skeleton)) : Hash('t', word.Text);

    /// <summary>The consonants of a skeleton, those that are often confused as one, and the whole where it has hardly any.</summary>
    private static string Code(string skeleton)
    {
        var consonants = NameFold.Consonants(skeleton);
        if (consonants.Length < 2) return skeleton;
        return string.Create(Math.Min(consonants.Length, LongestCode), consonants, static (code, all) =>
        {
            for (var i = 0; i < code.Length; i++)
                code[i] = all[i] switch { 'z' or 'c' or 'j' => 's', 'd' => 't', 'g' or 'q' or 'h' => 'k', 'b' => 'p', var other => other };
        });
    }

    /// <summary>FNV-1a over 64 bits.</summary>
    private static ulong Hash(char kind, string text)
    {
        unchecked
        {
            var hash = (14695981039346656037UL ^ kind) * 1099511628211UL;
            foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
            return hash;
        }
    }
}
