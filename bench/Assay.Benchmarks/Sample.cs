namespace Assay.Benchmarks;

/// <summary>What repetitions in one process took, in seconds (or a peak of memory in MB).</summary>
/// <param name="Median">Their median.</param>
/// <param name="Least">The least of them.</param>
/// <param name="First">The first of them, and</param>
/// <param name="Later">the median of those after it; null where there is one, or where a program tells less.</param>
internal readonly record struct Sample(double Median, double Least, double? First = null, double? Later = null)
{
    public static Sample Of(params IReadOnlyList<double> values) => values.Count == 1
        ? new Sample(values[0], values[0])
        : new Sample(MedianOf(values), values.Min(), values[0], MedianOf(values.Skip(1)));

    /// <summary>Where the first counts, as that of a fresh process does.</summary>
    public static Sample OfFirst(params IReadOnlyList<double> values) => new(values[0], values[0], values[0], MedianOf(values.Skip(1)));

    public static double MedianOf(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
