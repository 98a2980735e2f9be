using System.Globalization;
using Assay.Publishing.Terminal;
using Spectre.Console;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class TerminalTests
{
    [Fact]
    public void Claims_are_as_kept() => Golden.Same("check.txt", Written(console => TerminalView.Write(console, SampleArticle.Checked)));

    [Fact]
    public void Proof_is_as_kept() => Golden.Same("explain.txt", Written(console => ExplainView.Write(console, SampleArticle.Checked.Findings[2], SampleArticle.Checked.Evidence)));

    [Fact]
    public void A_pipe_gets_no_escape_and_no_line_over_80_columns()
    {
        var text = Written(console =>
        {
            TerminalView.Write(console, SampleArticle.Checked);
            foreach (var finding in SampleArticle.Checked.Findings) ExplainView.Write(console, finding, SampleArticle.Checked.Evidence);
        });
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u0007', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.All(text.Split('\n'), line => Assert.True(new StringInfo(line).LengthInTextElements <= 80, line));
    }

    [Fact]
    public void Markup_in_an_article_is_shown_and_not_obeyed()
    {
        var hostile = SampleArticle.Checked with { Article = SampleArticle.Checked.Article with { Title = "[red]x[/] [nope] \u001b[2J" } };
        var text = Written(console => TerminalView.Write(console, hostile));
        Assert.Contains("[red]x[/] [nope] [U+001B][2J", text, StringComparison.Ordinal);
    }

    private static string Written(Action<IAnsiConsole> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 80;
        write(console);
        return writer.ToString().ReplaceLineEndings("\n");
    }
}
