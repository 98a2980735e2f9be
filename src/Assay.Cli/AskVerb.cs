using System.CommandLine;

namespace Assay.Cli;

/// <summary><c>assay ask "…"</c>: one question or statement, read as <c>check</c> reads an article.</summary>
internal sealed class AskVerb(Terminal terminal, TimeProvider time)
{
    private readonly Argument<string> _text = new("TEXT") { Description = "A question or a statement, in quotation marks." };
    private readonly ViewOptions _view = new(terminal, time);

    public Verb Create()
    {
        var verb = new Command("ask", "Answer one question, or check one statement.");
        verb.Add(_text);
        _view.AddTo(verb);
        _text.Validators.Add(CommandLine.RefuseUnknownOptions);
        verb.SetAction(line => _view.Run(line, record => record.Ask(line.GetRequiredValue(_text))));
        return new Verb(verb, "assay ask \"Who owns Tengiz?\"", "assay ask \"What ties kz to ru?\" --at 2025-06-17", "assay ask \"Which countries are members of the CSTO?\" --format csv");
    }
}
