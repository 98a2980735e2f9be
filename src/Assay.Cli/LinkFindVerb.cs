using System.CommandLine;
using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Linking;

namespace Assay.Cli;

/// <summary><c>assay link find PACK</c>: looks for the entities of a pack among those of the other packs, and writes what it finds as rows of <c>links</c>.</summary>
internal sealed class LinkFindVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _pack = LinkFiles.Pack();
    private readonly Option<bool> _write = new("--write") { Description = "Write what is found into the pack's table links. Without it, it is printed only." };
    private readonly RecordOptions _record = new();

    public Verb Create()
    {
        var verb = new Command("find", "Look for the entities of a pack among those of the packs beside it.") { _pack, _write };
        _record.AddTo(verb);
        verb.SetAction(Run);
        return new Verb(verb, "assay link find packs/gleif", "assay link find packs/gleif --write", "assay link find packs/owners --evidence packs/gleif --write");
    }

    private int Run(ParseResult line)
    {
        var folder = line.GetRequiredValue(_pack);
        var book = LinkFiles.Book(folder);
        var subjects = PackFolder.Open(folder, () => PackSubjects.Read(folder, _record.Packs(line)));
        var rules = LinkFiles.Rules(_record, line);
        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var rows = LinkRun.Find(rules, subjects.Own, subjects.Known, book.Rows).Select(decision => LinkRun.RowOf(decision, today)).ToList();
        foreach (var row in rows) terminal.Output.WriteLine($"{LinkFiles.WordOf(row.Outcome)}\t{row.Entity}\t{row.SameAs}\t{row.Basis}: {row.Note}");
        if (line.GetValue(_write) && rows.Count > 0)
        {
            foreach (var row in rows) book.Set(row);
            LinkFiles.Save(book, folder);
        }
        Tell(rows, folder, line.GetValue(_write));
        return ExitCode.Done;
    }

    private void Tell(List<LinkRow> rows, string folder, bool isWritten)
    {
        var (same, asks) = (rows.Count(row => row.Outcome == LinkOutcome.Same), rows.Count(row => row.Outcome == LinkOutcome.Ask));
        var next = asks > 0 && isWritten ? $"; assay link review {folder} shows what is asked" : rows.Count > 0 && !isWritten ? "; --write keeps it" : "";
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"assay: {same} the same, {asks} to ask{next}"));
    }
}
