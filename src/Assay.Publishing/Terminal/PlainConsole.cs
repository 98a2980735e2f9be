using Spectre.Console;

namespace Assay.Publishing.Terminal;

/// <summary>Runs the views that are written for a terminal where there is none: plain and of a fixed width.</summary>
public static class PlainConsole
{
    private const int Width = 100;

    /// <summary>What a view writes.</summary>
    public static string Text(Action<IAnsiConsole> view)
    {
        ArgumentNullException.ThrowIfNull(view);
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        view(console);
        // Views pad their columns; in a file or a pipe the blanks at line ends are noise.
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd(' ')));
    }
}
