using Assay.Publishing.Figures;
using CsCheck;
using Xunit;

namespace Assay.Tests.Publishing;

public sealed class ChainLayoutTests
{
    private static readonly Gen<(int Boxes, (int, int)[] Edges)> Graphs = Gen.Int[2, 12].SelectMany(boxes =>
        Gen.Int[0, boxes - 1].Select(Gen.Int[0, boxes - 1]).Where((from, to) => from != to).Array[1, 20]
            .Select(edges => (boxes, edges.Distinct().ToArray())));

    [Fact]
    public void Boxes_never_overlap_and_lie_inside_the_drawing() => Graphs.Sample(graph =>
    {
        var layout = new ChainLayout(graph.Boxes, graph.Edges);
        foreach (var box in layout.Boxes)
        {
            Assert.InRange(box.X, 0, layout.Width - box.Width);
            Assert.InRange(box.Y, 0, layout.Height - box.Height);
        }
        for (var i = 0; i < layout.Boxes.Length; i++)
            for (var j = 0; j < i; j++) Assert.False(Overlap(layout.Boxes[i], layout.Boxes[j]));
    });

    [Fact]
    public void Arrows_lead_to_the_right_unless_they_close_a_circle() => Graphs.Sample(graph =>
    {
        var layout = new ChainLayout(graph.Boxes, graph.Edges);
        Assert.Equal(graph.Edges.Length, layout.Arrows.Length);
        foreach (var arrow in layout.Arrows.Where(arrow => !arrow.ClosesCircle))
            Assert.All(arrow.Points.Zip(arrow.Points.Skip(1)), pair => Assert.True(pair.First.X < pair.Second.X));
    });

    [Fact]
    public void Arrows_cross_no_box_between_their_ends() => Graphs.Sample(graph =>
    {
        var layout = new ChainLayout(graph.Boxes, graph.Edges);
        foreach (var arrow in layout.Arrows.Where(arrow => !arrow.ClosesCircle))
            foreach (var (x, y) in arrow.Points[1..^1])
                Assert.DoesNotContain(layout.Boxes, box => x > box.X && x < box.X + box.Width && y > box.Y && y < box.Y + box.Height);
    });

    private static bool Overlap(ChainBox a, ChainBox b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
