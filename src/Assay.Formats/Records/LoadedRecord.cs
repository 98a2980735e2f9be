using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Packs;
using Assay.Formats.Rules;
using Assay.Records;

namespace Assay.Formats.Records;

/// <summary>The evidence and the rules that articles and questions are set beside, with what is made of them once. Safe to share between threads.</summary>
public sealed class LoadedRecord
{
    private readonly Lazy<RecordNames> _names;
    private readonly Lazy<Assayer> _assayer;
    private readonly Lazy<SensitivityAnalysis> _sensitivity;

    /// <summary>Of evidence and rules that were read.</summary>
    public LoadedRecord(EvidenceSnapshot evidence, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        (Evidence, Rules) = (evidence, rules);
        _names = new(() => new RecordNames(evidence, rules));
        _assayer = new(() => new Assayer(evidence, rules));
        _sensitivity = new(() => new SensitivityAnalysis(evidence, rules));
    }

    /// <summary>The evidence.</summary>
    public EvidenceSnapshot Evidence { get; }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The names of the record.</summary>
    public RecordNames Names => _names.Value;

    /// <summary>Checks articles.</summary>
    public Assayer Assayer => _assayer.Value;

    /// <summary>Finds what would change findings.</summary>
    public SensitivityAnalysis Sensitivity => _sensitivity.Value;

    /// <summary>The built-in evidence with the packs of these folders, and the rules of a folder over the built-in ones.</summary>
    /// <param name="packs">Packs, or folders of packs.</param>
    /// <param name="rules">A folder; null: the built-in rules alone.</param>
    /// <exception cref="BrokenRecordException">A pack or a rule file is missing or broken; it carries every problem of both.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading a file is not allowed.</exception>
    public static LoadedRecord Load(IReadOnlyList<string> packs, string? rules)
    {
        ArgumentNullException.ThrowIfNull(packs);
        // Beside each other: both are most of what a short run takes.
        var reading = Task.Run(() => Tried(() => LoadEvidence(packs)));
        var read = Tried(() => LoadRules(rules));
        var evidence = reading.GetAwaiter().GetResult();
        return (evidence.Broken, read.Broken) switch
        {
            (null, null) => new LoadedRecord(evidence.Value!, read.Value!),
            var (one, other) => throw new BrokenRecordException([.. one?.Lines ?? [], .. other?.Lines ?? []]),
        };
    }

    /// <summary>The built-in evidence with the packs of these folders.</summary>
    /// <param name="packs">Packs, or folders of packs.</param>
    /// <param name="appliesLinks">Whether linked entities are read as one; else every row is as it was told.</param>
    /// <exception cref="BrokenRecordException">A pack is missing or broken.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading a file is not allowed.</exception>
    public static EvidenceSnapshot LoadEvidence(IReadOnlyList<string> packs, bool appliesLinks = true)
    {
        ArgumentNullException.ThrowIfNull(packs);
        foreach (var pack in packs)
            if (!Directory.Exists(pack)) throw new BrokenRecordException(NoFolder(pack));
        return Whole(() => EvidencePack.LoadAll(packs, appliesLinks));
    }

    /// <summary>That there is no folder of a pack, with the one beside it that was probably meant, or the built-in one of that name.</summary>
    public static string NoFolder(string pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(pack)) ?? "";
        var beside = Directory.Exists(parent.Length == 0 ? "." : parent) ? Directory.GetDirectories(parent.Length == 0 ? "." : parent).Select(folder => Path.Combine(parent, Path.GetFileName(folder))) : [];
        var builtIn = EvidencePack.Embedded().Packs.Any(known => known.Name == pack) ? $"; {pack} is built in and need not be named" : "";
        return $"{pack}: there is no such folder{Suggestion.For(pack, beside)}; name a folder with a datapackage.json{builtIn}";
    }

    /// <summary>The record as it is asked in people's words.</summary>
    /// <param name="at">The days asked about; null: today.</param>
    /// <param name="today">The day that it is.</param>
    /// <param name="spelling">How the asker spells what a question takes (<see cref="AskedRecord.Spelling"/>); null: by its plain name.</param>
    public AskedRecord Asked(DayRange? at, DateOnly today, Func<string, string>? spelling = null) =>
        new(Names, at ?? DayRange.On(today), isToday: at is null, _assayer) { Spelling = spelling ?? (name => name) };

    /// <summary>Refuses a language that was asked for and has no rules.</summary>
    /// <exception cref="AskingException">There are none.</exception>
    public void RequireLanguage(string? asked)
    {
        if (asked is not null && !Rules.Languages.Contains(asked)) throw new AskingException($"there are no rules for the language '{asked}'; there are: {string.Join(", ", Rules.Languages)}");
    }

    private static RuleSet LoadRules(string? folder) => Whole(() => folder is null ? RuleFiles.Default : RuleFiles.Load(folder));

    private static T Whole<T>(Func<T> load)
    {
        try
        {
            return load();
        }
        catch (InvalidDataFileException error)
        {
            throw new BrokenRecordException(error.Problems.Count == 0 ? [error.Message] : [.. error.Problems.Select(problem => problem.ToString())]);
        }
    }

    // What is broken in the one must not hide what is broken in the other.
    private static (T? Value, BrokenRecordException? Broken) Tried<T>(Func<T> load) where T : class
    {
        try
        {
            return (load(), null);
        }
        catch (BrokenRecordException error)
        {
            return (null, error);
        }
    }
}
