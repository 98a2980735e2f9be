using Spectre.Console;

namespace Assay.Cli;

/// <summary>Something that a verb asks the person at the terminal.</summary>
/// <param name="Label">What is asked for.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Words">The words to choose from; empty: any text.</param>
/// <param name="IsRequired">Whether an empty answer is refused.</param>
/// <param name="Usual">What Enter alone means.</param>
internal sealed record Prompt(string Label, string Meaning, IReadOnlyList<string> Words, bool IsRequired, string Usual)
{
    /// <summary>Whether what is typed is not shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Asks on a console.</summary>
    public string Ask(IAnsiConsole console)
    {
        var text = $"[bold]{Markup.Escape(Label)}[/] [dim]({Markup.Escape(Meaning)}{(IsRequired ? "" : "; Enter for none")})[/]";
        if (Words.Count > 0)
        {
            var choice = new SelectionPrompt<string>().Title(text).AddChoices(Words.OrderBy(word => word == Usual ? 0 : 1));
            if (!IsRequired) choice.AddChoice("");
            return console.Prompt(choice);
        }
        var prompt = new TextPrompt<string>(text) { AllowEmpty = !IsRequired, IsSecret = IsSecret, Mask = null };
        if (Usual.Length > 0) prompt.DefaultValue(Usual);
        var typed = console.Prompt(prompt);
        return IsSecret ? typed : typed.Trim();
    }
}
