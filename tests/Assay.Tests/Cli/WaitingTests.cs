using Assay.Cli;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class WaitingTests
{
    [Theory]
    [InlineData("stakes[1].csv", 0.5)]
    [InlineData("reading", null)]
    public void A_bar_is_shown_until_the_work_is_over(string what, double? part)
    {
        using var error = new StringWriter();
        var work = new TaskCompletionSource();
        var asked = 0;
        Waiting.ShowBar(Watched(error), work.Task, () =>
        {
            if (++asked == 3) work.SetResult();
            return (what, part);
        });
        Assert.Equal(3, asked);
    }

    [Fact]
    public void The_failure_of_work_ends_the_bar_and_is_no_failure_of_it()
    {
        using var error = new StringWriter();
        Waiting.ShowBar(Watched(error), Task.FromException(new FormatException()), () => ("reading", null));
        Assert.Throws<FormatException>(() => Waiting.For<int>(Watched(error), "reading", _ => throw new FormatException()));
    }

    [Fact]
    public void The_result_of_work_is_given() => Assert.Equal(7, Waiting.For(Watched(TextWriter.Null), "reading", _ => 7));

    private static Terminal Watched(TextWriter error) => new(TextWriter.Null, error, Stream.Null) { ShowsProgress = true };
}
