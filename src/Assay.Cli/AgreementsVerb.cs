using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay agreements A [B]</c>: the agreements of a party, or between two.</summary>
internal sealed class AgreementsVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _one = new("A") { Description = "A state, body, ministry or company, by id or name." };
    private readonly Argument<string?> _other = new("B") { Arity = ArgumentArity.ZeroOrOne, Description = "Only agreements to which this one is a party too." };
    private readonly Option<string?> _kind = new("--kind") { HelpName = "KIND", Description = "Only agreements of this kind, or with this topic: alliance, military-cooperation, trade, minerals …" };
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("agreements", "Print the agreements of a party, or between two.");
        verb.Add(_one);
        verb.Add(_other);
        verb.Add(_kind);
        _view.AddTo(verb);
        _one.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, record => record.Agreements(line.GetRequiredValue(_one), line.GetValue(_other), line.GetValue(_kind))));
        return new Verb(verb, "assay agreements kz gb --at 2025-06-17", "assay agreements kz --kind military-cooperation");
    }
}
