using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Records;

namespace Assay.Cli;

/// <summary><c>assay own SUBJECT</c>: who owns an asset or company, or what a country produces.</summary>
internal sealed class OwnVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _subject = new("SUBJECT") { Description = "An asset, a company or a country, by id or name: tengiz, kazatomprom, kz." };

    private readonly Option<string?> _of = new("--of") { HelpName = "COMMODITY", Description = "Of a country: the commodity whose output is divided among its owners; all that the record divides unless given." };

    private readonly Option<OwnedBy?> _by = new("--by")
    {
        HelpName = "country|owner", Description = "Tell owners apart by the nationality of their groups, or by name; both unless given.", CustomParser = By,
    };

    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("own", "Print who owns an asset, a company, or a country's output.");
        verb.Add(_subject);
        verb.Add(_of);
        verb.Add(_by);
        _view.AddTo(verb);
        _subject.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, record => record.Own(line.GetRequiredValue(_subject), line.GetValue(_of), line.GetValue(_by))));
        return new Verb(verb, "assay own tengiz", "assay own kz --of crude-oil --at 2024 --by country", "assay own kazatomprom --at 2020 --format csv");
    }

    private static OwnedBy? By(ArgumentResult argument)
    {
        var word = argument.Tokens.Count > 0 ? argument.Tokens[0].Value : "";
        foreach (var by in Enum.GetValues<OwnedBy>())
            if (by.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)) return by;
        argument.AddError($"owners cannot be told apart by '{word}'{Suggestion.For(word, ["country", "owner"])}; there are: country, owner");
        return null;
    }
}
