using System.Collections.Immutable;

namespace Assay.Linking;

/// <summary>Makes names ready to be compared: of bodies and things by their words and legal forms, of persons by what they are called.</summary>
public sealed class NameReader
{
    private readonly LinkRules _rules;
    private readonly NameFold _fold;

    /// <summary>By the rules.</summary>
    public NameReader(LinkRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        _fold = new NameFold(rules);
    }

    /// <summary>The names of a subject, its usual one marked, with those that stand behind "formerly" and the like; names without letters and digits are left out.</summary>
    public ImmutableArray<LinkedName> Names(LinkedSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var names = ImmutableArray.CreateBuilder<LinkedName>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var usual = subject.Names.IsEmpty ? "" : Parts(subject.Names[0]).Last();
        foreach (var text in subject.Names.SelectMany(Parts).Prepend(usual))
        {
            if (!known.Add(text)) continue;
            var name = subject.Kind == LinkedKind.Person ? Person(text) : Body(text);
            if (!name.Words.IsEmpty) names.Add(name with { IsMain = text == usual });
        }
        return names.ToImmutable();
    }

    /// <summary>The folded words of a text, joined by blanks.</summary>
    public string Key(string text) => _fold.Key(text);

    /// <summary>The name of a body or thing.</summary>
    public LinkedName Body(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = WithoutOwnInitials(text, Together(_fold.Words(text)));
        var (rest, forms) = TakeForms(words);
        var read = ImmutableArray.CreateBuilder<NameWord>(rest.Count);
        for (var i = 0; i < rest.Count;)
        {
            var isLast = i > 0 && i == rest.Count - 1;
            // No article stands at the end: "Company A" and "Company E" are told apart by their letters.
            var isLetter = isLast && rest[i] is [>= 'a' and <= 'z'];
            if (!isLetter && _rules.Words.Find(rest, i, out var length) is { } known)
            {
                if (known.Role != WordRole.Ignored) read.Add(Word(known.Text, length == 1 ? rest[i] : string.Concat(rest.Skip(i).Take(length)), known.Role));
                i += length;
                continue;
            }
            var number = NumberOf(rest[i], isLast) is { Length: > 0 } counted ? counted : isLetter ? rest[i] : "";
            read.Add(number.Length > 0 ? Word(number, rest[i], WordRole.Number) : Word(rest[i], rest[i], WordRole.Naming));
            i++;
        }
        SettleRealms(read);
        var telling = rest.Where(word => _rules.Words.Find([word], 0, out _) is not { Role: WordRole.Ignored });
        var isCommon = IsCommon(read);
        // A name of nothing but small words is named by them: "The Group".
        if (read.Count == 0) foreach (var word in rest) read.Add(Word(word, word, WordRole.Naming));
        return new LinkedName(text, read.ToImmutable(), forms, NameFold.HasFewVowels(text)) { IsCommon = isCommon, AllInitials = string.Concat(words.Select(word => word[0])), ShortInitials = string.Concat(telling.Select(word => word[0])) };
    }

    /// <summary>The name of a person.</summary>
    public LinkedName Person(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = InOrder(text);
        var read = ImmutableArray.CreateBuilder<NameWord>(words.Count);
        var generation = "";
        var fatherAt = 0;
        foreach (var word in words)
        {
            if (fatherAt == 0 && _rules.Filiations.Contains(word)) fatherAt = read.Count;
            if (read.Count > 0 && _rules.Generations.TryGetValue(word, out var told)) generation = told;
            else if (_rules.Titles.Contains(word) && words.Count > 1) continue;
            else if (!_rules.Particles.Contains(word) || words.Count == 1) read.Add(Word(word, word, WordRole.Naming));
        }
        if (read.Count == 0) foreach (var word in words) read.Add(Word(word, word, WordRole.Naming));
        return new LinkedName(text, read.ToImmutable(), [], NameFold.HasFewVowels(text)) { Generation = generation, FatherAt = fatherAt < read.Count ? fatherAt : 0 };
    }

    /// <summary>The words of a person's name; what stands behind the first comma, "Doe, Jane", comes first.</summary>
    private List<string> InOrder(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0) return _fold.Words(text);
        var (before, after) = (_fold.Words(text[..comma]), _fold.Words(text[(comma + 1)..]));
        return after.TrueForAll(word => _rules.Generations.ContainsKey(word) || _rules.Titles.Contains(word)) ? [.. before, .. after] : [.. after, .. before];
    }

    // "The Republic of Ruritania" is Ruritania, but "Republic Shoes" is not "Shoes".
    private static void SettleRealms(ImmutableArray<NameWord>.Builder words)
    {
        var role = words.Any(word => word.Role == WordRole.Place) ? WordRole.Slight : WordRole.Telling;
        for (var i = 0; i < words.Count; i++)
            if (words[i].Role == WordRole.Realm) words[i] = words[i] with { Role = role };
    }

    private bool IsCommon(IEnumerable<NameWord> words)
    {
        var told = words.Where(word => word.Role is not (WordRole.Slight or WordRole.Number)).ToList();
        return told.Count == 0 || (told is [var word] && word.Role != WordRole.Place && (word.Role != WordRole.Naming || _rules.CommonWords.Contains(word.Text)));
    }

    private NameWord Word(string text, string written, WordRole role) => new(text, written, _fold.Skeleton(written), role);

    /// <summary>The texts that a name is made of: what stands behind "formerly" is another name.</summary>
    private IEnumerable<string> Parts(string text)
    {
        var rest = text;
        foreach (var mark in _rules.OtherNameAfter)
        {
            var at = rest.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || char.IsLetterOrDigit(rest[at - 1]) || (at + mark.Length < rest.Length && char.IsLetterOrDigit(rest[at + mark.Length]) && char.IsLetter(mark[^1]))) continue;
            yield return rest[(at + mark.Length)..].Trim(' ', ')', ']', ':', ',');
            rest = rest[..at].TrimEnd(' ', '(', '[', ',');
        }
        yield return rest;
    }

    /// <summary>Letters that stand alone one after the other are one word: "S. p. A.".</summary>
    private static List<string> Together(List<string> words)
    {
        var joined = new List<string>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var end = i;
            while (end < words.Count && words[end].Length == 1 && char.IsAsciiLetter(words[end][0])) end++;
            if (end - i < 2)
            {
                joined.Add(words[i++]);
                continue;
            }
            joined.Add(string.Concat(words.Skip(i).Take(end - i)));
            i = end;
        }
        return joined;
    }

    /// <summary>Leaves out a word in brackets that is the first letters of the words before it: "International Monetary Fund (IMF)".</summary>
    private List<string> WithoutOwnInitials(string text, List<string> words)
    {
        var open = text.LastIndexOf('(');
        if (open < 4 || text.IndexOf(')', open) is not (> 0 and var close) || close - open is < 3 or > 9) return words;
        var short_ = Together(_fold.Words(text[(open + 1)..close]));
        if (short_ is not [var letters] || words.Count < 3) return words;
        var before = Together(_fold.Words(text[..open]));
        var all = string.Concat(before.Select(word => word[0]));
        var telling = string.Concat(before.Where(word => _rules.Words.Find([word], 0, out _) is not { Role: WordRole.Ignored }).Select(word => word[0]));
        if (letters != all && letters != telling) return words;
        return [.. before, .. Together(_fold.Words(text[(close + 1)..]))];
    }

    private (List<string> Words, ImmutableArray<LegalForm> Forms) TakeForms(List<string> words)
    {
        var forms = ImmutableArray.CreateBuilder<LegalForm>();
        var taken = new bool[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            // Not the only words of a name: somebody may be called so.
            if (_rules.LegalForms.Find(words, i, out var length) is not { } form || length == words.Count) continue;
            if (form.Stands != FormPlace.Any && !(form.Stands == FormPlace.Ends && i == 0) && !EndsHere(words, i + length)) continue;
            for (var j = i; j < i + length; j++) taken[j] = true;
            forms.Add(form);
            i += length - 1;
        }
        if (forms.Count == 0) return (words, []);
        var rest = words.Where((_, i) => !taken[i]).ToList();
        return rest.Count == 0 ? (words, []) : (rest, forms.ToImmutable());
    }

    /// <summary>Whether nothing but legal forms comes after.</summary>
    private bool EndsHere(List<string> words, int at)
    {
        while (at < words.Count)
        {
            if (_rules.LegalForms.Find(words, at, out var length) is null) return false;
            at += length;
        }
        return true;
    }

    /// <summary>The number that a word is, without zeros before it: digits, digits with an ordinal's ending, a roman numeral at the end. Empty: none.</summary>
    private static string NumberOf(string word, bool isLast)
    {
        if (isLast && word is "i" or "v" or "x") return word switch { "i" => "1", "v" => "5", _ => "10" };
        var digits = 0;
        while (digits < word.Length && char.IsAsciiDigit(word[digits])) digits++;
        if (digits == 0 || (digits < word.Length && word[digits..] is not ("st" or "nd" or "rd" or "th"))) return "";
        return word[..digits].TrimStart('0') is { Length: > 0 } number ? number : "0";
    }
}
