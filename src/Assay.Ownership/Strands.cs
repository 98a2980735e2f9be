using System.Runtime.ExceptionServices;

namespace Assay.Ownership;

/// <summary>Shares numbered pieces of work among the processors: whoever is free takes the next piece.</summary>
internal static class Strands
{
    /// <summary>
    /// Does every piece once, each strand with working memory of its own. The first exception stops all strands and
    /// is thrown on.
    /// </summary>
    /// <param name="pieces">The number of pieces.</param>
    /// <param name="begin">Makes the working memory of a strand.</param>
    /// <param name="work">Does one piece.</param>
    /// <param name="progress">Told the part of the pieces that is done, ascending.</param>
    /// <param name="cancellation">Looked at before every piece.</param>
    public static void Run<T>(int pieces, Func<T> begin, Action<T, int> work, IProgress<double>? progress, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        int next = -1;
        int done = 0;
        ExceptionDispatchInfo? failure = null;
        var gate = new Lock();
        int strands = Math.Min(Environment.ProcessorCount, pieces);
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
                    int piece = Interlocked.Increment(ref next);
                    if (piece >= pieces)
                        return;
                    cancellation.ThrowIfCancellationRequested();
                    work(memory, piece);
                    if (progress is null)
                        continue;
                    lock (gate)
                        progress.Report(++done / (double)pieces);
                }
            }
#pragma warning disable CA1031 // Whatever a caller's code throws is thrown on, from the thread that called.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
            }
        }
    }

    /// <summary>Does every piece once, with no working memory.</summary>
    public static void Run(int pieces, Action<int> work, CancellationToken cancellation) =>
        Run(pieces, () => 0, (_, piece) => work(piece), null, cancellation);
}
