using System.Collections.Immutable;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Publishing.Figures;

/// <summary>One stretch of the stacked bar, in percent of the whole bar.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="From">Where it begins.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Style"><c>counted</c>, <c>other</c> or <c>unknown</c>.</param>
internal readonly record struct ShareStretch(string Name, decimal From, decimal Width, string Style);

/// <summary>The geometry of who holds what part: a bar of the whole with the counted parts first and what is not known last.</summary>
internal sealed class SharePlot
{
    /// <summary>Single rows beyond this many are drawn as one.</summary>
    public const int MostRows = 10;

    public SharePlot(Answer.Interval answer, Expectation expects)
    {
        var known = answer.Slices.Where(slice => !IsUnknown(slice)).ToArray();
        var total = Math.Max(100, known.Sum(slice => slice.Share.Low));
        var stretches = ImmutableArray.CreateBuilder<ShareStretch>();
        var at = 0m;
        foreach (var slice in known.OrderByDescending(slice => slice.IsCounted))
        {
            var width = slice.Share.Low * 100 / total;
            if (width > 0) stretches.Add(new(slice.Name, at, width, slice.IsCounted ? "counted" : "other"));
            at += width;
        }
        if (at < 100) stretches.Add(new("", at, 100 - at, "unknown"));
        Stretches = stretches.ToImmutable();
        Rows = [.. known.Take(known.Length > MostRows ? MostRows - 1 : MostRows)];
        Scale = Math.Max(1, Rows.Select(slice => slice.Share.High).DefaultIfEmpty(1).Max());
        Rest = known.Length - Rows.Length;
        if (expects is Expectation.Band { Unit: "%", Denied: false } band)
            Expected = (Clip(band.Low ?? 0), Clip(band.High ?? 100));
    }

    /// <summary>The parts of the bar, side by side from 0 to 100.</summary>
    public ImmutableArray<ShareStretch> Stretches { get; }

    /// <summary>The holders that get a bar of their own, greatest first.</summary>
    public ImmutableArray<ShareSlice> Rows { get; }

    /// <summary>How many holders get none; the table has them.</summary>
    public int Rest { get; }

    /// <summary>The greatest share among the rows, which fills its row.</summary>
    public decimal Scale { get; }

    /// <summary>Where the article says that the counted part ends; null where it gives no figure.</summary>
    public (decimal Low, decimal High)? Expected { get; }

    /// <summary>Whether a slice is the part that the record does not cover.</summary>
    public static bool IsUnknown(ShareSlice slice) => string.IsNullOrEmpty(slice.Owner.Value);

    private static decimal Clip(decimal value) => Math.Clamp(value, 0, 100);
}
