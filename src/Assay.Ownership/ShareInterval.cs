namespace Assay.Ownership;

/// <summary>
/// A share of which only bounds are known: it is at least <see cref="Low"/> and at most <see cref="High"/>,
/// both fractions from 0 to 1. <c>default</c> is exactly nothing.
/// </summary>
public readonly record struct ShareInterval
{
    /// <summary>An interval of shares.</summary>
    /// <param name="low">The least share, 0 to <paramref name="high"/>.</param>
    /// <param name="high">The greatest share, <paramref name="low"/> to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not in order within 0 to 1, or not numbers.</exception>
    public ShareInterval(double low, double high)
    {
        if (!(low >= 0 && low <= high && high <= 1))
            throw new ArgumentOutOfRangeException(nameof(low), $"{low} to {high} is not an interval within 0 to 1.");
        Low = low;
        High = high;
    }

    /// <summary>Nothing is known: 0 to 1.</summary>
    public static ShareInterval Unknown => new(0, 1);

    /// <summary>The least share.</summary>
    public double Low { get; }

    /// <summary>The greatest share.</summary>
    public double High { get; }

    /// <summary>Whether a share lies within the bounds.</summary>
    /// <param name="share">Any number.</param>
    /// <returns>Whether it is at least <see cref="Low"/> and at most <see cref="High"/>.</returns>
    public bool Contains(double share) => share >= Low && share <= High;
}
