using System.Collections.Immutable;

namespace Assay.Tests.Cases;

/// <summary>A key with its value as it stands in a case; lines indented under it belong to the value.</summary>
internal sealed record CaseEntry(int Line, string Key, string Value);

/// <summary>One claim that a case expects: the entries from its <c>claim:</c> to the next.</summary>
internal sealed record ExpectedClaim(int Line, ImmutableArray<CaseEntry> Entries)
{
    public string Content => this["claim"]!;

    public string? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
}

/// <summary>
/// A case: evidence, a date, an article, and after <c>----</c> what is to be found in it. <c>README.md</c> beside it tells the format.
/// </summary>
internal sealed class CaseFile
{
    private static readonly string[] HeadKeys = ["evidence", "date", "later", "article"];
    private static readonly string[] ClaimKeys = ["claim", "quote", "stance", "speaker", "expects", "time", "about", "place", "signed", "answer", "verdict", "later", "changed by", "years", "flips", "missing"];
    private const string None = "no claim";
    private const string NotCheckableKey = "not checkable";

    private readonly string _path;

    public CaseFile(string path, string text)
    {
        _path = path;
        var entries = Entries(text).ToList();
        var cut = entries.FindIndex(entry => entry.Key == "----");
        if (cut < 0) throw Fault(1, "no '----' between the article and what is to be found in it");
        foreach (var entry in entries.Take(cut)) Allow(entry, HeadKeys);
        foreach (var entry in entries.Skip(cut + 1)) Allow(entry, [.. ClaimKeys, None, NotCheckableKey]);
        Evidence = Find(entries, "evidence") ?? "packs";
        Date = Find(entries, "date");
        Later = Find(entries.Take(cut), "later");
        Article = Find(entries, "article") ?? throw Fault(1, "no 'article:'");
        ExpectsNone = entries.Any(entry => entry.Key == None);
        Claims = [.. ClaimsOf(entries.Skip(cut + 1))];
        NotCheckable = [.. entries.Where(entry => entry.Key == NotCheckableKey).Select(entry =>
            entry.Value.Split(": ", 2) is [var why, var words] ? (why, words) : throw Fault(entry.Line, $"'{entry.Value}': expected 'why: words'"))];
        if (ExpectsNone && !Claims.IsEmpty) throw Fault(1, "'no claim' beside a claim");
        if (!ExpectsNone && Claims.IsEmpty && NotCheckable.IsEmpty) throw Fault(1, "nothing is expected: write a claim, 'not checkable' or 'no claim'");
    }

    public string Evidence { get; }

    public string? Date { get; }

    /// <summary>The later day for which the verdicts are asked too.</summary>
    public string? Later { get; }

    public string Article { get; }

    /// <summary>Whether nothing at all may be found.</summary>
    public bool ExpectsNone { get; }

    public ImmutableArray<ExpectedClaim> Claims { get; }

    public ImmutableArray<(string Why, string Words)> NotCheckable { get; }

    public static CaseFile Read(string path) => new(path, File.ReadAllText(path));

    private IEnumerable<ExpectedClaim> ClaimsOf(IEnumerable<CaseEntry> entries)
    {
        List<CaseEntry>? claim = null;
        foreach (var entry in entries.Where(entry => entry.Key is not (None or NotCheckableKey)))
        {
            if (entry.Key == "claim")
            {
                if (claim is not null) yield return new ExpectedClaim(claim[0].Line, [.. claim]);
                claim = [];
            }
            (claim ?? throw Fault(entry.Line, $"'{entry.Key}:' before the first 'claim:'")).Add(entry);
        }
        if (claim is not null) yield return new ExpectedClaim(claim[0].Line, [.. claim]);
    }

    private IEnumerable<CaseEntry> Entries(string text)
    {
        CaseEntry? open = null;
        var number = 0;
        var blank = "";
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Length == 0)
            {
                blank += "\n";
                continue;
            }
            if (line.StartsWith(' ') && open is not null)
            {
                open = open with { Value = open.Value.Length == 0 ? line.Trim() : $"{open.Value}\n{blank}{line.Trim()}" };
                blank = "";
                continue;
            }
            blank = "";
            if (open is not null) yield return open;
            open = null;
            if (line.StartsWith('#')) continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            open = line is "----" or None ? new CaseEntry(number, line, "")
                : colon > 0 ? new CaseEntry(number, line[..colon], line[(colon + 1)..].Trim())
                : throw Fault(number, $"'{line}' is no 'key: value'");
        }
        if (open is not null) yield return open;
    }

    private void Allow(CaseEntry entry, string[] keys)
    {
        if (!keys.Contains(entry.Key)) throw Fault(entry.Line, $"'{entry.Key}' is no key here: expected one of {string.Join(", ", keys)}");
    }

    private static string? Find(IEnumerable<CaseEntry> entries, string key) => entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    private FormatException Fault(int line, string problem) => new($"{_path}:{line}: {problem}.");
}
