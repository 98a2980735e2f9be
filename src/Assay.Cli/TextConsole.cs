using Spectre.Console;

namespace Assay.Cli;

/// <summary>Runs the views that are written for a terminal.</summary>
internal static class TextConsole
{
    private const int WidthWithoutScreen = 100;

    /// <summary>What a view writes: with the colours and width of the screen that will show it, or plain and of a fixed width where none will.</summary>
    public static string Text(Action<IAnsiConsole> view, Terminal? screen)
    {
        var hasScreen = screen is { IsScreen: true };
        using var text = new StringWriter { NewLine = "\n" };
        view(Over(text, hasScreen, screen?.Width ?? WidthWithoutScreen));
        return hasScreen ? text.ToString() : WithoutPadding(text.ToString());
    }

    private static IAnsiConsole Over(TextWriter writer, bool hasScreen, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasScreen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasScreen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = hasScreen ? width : WidthWithoutScreen;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Views pad their columns; in a file or a pipe the blanks at line ends are noise.</summary>
    private static string WithoutPadding(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ')));
}
