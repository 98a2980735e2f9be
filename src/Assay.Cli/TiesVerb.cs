using System.CommandLine;
using Assay.Evidence;

namespace Assay.Cli;

/// <summary><c>assay ties A B</c>: what ties two states, both ways round, and what changed since a day.</summary>
internal sealed class TiesVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _one = new("A") { Description = "A state, by id or name." };
    private readonly Argument<string> _other = new("B") { Description = "Another state." };
    private readonly Option<PartialDate?> _since = ViewOptions.DateOption("--since", time, "Show first what began, ended or changed from this date on.");
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("ties", "Print what ties two states.");
        verb.Add(_one);
        verb.Add(_other);
        verb.Add(_since);
        _view.AddTo(verb);
        _one.Validators.Add(CommandLine.RefuseUnknownOptions);
        _other.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, record => record.Ties(line.GetRequiredValue(_one), line.GetRequiredValue(_other), line.GetValue(_since))));
        return new Verb(verb, "assay ties kz ru --since 2022-01-01", "assay ties kz gb --at 2025-06-17 --format html --out ties.html");
    }
}
