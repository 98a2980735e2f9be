using System.CommandLine;
using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Linking;

namespace Assay.Cli;

/// <summary>
/// <c>assay link undo PACK ENTITY [OTHER]</c>: takes decisions about an entity back. What the program had found to be the same is asked about from then on, for it
/// would find the same again.
/// </summary>
internal sealed class LinkUndoVerb(Terminal terminal)
{
    private readonly Argument<string> _pack = LinkFiles.Pack();
    private readonly Argument<string> _entity = new("ENTITY") { Description = "The id of an entity." };
    private readonly Argument<string?> _other = new("OTHER") { Arity = ArgumentArity.ZeroOrOne, Description = "The id of the one it was set beside. Without it, every decision about the first." };

    public Verb Create()
    {
        var verb = new Command("undo", "Take decisions about an entity back: each stands by itself again, and what the program had linked a person is asked about.") { _pack, _entity, _other };
        foreach (var argument in (Argument[])[_entity, _other]) argument.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(Run);
        return new Verb(verb, "assay link undo packs/gleif lei-5493001kjtiigc8y1r12", "assay link undo packs/gleif lei-5493001kjtiigc8y1r12 glencore");
    }

    private int Run(ParseResult line)
    {
        var folder = line.GetRequiredValue(_pack);
        var (entity, other) = (line.GetRequiredValue(_entity), line.GetValue(_other));
        var book = LinkFiles.Book(folder);
        var rows = book.Rows.Where(row => other is null ? row.Entity == entity || row.SameAs == entity : row.IsOf(entity, other)).ToList();
        if (rows.Count == 0) throw StopException.Usage($"{folder} has no decision about '{entity}'{(other is null ? "" : $" and '{other}'")}{Suggestion.For(entity, book.Rows.SelectMany(row => (string[])[row.Entity, row.SameAs]).Distinct())}");
        foreach (var row in rows)
        {
            if (IsAskedAgain(row)) book.Set(row with { Outcome = LinkOutcome.Ask, By = "", Note = row.Note.Length == 0 ? "undone" : $"undone: {row.Note}" });
            else book.Remove(row);
        }
        LinkFiles.Save(book, folder);
        foreach (var row in rows) terminal.Output.WriteLine($"{row.Entity} and {row.SameAs} stand apart again (it was: {LinkFiles.WordOf(row.Outcome)}){(IsAskedAgain(row) ? "; assay link review asks" : "")}");
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"assay: {rows.Count} undone"));
        return ExitCode.Done;
    }

    private static bool IsAskedAgain(LinkRow row) => row is { Outcome: LinkOutcome.Same, By: LinkRow.Program };
}
