using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;

namespace Assay.Cli;

/// <summary>A row that is being filled in: completes ids, asks for what is missing where a person is there, and else gathers it into one message.</summary>
internal sealed class RowForm(KnownIds known, Terminal terminal)
{
    private readonly List<string> _lacking = [];
    private readonly List<string> _wrong = [];

    public KnownIds Known => known;

    /// <summary>Whether somebody can be asked.</summary>
    public bool Asks => terminal.Ask is not null;

    /// <summary>Whether nothing is missing or unknown so far.</summary>
    public bool IsWhole => _lacking.Count == 0 && _wrong.Count == 0;

    public string Ask(Prompt prompt) => terminal.Ask!(prompt).Trim();

    /// <summary>Notes something that is missing.</summary>
    public void Lacks(string what) => _lacking.Add(what);

    /// <summary>Tells the user something that is no fault.</summary>
    public void Say(string text) => terminal.Error.WriteLine($"assay: {text}");

    /// <summary>The id meant by a text; an unknown one is asked for again, or noted as wrong with those that may be meant.</summary>
    public string Resolve(Referent referent, string option, string text)
    {
        while (true)
        {
            var found = known.Find(referent, text);
            if (found.Id is { } id) return id;
            var wrong = $"{option}: '{text}' is unknown{Hint(found)}";
            if (!Asks)
            {
                _wrong.Add(wrong);
                return text;
            }
            Say(wrong);
            text = Ask(new Prompt(option.TrimStart('-'), "again", found.Suggestions, IsRequired: true, ""));
        }
    }

    /// <summary>Stops where something is missing or unknown, saying all of it.</summary>
    /// <exception cref="StopException">Something is.</exception>
    public void StopIfUnfinished(string row)
    {
        List<string> lines = [.. _wrong];
        if (_lacking.Count > 0) lines.Add($"nothing is written, for the {row} lacks {string.Join("; ", _lacking)}");
        if (lines.Count > 0) throw new StopException(ExitCode.WrongUsage, lines);
    }

    private static string Hint(FoundId found) => found.Suggestions switch
    {
        [] => "; add it first, or correct the name",
        [var one] => $"; perhaps {one} is meant",
        var several => $"; perhaps one of these is meant: {string.Join(", ", several)}",
    };
}
