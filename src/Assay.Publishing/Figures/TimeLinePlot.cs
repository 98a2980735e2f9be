using System.Collections.Immutable;
using System.Globalization;
using Assay.Evidence;
using Assay.Publishing.Wording;
using Assay.Records;

namespace Assay.Publishing.Figures;

/// <summary>A drawn bar of a time line with its label.</summary>
internal sealed record PlottedBar(decimal X, decimal Y, decimal Width, string Label, decimal LabelX, string Anchor, string Style, string Title);

/// <summary>The geometry of a time line: one bar a row, oldest first, the label above it, on the side that has room.</summary>
internal sealed class TimeLinePlot
{
    public const decimal Width = 640;
    private const decimal RowHeight = 23, Top = 14;

    public TimeLinePlot(RecordPicture.TimeLine line)
    {
        var first = line.Bars.Min(bar => bar.From?.First) ?? line.Until;
        var start = new DateOnly(first.Year, 1, 1);
        var days = Math.Max(365, line.Until.DayNumber - start.DayNumber);
        Bars = [.. line.Bars.Select(Place)];
        Height = Top + line.Bars.Length * RowHeight + 12;
        Ticks = [.. Years(start.Year, line.Until.Year).Select(year => (X(new DateOnly(year, 1, 1)), year.ToString(CultureInfo.InvariantCulture)))];

        decimal X(DateOnly day) => Math.Clamp((decimal)(day.DayNumber - start.DayNumber) / days * (Width - 24) + 12, 0, Width);

        PlottedBar Place(TimeBar bar, int at)
        {
            var (from, to) = (X(bar.From?.First ?? start), bar.Holds == Truth.True ? X(line.Until) : bar.To is { } end ? X(end.Last < line.Until ? end.Last : line.Until) : X(line.Until));
            var left = from < Width * 0.55m;
            var label = Svg.Wrap(bar.Label, (int)((left ? Width - from : to) / 5.8m), 1).DefaultIfEmpty("").First();
            return new PlottedBar(from, Top + at * RowHeight, Math.Max(3, to - from), label, left ? from : Math.Max(to, from + 3), left ? "start" : "end",
                bar.Holds switch { Truth.True => "held", Truth.False => "ended", _ => "perhaps" }, Title(bar));
        }
    }

    /// <summary>One bar each, in the order given.</summary>
    public ImmutableArray<PlottedBar> Bars { get; }

    /// <summary>Years on the axis.</summary>
    public ImmutableArray<(decimal X, string Label)> Ticks { get; }

    /// <summary>How high the drawing is.</summary>
    public decimal Height { get; }

    private static string Title(TimeBar bar) => string.Join(", ", new[]
    {
        bar.Label, bar.From is { } from ? Words.Of("From", DateWords.Of(from)) : "", bar.To is { } to ? Words.Of("To", DateWords.Of(to)) : "",
        bar.Holds switch { Truth.True => "", Truth.False => Words.Of("ended"), _ => RecordPageWords.Perhaps },
    }.Where(part => part.Length > 0));

    private static IEnumerable<int> Years(int first, int last)
    {
        var step = (last - first) switch { < 8 => 1, < 16 => 2, < 45 => 5, < 90 => 10, _ => 20 };
        for (var year = (first + step - 1) / step * step; year <= last; year += step) yield return year;
    }
}
