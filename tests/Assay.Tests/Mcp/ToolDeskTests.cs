using Assay.Formats.Packs;
using Assay.Formats.Records;
using Assay.Formats.Rules;
using Assay.Web.Mcp;
using Xunit;

namespace Assay.Tests.Mcp;

/// <summary>Work for a caller who no longer wants it, or that takes too long, does not keep the caller waiting.</summary>
public sealed class ToolDeskTests
{
    private static readonly LoadedRecord s_record = new(EvidencePack.Embedded(), RuleFiles.Default);

    [Fact]
    public async Task A_caller_who_cancels_is_let_go_and_the_place_is_free_once_the_work_is_done()
    {
        using var desk = new ToolDesk(() => s_record, TimeProvider.System);
        using var cancelling = new CancellationTokenSource();
        using var mayEnd = new ManualResetEventSlim();
        var works = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => desk.Do((_, _) => Wait(mayEnd), cancelling.Token)).ToList();
        await cancelling.CancelAsync();
        foreach (var work in works) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        mayEnd.Set();
        Assert.Equal(7, await desk.Do((_, _) => 7, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_answered_with_what_to_do()
    {
        using var desk = new ToolDesk(() => s_record, TimeProvider.System) { Patience = TimeSpan.Zero };
        using var mayEnd = new ManualResetEventSlim();
        var wrong = await Assert.ThrowsAsync<AskingException>(() => desk.Do((_, _) => Wait(mayEnd), TestContext.Current.CancellationToken));
        mayEnd.Set();
        Assert.Contains("ask for less at once", wrong.Message, StringComparison.Ordinal);
    }

    private static int Wait(ManualResetEventSlim until)
    {
        until.Wait();
        return 1;
    }
}
