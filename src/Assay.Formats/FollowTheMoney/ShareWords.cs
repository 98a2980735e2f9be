using System.Collections.Frozen;
using System.Text;
using Assay.Formats.Rules;

namespace Assay.Formats.FollowTheMoney;

/// <summary>What a word or sign of a text about a share does.</summary>
internal enum ShareSign
{
    /// <summary>A number; its value stands beside it.</summary>
    Number,
    Above, AtLeast, Below, AtMost, OrMore, OrLess, To, And, Between, Percent, Beside, OneShare, Minus, Unknown,
    /// <summary>A whole phrase that tells a share; the share stands beside it.</summary>
    Phrase,
    /// <summary>A square bracket of an interval, <c>[25, 50)</c>.</summary>
    Bracket,
}

/// <summary>The words of <c>shares.yaml</c>. A word may do several things: a hyphen joins, takes away, or says that nothing is known.</summary>
internal sealed class ShareWords
{
    private static readonly Lazy<ShareWords> s_embedded = new(() => Read(FtmData.Text("shares.yaml")));
    private readonly FrozenDictionary<string, ShareSign[]> _signs;
    private readonly FrozenDictionary<string, string> _phrases;

    private ShareWords(Dictionary<string, List<ShareSign>> signs, Dictionary<string, string> phrases)
    {
        _signs = signs.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
        MostWords = signs.Keys.Concat(phrases.Keys).Max(phrase => phrase.Split(' ').Length);
    }

    /// <summary>The words that come with the program.</summary>
    public static ShareWords Embedded => s_embedded.Value;

    /// <summary>The most words that one phrase has.</summary>
    public int MostWords { get; }

    /// <summary>Whether a phrase of the lists is this text.</summary>
    public bool Has(string phrase) => _signs.ContainsKey(phrase) || _phrases.ContainsKey(phrase);

    /// <summary>Whether the phrase can do this.</summary>
    public bool Can(string phrase, ShareSign sign) => sign == ShareSign.Phrase ? _phrases.ContainsKey(phrase) : _signs.TryGetValue(phrase, out var signs) && Array.IndexOf(signs, sign) >= 0;

    /// <summary>What a whole phrase says in figures; null where it is none.</summary>
    public string? FiguresOf(string phrase) => _phrases.GetValueOrDefault(phrase);

    private static ShareWords Read(string text)
    {
        var problems = new List<Problem>();
        var root = RuleNode.Parse("shares.yaml", text, problems)!.Value;
        var signs = new Dictionary<string, List<ShareSign>>(StringComparer.Ordinal);
        var phrases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sign in Enum.GetValues<ShareSign>())
        {
            if (sign is ShareSign.Number or ShareSign.Phrase or ShareSign.Bracket) continue;
            foreach (var item in root.Require(RuleNode.Kebab(sign.ToString())).Items())
            {
                var key = Spaced(item.Text());
                if (!signs.TryGetValue(key, out var known)) signs[key] = known = [];
                known.Add(sign);
            }
        }
        foreach (var (figures, names) in root.Require("phrases").Entries())
            foreach (var name in names.Items()) phrases[Spaced(name.Text())] = figures;
        return problems.Count == 0 ? new ShareWords(signs, phrases) : throw new InvalidDataFileException($"The words for shares cannot be used: {problems[0]}", problems);
    }

    /// <summary>A text with its words and signs apart, by one space, as <see cref="SharePhrase"/> splits it.</summary>
    public static string Spaced(string text)
    {
        var spaced = new StringBuilder();
        foreach (var word in ShareSplitter.Split(text)) spaced.Append(spaced.Length > 0 ? " " : "").Append(word);
        return spaced.ToString();
    }
}
