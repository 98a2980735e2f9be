using System.Collections.Immutable;
using System.Numerics;
using Assay.Evidence;
using Assay.Mentions;

namespace Assay.Claims;

/// <summary>
/// What a clause must hold for a pattern to have a chance: of each group of words, verbs or types of mention at least one. Most patterns
/// are told from most clauses by this alone, without being tried. Every sign that any pattern asks for is a bit.
/// </summary>
internal sealed class PatternNeeds
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _verbs = new(StringComparer.Ordinal);
    private readonly int _length;

    // By sign, for the first group of every pattern, the second and so on: the patterns whose group holds the sign. A pattern without that group is in all.
    private readonly ulong[][] _bySign;
    private readonly ulong[] _without;
    private readonly int _levels;
    private readonly int _width;

    /// <summary>What kinds of thing a role may ask for, each a bit of its own.</summary>
    private enum Sign
    {
        Verb, Name, Bloc, State, Share, Figure, Goods, Topic, Office,
    }

    /// <summary>Over all patterns; they are asked for by their place.</summary>
    public PatternNeeds(IEnumerable<Pattern> patterns)
    {
        var needs = patterns.Select(pattern => Needs(pattern).Select(group => group.Distinct().ToArray()).OrderBy(group => group.Length).ToArray()).ToArray();
        _length = (Enum.GetValues<Sign>().Length + _words.Count + _verbs.Count + 63) / 64;
        _levels = needs.Max(groups => (int?)groups.Length) ?? 0;
        _width = (needs.Length + 63) / 64;
        _without = new ulong[_levels * _width];
        _bySign = new ulong[_length * 64][];
        for (var pattern = 0; pattern < needs.Length; pattern++)
            for (var level = 0; level < _levels; level++)
            {
                var (at, bit) = (level * _width + (pattern >> 6), 1UL << (pattern & 63));
                if (level >= needs[pattern].Length) _without[at] |= bit;
                else foreach (var sign in needs[pattern][level]) (_bySign[sign] ??= new ulong[_levels * _width])[at] |= bit;
            }
    }

    /// <summary>Whether a pattern is among those that have a chance.</summary>
    public static bool AreMet(int pattern, ReadOnlySpan<ulong> chances) => (chances[pattern >> 6] >> (pattern & 63) & 1) != 0;

    /// <summary>The patterns that have a chance in a clause: each of their groups has one of its signs there.</summary>
    public ulong[] ChancesIn(ImmutableArray<Element> elements)
    {
        var signs = SignsOf(elements);
        var levels = _without.AsSpan().ToArray();
        for (var word = 0; word < signs.Length; word++)
            for (var left = signs[word]; left != 0; left &= left - 1)
            {
                var patterns = _bySign[word * 64 + BitOperations.TrailingZeroCount(left)];
                if (patterns is null) continue;
                for (var i = 0; i < levels.Length; i++) levels[i] |= patterns[i];
            }
        var chances = new ulong[_width];
        for (var i = 0; i < _width; i++)
        {
            chances[i] = ulong.MaxValue;
            for (var level = 0; level < _levels; level++) chances[i] &= levels[level * _width + i];
        }
        return chances;
    }

    /// <summary>The signs of a clause: its words, its verbs and what types of mention it has.</summary>
    private ulong[] SignsOf(ImmutableArray<Element> elements)
    {
        var signs = new ulong[_length];
        foreach (var element in elements)
        {
            if (element.Verb is { } verb)
            {
                Set((int)Sign.Verb);
                if (_verbs.TryGetValue(verb.Lemma, out var lemma)) Set(lemma);
                if (element.Own.Length > 0 && _verbs.TryGetValue(element.Own, out var own)) Set(own);
                continue;
            }
            if (_words.TryGetValue(element.Text, out var word)) Set(word);
            if (element.Own.Length > 0 && _words.TryGetValue(element.Own, out var lemmaOf)) Set(lemmaOf);
            switch (element.Mention)
            {
                case Mention.Name name:
                    Set((int)Sign.Name);
                    if (name.Via == NameVia.Anaphor || name.OfKind(EntityKind.Bloc) is not null) Set((int)Sign.Bloc);
                    if (name.Via == NameVia.Anaphor || name.OfKind(EntityKind.State, EntityKind.Place) is not null) Set((int)Sign.State);
                    break;
                case Mention.Figure figure:
                    Set((int)(figure.IsShare ? Sign.Share : Sign.Figure));
                    break;
                case Mention.Goods:
                    Set((int)Sign.Goods);
                    break;
                case Mention.Topic:
                    Set((int)Sign.Topic);
                    break;
                case Mention.Office:
                    Set((int)Sign.Office);
                    break;
            }
        }
        return signs;

        void Set(int bit) => signs[bit >> 6] |= 1UL << (bit & 63);
    }

    private IEnumerable<IEnumerable<int>> Needs(Pattern pattern) => pattern switch
    {
        Pattern.Word word => [word.Any.Select(text => BitOf(_words, text)).ToArray()],
        Pattern.Verb verb => [verb.Lemmas.Count == 0 ? [(int)Sign.Verb] : verb.Lemmas.Select(lemma => BitOf(_verbs, lemma)).ToArray()],
        Pattern.Role role => SignOf(role.Type) is { } sign ? [[(int)sign]] : [],
        Pattern.Sequence sequence => sequence.Items.SelectMany(Needs),
        Pattern.Either either when either.Choices.Select(choice => Needs(choice).FirstOrDefault()).ToList() is var first && first.All(group => group is not null) => [first.SelectMany(group => group!)],
        _ => [],
    };

    private int BitOf(Dictionary<string, int> bits, string text)
    {
        if (bits.TryGetValue(text, out var bit)) return bit;
        bit = Enum.GetValues<Sign>().Length + _words.Count + _verbs.Count;
        bits.Add(text, bit);
        return bit;
    }

    private static Sign? SignOf(RoleType type) => type switch
    {
        RoleType.Bloc => Sign.Bloc,
        RoleType.State => Sign.State,
        RoleType.Share => Sign.Share,
        RoleType.Figure => Sign.Figure,
        RoleType.Goods => Sign.Goods,
        RoleType.Topic => Sign.Topic,
        RoleType.Office => Sign.Office,
        RoleType.Word or RoleType.Ordinal or RoleType.Time => null,
        _ => Sign.Name,
    };
}
