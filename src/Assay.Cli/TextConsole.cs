using Assay.Publishing.Terminal;
using Spectre.Console;

namespace Assay.Cli;

/// <summary>Runs the views that are written for a terminal.</summary>
internal static class TextConsole
{
    /// <summary>What a view writes: with the colours and width of the screen that will show it, or plain and of a fixed width where none will.</summary>
    public static string Text(Action<IAnsiConsole> view, Terminal? screen)
    {
        if (screen is not { IsScreen: true }) return PlainConsole.Text(view);
        using var text = new StringWriter { NewLine = "\n" };
        view(Over(text, screen.Width));
        return text.ToString();
    }

    private static IAnsiConsole Over(TextWriter writer, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Detect, ColorSystem = ColorSystemSupport.Detect, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
