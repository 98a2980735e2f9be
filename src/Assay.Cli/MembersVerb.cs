using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay members BODY</c>: who belongs to a body, in what way, and whether the list is whole.</summary>
internal sealed class MembersVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _body = new("BODY") { Description = "An international body or named group, by id or name: csto, EAEU, the-west." };
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("members", "Print who belongs to a body.");
        verb.Add(_body);
        _view.AddTo(verb);
        _body.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, record => record.Members(line.GetRequiredValue(_body))));
        return new Verb(verb, "assay members csto --at 2022-01-06", "assay members brics --format csv --out brics.csv");
    }
}
