using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay pack list</c>: prints the packs that an article would be set beside.</summary>
internal sealed class PackListVerb(Terminal terminal)
{
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("list", "Print the packs loaded: name, version, rows, SHA-256, title.");
        _record.AddEvidenceTo(verb);
        verb.SetAction(Run);
        return new Verb(verb, "assay pack list", "assay pack list --evidence my-pack");
    }

    private int Run(ParseResult line)
    {
        var evidence = _record.LoadEvidence(line);
        var rows = evidence.Held.CountBy(row => row.Place.Pack).ToDictionary(pair => pair.Key, pair => (long)pair.Value);
        foreach (var store in evidence.Stores) rows[store.Pack] = rows.GetValueOrDefault(store.Pack) + store.Count;
        foreach (var pack in evidence.Packs)
            terminal.Output.WriteLine($"{pack.Name,-16} {pack.Version,-12} {rows.GetValueOrDefault(pack.Name),6} rows  {pack.Sha256}  {pack.Title}");
        return ExitCode.Done;
    }
}
