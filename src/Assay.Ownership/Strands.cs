using System.Runtime.ExceptionServices;

namespace Assay.Ownership;

/// <summary>Work done side by side: independent parts, taken up by whichever thread is free.</summary>
internal static class Strands
{
    /// <summary>How many threads a caller's wish means: all processors for 0.</summary>
    public static int Count(int wish) => wish > 0 ? wish : Environment.ProcessorCount;

    /// <summary>Runs every part once. Parts are taken in ascending order. What one throws is thrown here.</summary>
    public static void Run(int parts, int threads, Action<int> part, CancellationToken cancellation) =>
        Run(parts, threads, () => 0, (_, i) => part(i), null, cancellation);

    /// <summary>Runs every part once, each thread with working memory of its own. Parts are taken in ascending order; what one throws is thrown here.</summary>
    /// <param name="parts">The number of parts.</param>
    /// <param name="threads">How many threads; see <see cref="Count"/>.</param>
    /// <param name="begin">Makes the working memory of a thread.</param>
    /// <param name="part">Runs one part.</param>
    /// <param name="progress">Told what part of the parts has run, ascending.</param>
    /// <param name="cancellation">Looked at before every part.</param>
    public static void Run<T>(
        int parts, int threads, Func<T> begin, Action<T, int> part, IProgress<double>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int taken = -1;
        int done = 0;
        ExceptionDispatchInfo? failure = null;
        var gate = new Lock();
        int strands = Math.Min(Count(threads), parts);
        if (strands > 1)
            Parallel.For(0, strands, new ParallelOptions { MaxDegreeOfParallelism = strands }, _ => Work());
        else
            Work();
        failure?.Throw();

        void Work()
        {
            try
            {
                T memory = begin();
                while (Volatile.Read(ref failure) is null)
                {
                    int i = Interlocked.Increment(ref taken);
                    if (i >= parts)
                        return;
                    cancellation.ThrowIfCancellationRequested();
                    part(memory, i);
                    if (progress is null)
                        continue;
                    lock (gate)
                        progress.Report(++done / (double)parts);
                }
            }
#pragma warning disable CA1031 // Whatever a part throws is thrown on, by the thread that called.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
    }
}
