using System.Collections.Immutable;

namespace Assay.Linking;

/// <summary>
/// Compares names of persons: the words in any order, given names in their forms of other languages, initials, patronymics and further names that are left
/// out, a man's and a woman's form of a surname.
/// </summary>
internal sealed class PersonNames(LinkRules rules, WordLikeness likeness)
{
    private const double InitialLikeness = 0.8, FormLikeness = 0.85;
    private const int FewestFull = 2, FewestInitials = 2;
    private const int MostFurther = 2;
    private const int LongestGivenName = 7;

    /// <summary>Compares two names; the reasons are told where somebody asks for them.</summary>
    public NameComparison Compare(LinkedName left, LinkedName right, bool explains)
    {
        var reasons = explains ? ImmutableArray.CreateBuilder<LinkReason>() : null;
        if (left.Generation != right.Generation && (left.Generation.Length == 0 || right.Generation.Length == 0))
        {
            reasons?.Add(new(LinkSign.Against, "generation-in-one", $"only one name has \"{left.Generation}{right.Generation}\""));
            var without = Compare(left with { Generation = "" }, right with { Generation = "" }, explains);
            return without with { Grade = without.Grade > NameGrade.Partly ? NameGrade.Partly : without.Grade, Reasons = reasons is null ? [] : [.. reasons, .. without.Reasons] };
        }
        if (left.Generation != right.Generation)
            return new(NameGrade.Apart, 0.5, left, right, [new(LinkSign.Against, "generations-differ", $"\"{left.Generation}\" in the one name, \"{right.Generation}\" in the other")]);
        var pairs = Pair(left, right);
        if (reasons is not null) Explain(left, right, pairs, reasons);
        var grade = GradeOf(left, right, pairs, reasons);
        var like = pairs.Pairs.Count == 0 ? 0 : pairs.Pairs.Average(pair => pair.Likeness);
        if (grade <= NameGrade.Partly) like *= 2.0 * pairs.Pairs.Count / Math.Max(left.Words.Length + right.Words.Length, 1);
        return new(grade, Math.Min(like, 1), left, right, reasons?.ToImmutable() ?? []);
    }

    private WordPairs Pair(LinkedName left, LinkedName right)
    {
        var pairs = new WordPairs(left, right);
        pairs.PairWords(WordMatch.Equal, static (a, b) => a.Text == b.Text && a.Text.Length > 1 ? 1 : 0);
        if (pairs.IsComplete) return pairs;
        var isOneScript = left.IsLatin == right.IsLatin;
        pairs.PairWords(WordMatch.Spelling, (a, b) => AreOtherGivenNames(a, b) ? 0 : a.Skeleton.Length >= NameFold.ShortestSkeleton && a.Skeleton == b.Skeleton ? 0.99 : AreOneGivenName(a, b) && (!isOneScript || AreWrittenAlike(a, b)) ? 0.98 : 0);
        pairs.PairWords(WordMatch.Form, (a, b) => AreOneGivenName(a, b) ? FormLikeness : 0);
        pairs.PairJoined();
        if (left.HasFewVowels != right.HasFewVowels) pairs.PairWords(WordMatch.Consonants, BodyNames.AlikeByConsonants);
        pairs.PairWords(WordMatch.Slip, (a, b) => AreOtherGivenNames(a, b) || IsManAndWoman(a, b) ? 0 : likeness.Of(a, b) * (DifferByEnding(a.Text, b.Text) ? 0.9 : 1));
        pairs.PairWords(WordMatch.Initial, static (a, b) => (a.Text.Length == 1 || b.Text.Length == 1) && a.Text[0] == b.Text[0] ? InitialLikeness : 0);
        return pairs;
    }

    private bool AreOneGivenName(NameWord a, NameWord b) => Groups(a) is { IsDefault: false } left && Groups(b) is { IsDefault: false } right && left.Intersect(right).Any();

    private ImmutableArray<int> Groups(NameWord word) => rules.GivenNames.TryGetValue(word.Text, out var groups) || rules.GivenNames.TryGetValue(word.Skeleton, out groups) ? groups : default;

    private bool IsGivenName(NameWord word) => !Groups(word).IsDefault;

    private bool AreOtherGivenNames(NameWord a, NameWord b) => Groups(a) is { IsDefault: false } left && Groups(b) is { IsDefault: false } right && !left.Intersect(right).Any();

    // In one script a given name in another language is that of somebody else, or may be: "John" and "Jean". What is shortened or misspelt is one, unless it is short for several.
    private bool AreWrittenAlike(NameWord a, NameWord b) => Groups(a).Length == Groups(b).Length && (
        a.Skeleton.StartsWith(b.Skeleton, StringComparison.Ordinal) || b.Skeleton.StartsWith(a.Skeleton, StringComparison.Ordinal) || likeness.Of(a, b) > 0);

    // "Simon" and "Simone" are two; of surnames that is said elsewhere.
    private bool IsManAndWoman(NameWord a, NameWord b) => (IsGivenName(a) || IsGivenName(b)) && !AreForms(rules.SurnameEndings, a.Text, b.Text) && AreForms(rules.GivenNameEndings, a.Text, b.Text);

    // "Daniel" and "Daniela", "Ivanov" and "Ivanova", "Mario" and "Maria" are a man's and a woman's name.
    private static bool DifferByEnding(string a, string b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        if (longer.Length == shorter.Length + 1) return longer[^1] == 'a' && longer.StartsWith(shorter, StringComparison.Ordinal);
        return longer.Length == shorter.Length && longer.Length <= LongestGivenName && longer.AsSpan(0, longer.Length - 1).SequenceEqual(shorter.AsSpan(0, shorter.Length - 1)) && (longer[^1] == 'a' || shorter[^1] == 'a');
    }

    private NameGrade GradeOf(LinkedName left, LinkedName right, WordPairs pairs, ImmutableArray<LinkReason>.Builder? reasons)
    {
        var full = pairs.Pairs.Where(pair => pair.Match != WordMatch.Initial).Sum(pair => Math.Max(left.Words[pair.Left].Length, right.Words[pair.Right].Length));
        var initials = pairs.Pairs.Count(pair => pair.Match == WordMatch.Initial);
        if (full == 0)
        {
            reasons?.Insert(0, new(LinkSign.Against, "no-word-shared", "the names share no word"));
            return NameGrade.Apart;
        }
        foreach (var pair in pairs.Pairs.Where(pair => pair.Match == WordMatch.Slip))
        {
            if (!AreForms(rules.SurnameEndings, left.Words[pair.Left][0].Text, right.Words[pair.Right][0].Text)) continue;
            reasons?.Insert(0, new(LinkSign.Against, "man-and-woman", "the surname has a man's form in one name and a woman's in the other"));
            return full >= FewestFull ? NameGrade.Partly : NameGrade.Apart;
        }
        var (leftOver, rightOver) = (pairs.LeftOver.ToList(), pairs.RightOver.ToList());
        if (leftOver.Count > 0 && rightOver.Count > 0) return BothOver(leftOver, rightOver, full, reasons);
        var (over, longer, free) = leftOver.Count > 0 ? (leftOver, left, pairs.LeftFree.ToList()) : (rightOver, right, pairs.RightFree.ToList());
        if (full < FewestFull)
        {
            if (left.Words.Length == 1 && right.Words.Length == 1) return pairs.Pairs[0].Match is WordMatch.Equal or WordMatch.Spelling ? NameGrade.Spelling : NameGrade.Alike;
            if (initials >= FewestInitials && over.All(IsPatronymicOrInitial)) return NameGrade.Spelling;
            reasons?.Insert(0, new(LinkSign.Against, initials > 0 ? "initial-alone" : "one-word-alone", initials > 0 ? "one name has only the first letter of a given name" : "only one word is shared"));
            return NameGrade.Partly;
        }
        if (over.Count > 0 && !MayBeLeftOut(longer, free, over, pairs, left, right))
        {
            reasons?.Insert(0, new(LinkSign.Against, "further-names", $"only one name has {Quoted(over)}"));
            return NameGrade.Partly;
        }
        if (over.Count > 0) reasons?.Add(new(LinkSign.Neutral, "left-out", $"only one name has {Quoted(over)}, which names often leave out"));
        if (IsReordered(left, right, pairs))
        {
            var areTold = left.FatherAt > 0 && right.FatherAt > 0;
            reasons?.Insert(0, new(LinkSign.Against, areTold ? "fathers-differ" : "given-names-reordered", areTold ? "who is the father of whom is told the other way round" : "the given names stand in another order"));
            return areTold ? NameGrade.Apart : NameGrade.Partly;
        }
        if (pairs.Pairs.Any(pair => pair.Match is WordMatch.Form or WordMatch.Slip or WordMatch.Consonants)) return NameGrade.Alike;
        return over.Count == 0 && pairs.Pairs.All(pair => pair.Match == WordMatch.Equal) ? NameGrade.Same : NameGrade.Spelling;
    }

    /// <summary>Whether the words that only the longer name has are such as are often left out: patronymics, initials, one or two further names.</summary>
    private bool MayBeLeftOut(LinkedName longer, List<int> free, List<NameWord> over, WordPairs pairs, LinkedName left, LinkedName right)
    {
        var further = over.Count(word => !IsPatronymicOrInitial(word));
        if (further == 0) return true;
        if (further > MostFurther || further >= longer.Words.Length - over.Count + 1) return false;
        // "John Paul" is not "John Paul Jones": what is missing at the end, beside given names alone, is the surname.
        var isAtEnd = free.Contains(longer.Words.Length - 1);
        return !isAtEnd || (further == 1 && pairs.Pairs.Any(pair => !left.Words[pair.Left].Any(IsGivenName) && !right.Words[pair.Right].Any(IsGivenName)));
    }

    // Names that are given names all, or have the father's behind a word for it, say by their order who is who.
    private bool IsReordered(LinkedName left, LinkedName right, WordPairs pairs)
    {
        var isTold = left.FatherAt > 0 || right.FatherAt > 0;
        var last = -1;
        foreach (var pair in pairs.Pairs.OrderBy(pair => pair.Left.Start.Value))
        {
            if (!isTold && !(left.Words[pair.Left].All(IsGivenName) && right.Words[pair.Right].All(IsGivenName))) continue;
            if (pair.Right.Start.Value < last) return true;
            last = pair.Right.Start.Value;
        }
        return false;
    }

    private NameGrade BothOver(List<NameWord> leftOver, List<NameWord> rightOver, int full, ImmutableArray<LinkReason>.Builder? reasons)
    {
        var patronymics = leftOver.Any(IsPatronymic) && rightOver.Any(IsPatronymic);
        reasons?.Insert(0, new(LinkSign.Against, patronymics ? "patronymics-differ" : "words-differ", $"{Quoted(leftOver)} in the one name, {Quoted(rightOver)} in the other"));
        if (patronymics || full < FewestFull) return NameGrade.Apart;
        // A patronymic in one name and a further name in the other do not contradict one another.
        return leftOver.All(IsPatronymic) != rightOver.All(IsPatronymic) && leftOver.Count == 1 && rightOver.Count == 1 && leftOver[0].Text.Length > 1 && rightOver[0].Text.Length > 1 ? NameGrade.Partly : NameGrade.Apart;
    }

    private bool IsPatronymicOrInitial(NameWord word) => word.Text.Length == 1 || IsPatronymic(word);

    private bool IsPatronymic(NameWord word) => word.Text.Length > 5 && rules.PatronymicEndings.Any(ending => word.Text.EndsWith(ending, StringComparison.Ordinal));

    private static bool AreForms(ImmutableArray<(string Man, string Woman)> endings, string a, string b)
    {
        return endings.Any(ending => Are(a, b, ending) || Are(b, a, ending));

        static bool Are(string man, string woman, (string Man, string Woman) ending) =>
            man.EndsWith(ending.Man, StringComparison.Ordinal) && woman.EndsWith(ending.Woman, StringComparison.Ordinal) && man.AsSpan(0, man.Length - ending.Man.Length).SequenceEqual(woman.AsSpan(0, woman.Length - ending.Woman.Length));
    }

    private static string Quoted(IEnumerable<NameWord> words) => string.Join(", ", words.Select(word => $"\"{word.Text}\""));

    private static void Explain(LinkedName left, LinkedName right, WordPairs pairs, ImmutableArray<LinkReason>.Builder reasons)
    {
        var equal = pairs.Pairs.Where(pair => pair.Match == WordMatch.Equal).Select(pair => left.Words[pair.Left][0]).ToList();
        if (equal.Count > 0) reasons?.Add(new(LinkSign.For, "shared-words", $"both names have {Quoted(equal)}"));
        foreach (var pair in pairs.Pairs.Where(pair => pair.Match != WordMatch.Equal))
        {
            var (one, other) = (string.Join(' ', left.Words[pair.Left].Select(word => word.Text)), string.Join(' ', right.Words[pair.Right].Select(word => word.Text)));
            reasons?.Add(pair.Match switch
            {
                WordMatch.Spelling => new(LinkSign.For, "spelling", $"\"{one}\" and \"{other}\" are forms of one name"),
                WordMatch.Form => new(LinkSign.Neutral, "form", $"\"{one}\" and \"{other}\" are one given name in two languages"),
                WordMatch.Joined => new(LinkSign.For, "joined", $"\"{one}\" and \"{other}\" differ by a blank"),
                WordMatch.Consonants => new(LinkSign.For, "consonants", $"\"{one}\" and \"{other}\" have the same consonants"),
                WordMatch.Initial => new(LinkSign.For, "initial", $"\"{one}\" and \"{other}\" begin with the same letter"),
                _ => new(LinkSign.Neutral, "slip", $"\"{one}\" and \"{other}\" differ by a slip or a spelling"),
            });
        }
    }
}
