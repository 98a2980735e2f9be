using System.Collections.Frozen;
using System.Text;

namespace Assay.Formats.FollowTheMoney;

/// <summary>What a text of a role or status says.</summary>
internal enum RoleMeaning
{
    /// <summary>Something that the tables have no words for.</summary>
    Other,
    Shares, Votes, Participating, Interest, Membership, Operation, Stake, Beneficial, Held, Ended, Plain,
    /// <summary>It is not so for sure: alleged, applied for, stood for.</summary>
    Doubtful,
}

/// <summary>What a text of a role or status says, with the word of the record where there is one, or the share that it tells.</summary>
/// <param name="Meaning">What it says.</param>
/// <param name="Word">The word of the record; empty: none.</param>
/// <param name="Share">The share that it tells.</param>
internal readonly record struct RoleReading(RoleMeaning Meaning, string Word, ShareRange? Share)
{
    /// <summary>Whether part of the text is not understood, as in "voting rights: none".</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether it may take back what the link says otherwise.</summary>
    public bool MayTakeBack => HasMore || Meaning is RoleMeaning.Other or RoleMeaning.Doubtful;
}

/// <summary>The texts of <c>roles.csv</c>.</summary>
internal static class FtmRoles
{
    /// <summary>How the writer words what a stake is in, where it is not what a stake in such a thing usually is.</summary>
    public const string VotingRights = "voting rights", ParticipatingInterest = "participating interest", Shares = "shares";

    private static readonly Lazy<(FrozenDictionary<string, (RoleMeaning, string)> Whole, (string Begin, RoleMeaning Meaning, string Value)[] Begins)> s_table = new(Read);

    /// <summary>How the writer words an interest: shares and votes that are no stake otherwise than those that are.</summary>
    public static string Interest(string type) => type switch { "shareholding" => "shareholding as an interest", "voting-rights" => "voting rights as an interest", _ => type.Replace('-', ' ') };

    /// <summary>How the writer words a share in a project.</summary>
    public static string Participation(ShareRange range) => $"{ParticipatingInterest} {(range.IsWhole ? "0-100" : range.ToString())}";

    /// <summary>Whether a text says no more than the cells of a stake do.</summary>
    public static bool IsPlain(string text, RoleReading reading) =>
        reading.Share is { } share ? text == Participation(share) : text is VotingRights or ParticipatingInterest or Shares;

    /// <summary>Reads a text.</summary>
    public static RoleReading Of(string text)
    {
        var words = Words(text);
        var (whole, begins) = s_table.Value;
        if (whole.TryGetValue(words, out var found)) return Make(found.Item1, found.Item2, "");
        foreach (var (begin, meaning, value) in begins)
            if (words.StartsWith(begin, StringComparison.Ordinal) && (words.Length == begin.Length || words[begin.Length] == ' ' || meaning == RoleMeaning.Ended || meaning == RoleMeaning.Beneficial))
                return Make(meaning, value, Rest(text, begin));
        return new RoleReading(RoleMeaning.Other, "", null);
    }

    private static RoleReading Make(RoleMeaning meaning, string value, string rest)
    {
        if (meaning is not (RoleMeaning.Shares or RoleMeaning.Votes or RoleMeaning.Participating)) return new(meaning, value, null);
        var (outcome, range) = SharePhrase.Read(value == "text" ? rest : value);
        return new(meaning, "", outcome == ShareOutcome.Share ? range : null) { HasMore = value == "text" && rest.Length > 0 && outcome != ShareOutcome.Share };
    }

    /// <summary>The text in lower case, its words and figures apart by one space.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) words.Append(char.ToLowerInvariant(c));
            else if (words.Length > 0 && words[^1] != ' ') words.Append(' ');
        }
        return words.ToString().TrimEnd();
    }

    // What stands after so many letters and figures, without the sign that sets it off.
    private static string Rest(string text, string begin)
    {
        var left = begin.Count(char.IsLetterOrDigit);
        var at = 0;
        while (at < text.Length && left > 0)
            if (char.IsLetterOrDigit(text[at++])) left--;
        return text[at..].TrimStart(' ', '\u00a0', '-', '–', '—', ':', ',', '(').TrimEnd(')', ' ');
    }

    private static (FrozenDictionary<string, (RoleMeaning, string)>, (string, RoleMeaning, string)[]) Read()
    {
        var rows = FtmData.Rows("roles.csv").Select(cells => (Text: cells[0], Meaning: Enum.Parse<RoleMeaning>(cells[1], ignoreCase: true), Value: cells[2])).ToList();
        return (rows.Where(row => !row.Text.EndsWith('*')).ToFrozenDictionary(row => row.Text, row => (row.Meaning, row.Value), StringComparer.Ordinal),
            [.. rows.Where(row => row.Text.EndsWith('*')).Select(row => (row.Text[..^1], row.Meaning, row.Value)).OrderByDescending(row => row.Item1.Length)]);
    }
}
