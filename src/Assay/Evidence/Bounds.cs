using System.Globalization;

namespace Assay.Evidence;

/// <summary>
/// A closed interval of decimals: a figure known exactly (<see cref="IsExact"/>) or only within limits. <c>default</c> is exactly zero.
/// Arithmetic is that of intervals: the result contains every value that any choice inside the inputs could give.
/// </summary>
public readonly record struct Bounds
{
    /// <summary>All values from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lower bound lies above the upper.</exception>
    public Bounds(decimal low, decimal high)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        Low = low;
        High = high;
    }

    /// <summary>The lower bound.</summary>
    public decimal Low { get; }

    /// <summary>The upper bound.</summary>
    public decimal High { get; }

    /// <summary>Whether the two bounds are one.</summary>
    public bool IsExact => Low == High;

    /// <summary>One value alone.</summary>
    public static Bounds Exactly(decimal value) => new(value, value);

    /// <summary>The smallest interval that contains both.</summary>
    public Bounds Hull(Bounds other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>Whether all of <paramref name="other"/> lies inside.</summary>
    public bool Contains(Bounds other) => Low <= other.Low && other.High <= High;

    /// <summary>Interval sum.</summary>
    public static Bounds operator +(Bounds left, Bounds right) => new(left.Low + right.Low, left.High + right.High);

    /// <summary>Interval product of two intervals without negative values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An interval reaches below zero.</exception>
    public static Bounds operator *(Bounds left, Bounds right)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(left.Low, nameof(left));
        ArgumentOutOfRangeException.ThrowIfNegative(right.Low, nameof(right));
        return new(left.Low * right.Low, left.High * right.High);
    }

    /// <summary>Interval sum, for languages without operators.</summary>
    public Bounds Add(Bounds other) => this + other;

    /// <summary>Interval product, for languages without operators.</summary>
    public Bounds Multiply(Bounds other) => this * other;

    /// <summary>Rounded outward to <paramref name="digits"/> decimal places.</summary>
    public Bounds RoundOutward(int digits)
    {
        var scale = 1m;
        for (var i = 0; i < digits; i++) scale *= 10;
        return new(Math.Floor(Low * scale) / scale, Math.Ceiling(High * scale) / scale);
    }

    /// <summary><c>25</c> or <c>62.9 to 63</c>.</summary>
    public override string ToString() => IsExact
        ? Low.ToString("0.####", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Low:0.####} to {High:0.####}");
}
