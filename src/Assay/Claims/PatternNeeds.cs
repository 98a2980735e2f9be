using System.Collections.Immutable;
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
    private readonly ImmutableArray<ImmutableArray<ulong[]>> _groups;
    private readonly int _length;

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
        _groups = [.. needs.Select(groups => groups.Select(Bits).ToImmutableArray())];
    }

    /// <summary>Whether each group of a pattern has one of its signs among those of a clause.</summary>
    public bool AreMet(int pattern, ReadOnlySpan<ulong> signs)
    {
        foreach (var group in _groups[pattern])
        {
            var meets = 0UL;
            for (var i = 0; i < group.Length; i++) meets |= group[i] & signs[i];
            if (meets == 0) return false;
        }
        return true;
    }

    /// <summary>The signs of a clause: its words, its verbs and what types of mention it has.</summary>
    public ulong[] SignsOf(ImmutableArray<Element> elements)
    {
        var signs = new ulong[_length];
        foreach (var element in elements)
        {
            if (element.Verb is { } verb)
            {
                Set((int)Sign.Verb);
                if (_verbs.TryGetValue(verb.Lemma, out var lemma)) Set(lemma);
                continue;
            }
            if (_words.TryGetValue(element.Text, out var word)) Set(word);
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

    private ulong[] Bits(int[] group)
    {
        var bits = new ulong[_length];
        foreach (var bit in group) bits[bit >> 6] |= 1UL << (bit & 63);
        return bits;
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
