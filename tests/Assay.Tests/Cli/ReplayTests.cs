using Assay.Cli;
using Assay.Tests.Json;
using Xunit;

namespace Assay.Tests.Cli;

public sealed class ReplayTests
{
    [Fact]
    public void A_proof_that_does_not_follow_is_named_and_ends_with_1()
    {
        // The sample's steps are made up: they state values that no row gives.
        var stop = Assert.Throws<StopException>(() => Replay.Run(SampleResult.Create(), "sample.txt"));
        Assert.Equal(1, stop.ExitCode);
        Assert.All(stop.Lines, line => Assert.StartsWith("sample.txt: c", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a-neighbour-not-a-garrison")]
    [InlineData("an-ally-that-looks-elsewhere")]
    [InlineData("oil-in-whose-hands")]
    [InlineData("the-state-still-owns-the-steppe")]
    public void Every_proof_of_an_example_can_be_replayed(string example)
    {
        var run = CommandRun.Of("check", $"examples/{example}.txt", "--verify", "--format", "html");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("replayed by a second evaluator", run.Output, StringComparison.Ordinal);
    }
}
