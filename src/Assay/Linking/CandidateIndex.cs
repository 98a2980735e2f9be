using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Assay.Linking;

/// <summary>
/// Finds the known subjects that may be the same as another without comparing it with all: by identifier, by the whole name, and by the rarest of its words,
/// each under a code in which spellings and most slips fall together.
/// </summary>
internal sealed class CandidateIndex
{
    private const int Few = 48;
    private const int MostListsJoined = 4;
    private const int MostOfOneName = 24;
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

    /// <summary>The numbers of those that may be the same, in their order.</summary>
    public SortedSet<int> Find(PreparedSubject subject)
    {
        var found = new SortedSet<int>();
        foreach (var id in subject.Identifiers) Take(Listed(IdentifierKey(id)), found, Few);
        foreach (var name in subject.NamesOfKind)
        {
            foreach (var key in WholeKeys(name)) Take(Listed(key), found, MostOfOneName);
            TakeByWords(name, found);
        }
        return found;
    }

    private void TakeByWords(LinkedName name, SortedSet<int> found)
    {
        var lists = WordsOf(name).Select(WordKey).Distinct().Select(RangeOf).Where(range => range.Length > 0).OrderBy(range => range.Length).ToList();
        var taken = 0;
        foreach (var list in lists.TakeWhile(list => list.Length <= Few).Take(MostListsJoined))
        {
            Take(Listed(list), found, Few);
            taken++;
        }
        // Where every word is common, two of them together are not.
        if (taken > 0 || lists.Count < 2) return;
        for (var second = 1; second < Math.Min(lists.Count, MostListsJoined); second++)
            Join(Listed(lists[0]), Listed(lists[second]), found);
    }

    private static void Join(ReadOnlySpan<int> left, ReadOnlySpan<int> right, SortedSet<int> found)
    {
        var most = found.Count + Few;
        foreach (var subject in left)
        {
            if (found.Count >= most) return;
            if (right.BinarySearch(subject) >= 0) found.Add(subject);
        }
    }

    private static void Take(ReadOnlySpan<int> listed, SortedSet<int> found, int most)
    {
        foreach (var subject in listed[..Math.Min(listed.Length, most)]) found.Add(subject);
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
