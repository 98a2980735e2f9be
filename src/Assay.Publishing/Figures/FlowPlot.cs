using System.Collections.Immutable;
using Assay.Records;

namespace Assay.Publishing.Figures;

/// <summary>A way as a band: where it leaves the origin, where it runs, how thick it is.</summary>
internal sealed record PlottedFlow(Flow Flow, decimal Start, decimal Middle, decimal Thickness);

/// <summary>The geometry of routes drawn by volume: one band each, greatest first.</summary>
internal sealed class FlowPlot
{
    private const decimal Thickest = 60, Thinnest = 1.5m, Room = 34;

    public FlowPlot(RecordPicture.Flows flows)
    {
        var greatest = flows.Ways.Max(way => way.Value);
        var thickness = flows.Ways.Select(way => Math.Max(Thinnest, way.Value / greatest * Thickest)).ToList();
        Height = thickness.Sum(one => Math.Max(one + 20, Room)) + 6;
        var start = (Height - thickness.Sum()) / 2;
        var y = 3m;
        var ways = ImmutableArray.CreateBuilder<PlottedFlow>();
        for (var at = 0; at < thickness.Count; at++)
        {
            var room = Math.Max(thickness[at] + 20, Room);
            ways.Add(new PlottedFlow(flows.Ways[at], start + thickness[at] / 2, y + room / 2 + 5, thickness[at]));
            start += thickness[at];
            y += room;
        }
        Ways = ways.ToImmutable();
    }

    /// <summary>One band each, in the order given.</summary>
    public ImmutableArray<PlottedFlow> Ways { get; }

    /// <summary>How high the drawing is.</summary>
    public decimal Height { get; }
}
