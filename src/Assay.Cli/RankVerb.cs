using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay rank COMMODITY</c>: published lists and figures of its producers.</summary>
internal sealed class RankVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _goods = new("COMMODITY") { Description = "A commodity of the rules, by key or word: uranium, crude-oil." };
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("rank", "Print the producers of a commodity in order.");
        verb.Add(_goods);
        _view.AddTo(verb);
        _goods.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, record => record.Rank(line.GetRequiredValue(_goods))));
        return new Verb(verb, "assay rank uranium --at 2023", "assay rank chromite --format json");
    }
}
