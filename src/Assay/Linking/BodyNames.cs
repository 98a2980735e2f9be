using System.Collections.Immutable;

namespace Assay.Linking;

/// <summary>Compares names of companies, agencies and things: word by word, whatever their order; legal forms, numbers and describing words by rules of their own.</summary>
internal sealed class BodyNames(LinkRules rules, WordLikeness likeness)
{
    private const int ShortestSlippedTelling = 6;
    private const int FewestInitials = 2;
    private const double MostlyShared = 0.7;

    /// <summary>Compares two names; the reasons are told where somebody asks for them.</summary>
    public NameComparison Compare(LinkedName left, LinkedName right, bool explains)
    {
        var reasons = explains ? ImmutableArray.CreateBuilder<LinkReason>() : null;
        var formsDiffer = FormsDiffer(left, right, reasons);
        if (left.Sorted == right.Sorted && left.Words.Length == right.Words.Length)
        {
            reasons?.Insert(0, new(LinkSign.For, "same-words", left.Forms.IsEmpty && right.Forms.IsEmpty ? "the names have the same words" : "the names have the same words but for the legal form"));
            return new(NameGrade.Same, 1, left, right, reasons?.ToImmutable() ?? []) { FormsDiffer = formsDiffer, SharesNaming = left.HasNaming, Doubt = NameDoubt.Of(left, right, PairEqual(left, right).Pairs, rules.Countries) };
        }
        var pairs = Pair(left, right);
        var (leftOver, rightOver) = (Telling(pairs.LeftOver), Telling(pairs.RightOver));
        var shared = Shared(left, right, pairs, out var like);
        var sharesNaming = pairs.Pairs.Exists(pair => HasNaming(left, right, pair));
        if (reasons is not null) Explain(left, right, pairs, reasons);
        var grade = GradeOf(left, right, pairs, leftOver, rightOver, shared, sharesNaming, reasons);
        return new(grade, grade is NameGrade.Apart or NameGrade.Partly ? Math.Min(shared, 0.9) * like : like, left, right, reasons?.ToImmutable() ?? [])
        {
            FormsDiffer = formsDiffer,
            SharesNaming = sharesNaming,
            Doubt = grade >= NameGrade.Alike ? NameDoubt.Of(left, right, pairs.Pairs, rules.Countries) : null,
            IsInitials = pairs.Pairs.Count == 0 ? grade == NameGrade.Alike : pairs.Pairs.Exists(pair => pair.Match == WordMatch.Initials),
            IsPlaceInOne = leftOver.Count == 0 != (rightOver.Count == 0) && leftOver.Concat(rightOver).All(word => word.Role == WordRole.Place),
            IsLoneSlip = NamingPairs(left, right, pairs, WordMatch.Slip) > 0 && NamingPairs(left, right, pairs, WordMatch.Equal) + NamingPairs(left, right, pairs, WordMatch.Spelling) == 0,
            PlacesOfLeft = [.. leftOver.Where(word => word.Role == WordRole.Place).Select(word => word.Text)],
            PlacesOfRight = [.. rightOver.Where(word => word.Role == WordRole.Place).Select(word => word.Text)],
        };
    }

    private WordPairs Pair(LinkedName left, LinkedName right)
    {
        var pairs = PairEqual(left, right);
        if (pairs.IsComplete) return pairs;
        pairs.PairWords(WordMatch.Spelling, static (a, b) => a.Skeleton == b.Skeleton && NameFold.AreTold(a, b) && a.Role != WordRole.Number && b.Role != WordRole.Number ? 1 : 0);
        pairs.PairJoined();
        if (left.HasFewVowels != right.HasFewVowels) pairs.PairWords(WordMatch.Consonants, static (a, b) => IsNaming(a, b) ? AlikeByConsonants(a, b) : 0);
        pairs.PairWords(WordMatch.Slip, Slipped);
        pairs.PairInitials(FewestInitials);
        return pairs;
    }

    private static WordPairs PairEqual(LinkedName left, LinkedName right)
    {
        var pairs = new WordPairs(left, right);
        pairs.PairWords(WordMatch.Equal, static (a, b) => a.Text == b.Text ? 1 : 0);
        return pairs;
    }

    private double Slipped(NameWord a, NameWord b)
    {
        if (a.Role is WordRole.Number || b.Role is WordRole.Number || (a.Role != WordRole.Naming && b.Role != WordRole.Naming)) return 0;
        // A describing word has one spelling; only a long one is taken for a slip of it.
        if (!IsNaming(a, b) && Math.Min(a.Written.Length, b.Written.Length) < ShortestSlippedTelling) return 0;
        return likeness.Of(a, b);
    }

    /// <summary>How like two words are by their consonants, where one is written without vowels.</summary>
    public static double AlikeByConsonants(NameWord a, NameWord b) =>
        NameFold.Consonants(a.Skeleton) is { Length: >= 2 } left && left == NameFold.Consonants(b.Skeleton) ? Math.Min(0.97, 0.87 + 0.025 * left.Length) : 0;

    private static int NamingPairs(LinkedName left, LinkedName right, WordPairs pairs, WordMatch match) =>
        pairs.Pairs.Count(pair => pair.Match == match && left.Words[pair.Left].All(word => word.Role == WordRole.Naming) && right.Words[pair.Right].All(word => word.Role == WordRole.Naming));

    private static bool HasNaming(LinkedName left, LinkedName right, WordPair pair) =>
        left.Words[pair.Left].Any(word => word.Role == WordRole.Naming) || right.Words[pair.Right].Any(word => word.Role == WordRole.Naming);

    private static bool IsNaming(NameWord a, NameWord b) => a.Role == WordRole.Naming && b.Role == WordRole.Naming;

    private static List<NameWord> Telling(IEnumerable<NameWord> words) => [.. words.Where(word => word.Role != WordRole.Slight)];

    private static double Weight(NameWord word) => word.Role switch { WordRole.Naming => 1, WordRole.Slight => 0.2, _ => 0.6 };

    /// <summary>The part of both names' weight that is in pairs; and how like the pairs are.</summary>
    private static double Shared(LinkedName left, LinkedName right, WordPairs pairs, out double like)
    {
        var (all, paired, alike) = (0.0, 0.0, 0.0);
        foreach (var word in left.Words) all += Weight(word);
        foreach (var word in right.Words) all += Weight(word);
        foreach (var pair in pairs.Pairs)
        {
            var weight = 0.0;
            foreach (var word in left.Words[pair.Left]) weight += Weight(word);
            foreach (var word in right.Words[pair.Right]) weight += Weight(word);
            paired += weight;
            alike += weight * pair.Likeness;
        }
        like = paired == 0 ? 0 : alike / paired;
        return all == 0 ? 0 : paired / all;
    }

    private static NameGrade GradeOf(LinkedName left, LinkedName right, WordPairs pairs, List<NameWord> leftOver, List<NameWord> rightOver, double shared, bool sharesNaming, ImmutableArray<LinkReason>.Builder? reasons)
    {
        if (left.Digits == right.Digits && (left.Written == right.Written || (Math.Min(left.Joined.Length, Math.Min(left.Written.Length, right.Written.Length)) > NameFold.FewLetters && left.Joined == right.Joined && !leftOver.Concat(rightOver).Any(word => word.Role == WordRole.Number)))) return NameGrade.Spelling;
        if (leftOver.Count == 0 && rightOver.Count == 0)
        {
            var slight = pairs.LeftOver.Concat(pairs.RightOver).Select(word => word.Written).ToList();
            if (pairs.LeftOver.Any() && pairs.RightOver.Any()) return NameGrade.Partly;
            if (slight.Count > 0) reasons?.Add(new(LinkSign.Neutral, "slight-words", $"only one name has {Quoted(slight)}, which tells nothing apart"));
            return pairs.Pairs.Any(pair => pair.Match is WordMatch.Slip or WordMatch.Consonants or WordMatch.Initials) ? NameGrade.Alike : NameGrade.Spelling;
        }
        // What many names have, as "company", is nothing that two of them share.
        if (pairs.Pairs.All(pair => left.Words[pair.Left].All(word => word.Role == WordRole.Slight)))
        {
            if (IsInitialsOf(left, right) || IsInitialsOf(right, left))
            {
                reasons?.Add(new(LinkSign.For, "initials", "one name is the first letters of the other"));
                return NameGrade.Alike;
            }
            reasons?.Add(new(LinkSign.Against, "no-word-shared", "the names share no word that tells anything"));
            return NameGrade.Apart;
        }
        if (leftOver.Count > 0 && rightOver.Count > 0) return BothOver(leftOver, rightOver, sharesNaming ? shared : 0, reasons);
        var over = leftOver.Count > 0 ? leftOver : rightOver;
        if (left.Numbers.Length > 0 && right.Numbers.Length > 0 && over.Exists(word => word.Role == WordRole.Number))
        {
            reasons?.Insert(0, new(LinkSign.Against, "numbers-differ", $"the numbers differ: {left.Numbers}, {right.Numbers}"));
            return NameGrade.Apart;
        }
        var code = over.Any(word => word.Role == WordRole.Number) ? "number-in-one" : over.All(word => word.Role == WordRole.Place) ? "place-in-one" : over.All(word => word.Role is WordRole.Telling or WordRole.Office) ? "describing-word-in-one" : "word-in-one";
        reasons?.Add(new(LinkSign.Against, code, $"only one name has {Quoted(over.Select(word => word.Written))}: perhaps a parent, a sister or a branch"));
        // An everyday word within a longer name is no part of it that tells; nor is a slip where nothing else agrees.
        if (left.IsCommon || right.IsCommon || (sharesNaming && !pairs.Pairs.Exists(pair => pair.Match != WordMatch.Slip && HasNaming(left, right, pair)))) return NameGrade.Apart;
        return sharesNaming || (shared >= MostlyShared && over.All(word => word.Role != WordRole.Naming)) ? NameGrade.Partly : NameGrade.Apart;
    }

    private static NameGrade BothOver(List<NameWord> leftOver, List<NameWord> rightOver, double shared, ImmutableArray<LinkReason>.Builder? reasons)
    {
        var (left, right) = reasons is null ? ("", "") : (Quoted(leftOver.Select(word => word.Written)), Quoted(rightOver.Select(word => word.Written)));
        if (leftOver.Any(word => word.Role == WordRole.Number) && rightOver.Any(word => word.Role == WordRole.Number))
        {
            reasons?.Insert(0, new(LinkSign.Against, "numbers-differ", $"the numbers differ: {left}, {right}"));
            return NameGrade.Apart;
        }
        if (leftOver.Concat(rightOver).All(word => word.Role != WordRole.Naming))
        {
            reasons?.Insert(0, new(LinkSign.Against, "sisters", $"{left} in the one name, {right} in the other: sisters"));
            return NameGrade.Apart;
        }
        reasons?.Insert(0, new(LinkSign.Against, "words-differ", $"{left} in the one name, {right} in the other"));
        return shared >= MostlyShared && leftOver.Count == 1 && rightOver.Count == 1 ? NameGrade.Partly : NameGrade.Apart;
    }

    private static void Explain(LinkedName left, LinkedName right, WordPairs pairs, ImmutableArray<LinkReason>.Builder reasons)
    {
        var equal = pairs.Pairs.Where(pair => pair.Match == WordMatch.Equal).Select(pair => left.Words[pair.Left][0].Written).ToList();
        if (equal.Count > 0) reasons?.Add(new(LinkSign.For, "shared-words", $"both names have {Quoted(equal)}"));
        foreach (var pair in pairs.Pairs.Where(pair => pair.Match != WordMatch.Equal))
        {
            var (one, other) = (string.Join(' ', left.Words[pair.Left].Select(word => word.Written)), string.Join(' ', right.Words[pair.Right].Select(word => word.Written)));
            reasons?.Add(pair.Match switch
            {
                WordMatch.Spelling => new(LinkSign.For, "spelling", $"\"{one}\" and \"{other}\" are spellings of one word"),
                WordMatch.Joined => new(LinkSign.For, "joined", $"\"{one}\" and \"{other}\" differ by a blank"),
                WordMatch.Consonants => new(LinkSign.For, "consonants", $"\"{one}\" and \"{other}\" have the same consonants"),
                WordMatch.Initials => new(LinkSign.For, "initials", $"\"{one}\" and \"{other}\": the one is the first letters of the other"),
                _ => new(LinkSign.Neutral, "slip", $"\"{one}\" and \"{other}\" differ by a slip or a spelling"),
            });
        }
    }

    private static bool IsInitialsOf(LinkedName shorter, LinkedName longer) =>
        shorter.Words is [{ Role: WordRole.Naming, Written: { Length: > 2 and < 9 } text }] && longer.Words.Length > 1 && (text == longer.Initials || text == longer.ShortInitials || text == longer.AllInitials);

    private static bool FormsDiffer(LinkedName left, LinkedName right, ImmutableArray<LinkReason>.Builder? reasons)
    {
        // A form without classes, as "company", says nothing beside one that has some.
        var (mine, theirs) = (left.Forms.FirstOrDefault(form => !form.Classes.IsEmpty), right.Forms.FirstOrDefault(form => !form.Classes.IsEmpty));
        if (mine is null || theirs is null || left.Forms.Any(form => right.Forms.Any(other => form.Classes.Intersect(other.Classes).Any()))) return false;
        reasons?.Add(new(LinkSign.Against, "legal-forms-differ", $"the legal forms differ: {mine.Name}, {theirs.Name}"));
        return true;
    }

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));
}
