using Spectre.Console;

namespace Assay.Cli;

/// <summary>Makes consoles for the views that are written for a terminal.</summary>
internal static class TextConsole
{
    private const int WidthWithoutScreen = 100;

    /// <summary>A console over a writer: with the colours and width of the screen that will show the text, or plain and of a fixed width where none will.</summary>
    public static IAnsiConsole Over(TextWriter writer, Terminal? screen)
    {
        var hasScreen = screen is { IsScreen: true };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasScreen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = hasScreen ? screen!.Width : WidthWithoutScreen;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
