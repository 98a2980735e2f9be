using System.Threading.RateLimiting;
using Assay.Publishing.Desk;

namespace Assay.Web.Desk;

/// <summary>Lets checks run in turn: so many at once, and of one account one after the other.</summary>
internal sealed class CheckQueue(CheckLimits limits) : IDisposable
{
    private readonly SemaphoreSlim _places = new(limits.MostAtOnce, limits.MostAtOnce);
    private readonly SemaphoreSlim _searches = new(1, 1);
    private readonly PartitionedRateLimiter<string> _perAccount = PartitionedRateLimiter.Create<string, string>(account => RateLimitPartition.GetConcurrencyLimiter(account,
        _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = limits.MostWaiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));

    /// <summary>Runs something when it is its turn, on a thread of its own.</summary>
    /// <exception cref="CheckStoppedException">Too many of the account's are waiting.</exception>
    public async Task RunAsync(string account, Action run)
    {
        using var turn = await _perAccount.AcquireAsync(account);
        if (!turn.IsAcquired) throw new CheckStoppedException(DeskWords.Say("TooManyChecks"));
        await _places.WaitAsync();
        try
        {
            await Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Runs what nobody waits for, one at a time.</summary>
    public async Task RunLastAsync(Action run)
    {
        await _searches.WaitAsync();
        try
        {
            await Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _searches.Release();
        }
    }

    // What still runs when the workbench is closed gives its place back: so the semaphores, which hold nothing but memory, are left.
    public void Dispose() => _perAccount.Dispose();
}
