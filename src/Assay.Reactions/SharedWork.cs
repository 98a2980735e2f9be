namespace Assay.Reactions;

/// <summary>
/// Work done side by side: independent parts, taken up by whichever thread is free. How work is cut into parts never
/// depends on the number of threads, so sums over parts, added in order, have the same bits on any number.
/// </summary>
internal static class SharedWork
{
    /// <summary>How many threads a caller's wish means: all processors for 0.</summary>
    public static int Threads(int wish) => wish > 0 ? wish : Environment.ProcessorCount;

    /// <summary>Runs every part once. Parts are taken in ascending order.</summary>
    public static void Run(int parts, int threads, Action<int> part)
    {
        int strands = Math.Min(Threads(threads), parts);
        if (strands <= 1)
        {
            for (int i = 0; i < parts; i++)
                part(i);
            return;
        }

        int taken = -1;
        Parallel.For(0, strands, new ParallelOptions { MaxDegreeOfParallelism = strands }, _ =>
        {
            for (int i = Interlocked.Increment(ref taken); i < parts; i = Interlocked.Increment(ref taken))
                part(i);
        });
    }
}
