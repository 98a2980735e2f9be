namespace Assay.Ownership;

/// <summary>Work done side by side: independent parts, taken up by whichever thread is free.</summary>
internal static class Strands
{
    /// <summary>How many threads a caller's wish means: all processors for 0.</summary>
    public static int Count(int wish) => wish > 0 ? wish : Environment.ProcessorCount;

    /// <summary>Runs every part once. Parts are taken in ascending order. What one throws is thrown here.</summary>
    public static void Run(int parts, int threads, Action<int> part, CancellationToken cancellation)
    {
        if (parts <= 1 || Count(threads) == 1)
        {
            for (int i = 0; i < parts; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                part(i);
            }

            return;
        }

        int taken = -1;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Count(threads), CancellationToken = cancellation };
        try
        {
            Parallel.For(0, Math.Min(parts, Count(threads)), options, _ =>
            {
                for (int i = Interlocked.Increment(ref taken); i < parts; i = Interlocked.Increment(ref taken))
                {
                    cancellation.ThrowIfCancellationRequested();
                    part(i);
                }
            });
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }
}
