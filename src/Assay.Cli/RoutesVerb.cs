using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay routes COMMODITY FROM</c>: by which ways a commodity leaves a country.</summary>
internal sealed class RoutesVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _goods = new("COMMODITY") { Description = "A commodity of the rules, by key or word: crude-oil, uranium." };
    private readonly Argument<string> _from = new("FROM") { Description = "The country it comes from, by id or name." };
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("routes", "Print by which ways a commodity leaves a country.");
        verb.Add(_goods);
        verb.Add(_from);
        _view.AddTo(verb);
        _goods.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, record => record.Routes(line.GetRequiredValue(_goods), line.GetRequiredValue(_from))));
        return new Verb(verb, "assay routes crude-oil kz --at 2025", "assay routes crude-oil kz --format html --out routes.html");
    }
}
