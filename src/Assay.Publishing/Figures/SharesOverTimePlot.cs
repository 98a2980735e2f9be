using System.Collections.Immutable;
using System.Globalization;
using Assay.Evidence;
using Assay.Records;

namespace Assay.Publishing.Figures;

/// <summary>A part of one column: whose, where, how it is filled.</summary>
internal sealed record PlottedPiece(decimal X, decimal Y, decimal Height, string Style, string Label, string Title);

/// <summary>The geometry of shares through time: a stacked column a time, in one order throughout, the part without a known owner on top.</summary>
internal sealed class SharesOverTimePlot
{
    public const decimal Height = 260;
    private const decimal Top = 10, Bottom = 240, Left = 36;
    private const int Named = 7;

    public static readonly ImmutableArray<int> Ticks = [0, 25, 50, 75, 100];

    public SharesOverTimePlot(RecordPicture.SharesOverTime shares)
    {
        var count = shares.Times.Length;
        ColumnWidth = Math.Min(90, 440m / count * 0.8m);
        var step = Math.Min(112, 440m / count);
        Right = Left + step * count;
        var order = shares.Times.SelectMany(time => time.Slices).Where(slice => !SharePlot.IsUnknown(slice)).GroupBy(slice => slice.Owner)
            .OrderByDescending(group => group.Max(slice => slice.Share.Low)).ThenBy(group => group.Key.Value, StringComparer.Ordinal).Select(group => group.Key).ToList();
        var pieces = ImmutableArray.CreateBuilder<PlottedPiece>();
        var names = ImmutableArray.CreateBuilder<(decimal, string)>();
        for (var at = 0; at < count; at++)
        {
            var (time, x, level) = (shares.Times[at], Left + step * at + (step - ColumnWidth) / 2, 0m);
            var total = Math.Max(100, time.Slices.Where(slice => !SharePlot.IsUnknown(slice)).Sum(slice => slice.Share.Low));
            foreach (var slice in order.Select(owner => time.Slices.FirstOrDefault(one => one.Owner == owner)).OfType<Assay.Answers.ShareSlice>())
            {
                var part = slice.Share.Low * 100 / total;
                Add(x, level, part, order.IndexOf(slice.Owner) is < Named and var place ? $"part p{place}" : "part rest", $"{slice.Name}, {time.Label}", Short(part), slice.Name, at == count - 1);
                level += part;
            }
            if (level < 99.95m) Add(x, level, 100 - level, "unknown", $"{time.Slices[^1].Name}, {time.Label}", Short(100 - level), time.Slices[^1].Name, at == count - 1);
        }
        Pieces = pieces.ToImmutable();
        Names = Spread(names);
        Labels = [.. shares.Times.Select((time, at) => (Left + step * (at + 0.5m), time.Label))];

        void Add(decimal x, decimal level, decimal part, string style, string title, string label, string name, bool isLast)
        {
            var height = part * (Bottom - Top) / 100;
            pieces.Add(new PlottedPiece(x, Y(level + part), height, style, height >= 13 && ColumnWidth >= 30 ? label : "", $"{title}: {label} %"));
            if (isLast && height >= 3) names.Add((Y(level + part / 2) + 4, name));
        }
    }

    public decimal ColumnWidth { get; }

    /// <summary>Where the columns end.</summary>
    public decimal Right { get; }

    /// <summary>All parts of all columns.</summary>
    public ImmutableArray<PlottedPiece> Pieces { get; }

    /// <summary>The name of each part, beside the last column.</summary>
    public ImmutableArray<(decimal Y, string Name)> Names { get; }

    /// <summary>What stands below each column.</summary>
    public ImmutableArray<(decimal X, string Label)> Labels { get; }

    /// <summary>Where a percentage lies.</summary>
    public static decimal Y(decimal percent) => Bottom - percent * (Bottom - Top) / 100;

    // From the bottom up, each name at least a line above the one before; where that runs over the top, the topmost are left out.
    private static ImmutableArray<(decimal, string)> Spread(IEnumerable<(decimal Y, string Name)> names)
    {
        var spread = ImmutableArray.CreateBuilder<(decimal, string)>();
        var last = decimal.MaxValue;
        foreach (var (y, name) in names)
        {
            var at = Math.Min(y, last == decimal.MaxValue ? y : last - 12);
            if (at < 8) break;
            spread.Add((at, name));
            last = at;
        }
        return spread.ToImmutable();
    }

    private static string Short(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
