using Assay.Formats.Records;

namespace Assay.Web.Mcp;

/// <summary>
/// Where tools work: with the record as it is, as many at once as there are processors. The work itself cannot be broken off; a call that is cancelled or takes
/// too long is answered at once, and its place is free when its work is done.
/// </summary>
internal sealed class ToolDesk(Func<LoadedRecord> record, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    /// <summary>How long a call may take, its turn included.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The day that it is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().Date);

    /// <summary>Does work with the record.</summary>
    /// <exception cref="AskingException">It takes too long, or cannot be asked so.</exception>
    /// <exception cref="OperationCanceledException">The caller no longer wants it.</exception>
    public async Task<T> Do<T>(Func<LoadedRecord, DateOnly, T> work, CancellationToken cancelled)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancelled);
        try
        {
            await _places.WaitAsync(either.Token);
            var done = Task.Run(() =>
            {
                try
                {
                    return work(record(), Today);
                }
                finally
                {
                    _places.Release();
                }
            }, CancellationToken.None);
            return await done.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancelled.IsCancellationRequested)
        {
            throw new AskingException($"this takes longer than {Patience.TotalSeconds:0} seconds; ask for less at once, or again later");
        }
    }

    public void Dispose() => _places.Dispose();
}
