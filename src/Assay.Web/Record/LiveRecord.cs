using Assay.Evidence;
using Assay.Findings;
using Assay.Findings.Changes;
using Assay.Formats.Packs;
using Assay.Formats.Rules;

namespace Assay.Web.Record;

/// <summary>A record with what checks articles against it.</summary>
internal sealed record LoadedRecord(EvidenceSnapshot Evidence, RuleSet Rules, Assayer Assayer, SensitivityAnalysis Sensitivity)
{
    /// <summary>A hash over the packs and the rules.</summary>
    public string Key { get; } = string.Join(' ', Evidence.Packs.Select(pack => pack.Sha256).Append(Rules.Sha256));

    /// <summary>Loads the built-in packs, those of the options and the local ones.</summary>
    /// <exception cref="Formats.InvalidDataFileException">A pack or a rule file is broken.</exception>
    public static LoadedRecord Load(WorkbenchOptions options)
    {
        IEnumerable<string> local = options.LocalPacks.Length > 0 && Directory.Exists(options.LocalPacks)
            ? Directory.GetDirectories(options.LocalPacks).Where(folder => File.Exists(Path.Combine(folder, "datapackage.json"))).Order(StringComparer.Ordinal) : [];
        var evidence = EvidencePack.LoadAll([.. options.Packs, .. local]);
        var rules = options.Rules is { } folder ? RuleFiles.Load(folder) : RuleFiles.Default;
        return new LoadedRecord(evidence, rules, new Assayer(evidence, rules), new SensitivityAnalysis(evidence, rules));
    }
}

/// <summary>The record in force. It is replaced whole when a pack changes; who works on the old one goes on with it.</summary>
internal sealed class LiveRecord(WorkbenchOptions options)
{
    private volatile LoadedRecord _now = LoadedRecord.Load(options);

    /// <summary>The record now.</summary>
    public LoadedRecord Now => _now;

    /// <summary>Reads the packs again.</summary>
    /// <exception cref="Formats.InvalidDataFileException">A pack is broken; the record stays as it was.</exception>
    public void Reload() => _now = LoadedRecord.Load(options);
}
