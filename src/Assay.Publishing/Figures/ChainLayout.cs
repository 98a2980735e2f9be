using System.Collections.Immutable;

namespace Assay.Publishing.Figures;

/// <summary>A box of the drawing, by its corner and size.</summary>
internal readonly record struct ChainBox(decimal X, decimal Y, decimal Width, decimal Height);

/// <summary>An arrow: the points it passes, from owner to owned, and whether it closes a circle of holdings.</summary>
internal sealed record ChainArrow(ImmutableArray<(decimal X, decimal Y)> Points, bool ClosesCircle);

/// <summary>
/// Boxes in columns, owners to the left of what they own, and arrows between them that cross no box: a small layered layout
/// (circles cut, layers by longest path, long arrows led through every column, order by barycentre).
/// </summary>
internal sealed class ChainLayout
{
    public const decimal BoxWidth = 106, BoxHeight = 42, Gap = 66, Between = 10, PortHeight = 16, LaneHeight = 14;

    private readonly int _count;
    private readonly List<(int From, int To)> _edges;
    private readonly List<int> _column = [];
    private readonly List<decimal> _height = [];
    private readonly List<decimal> _top = [];

    /// <summary>Lays out <paramref name="boxes"/> boxes; an edge leads from owner to owned.</summary>
    public ChainLayout(int boxes, IReadOnlyList<(int From, int To)> edges)
    {
        _count = boxes;
        _edges = [.. edges];
        var closing = CircleEdges();
        var paths = PlaceInColumns(closing);
        Order(paths);
        Width = (_column.Max() + 1) * (BoxWidth + Gap) - Gap;
        Boxes = [.. Enumerable.Range(0, _count).Select(node => new ChainBox(X(node), _top[node], BoxWidth, _height[node]))];
        var floor = Boxes.Max(box => box.Y + box.Height);
        Height = floor + closing.Count * LaneHeight + (closing.Count > 0 ? 4 : 0);
        Arrows = [.. paths.Select((path, edge) => closing.Contains(edge)
            ? new ChainArrow(Lane(edge, floor + LaneHeight * (closing.IndexOf(edge) + 1)), true)
            : new ChainArrow(Through(path, paths, closing), false))];
    }

    public ImmutableArray<ChainBox> Boxes { get; }

    /// <summary>One for each edge, in the order given.</summary>
    public ImmutableArray<ChainArrow> Arrows { get; }

    public decimal Width { get; }

    public decimal Height { get; }

    /// <summary>The edges that lead back into a path already walked.</summary>
    private List<int> CircleEdges()
    {
        var closing = new List<int>();
        var state = new int[_count];
        for (var node = 0; node < _count; node++) Walk(node);
        return closing;

        void Walk(int node)
        {
            if (state[node] != 0) return;
            state[node] = 1;
            for (var edge = 0; edge < _edges.Count; edge++)
            {
                if (_edges[edge].From != node) continue;
                if (state[_edges[edge].To] == 1) closing.Add(edge);
                else Walk(_edges[edge].To);
            }
            state[node] = 2;
        }
    }

    /// <summary>Gives each box its column and each edge the nodes it passes, way points in the columns between included.</summary>
    private List<int[]> PlaceInColumns(List<int> closing)
    {
        var open = Enumerable.Range(0, _edges.Count).Except(closing).Select(edge => _edges[edge]).ToArray();
        var depth = new int[_count];
        for (var round = 0; round < _count; round++)
            foreach (var (from, to) in open) depth[from] = Math.Max(depth[from], depth[to] + 1);
        var deepest = depth.Max();
        for (var node = 0; node < _count; node++)
        {
            var ports = Math.Max(open.Count(edge => edge.From == node), open.Count(edge => edge.To == node) / 2);
            Add(deepest - depth[node], Math.Max(BoxHeight, ports * PortHeight + 4));
        }
        var paths = new List<int[]>();
        for (var edge = 0; edge < _edges.Count; edge++)
        {
            var (from, to) = _edges[edge];
            var path = new List<int> { from };
            if (!closing.Contains(edge))
                for (var column = _column[from] + 1; column < _column[to]; column++) path.Add(Add(column, PortHeight));
            path.Add(to);
            paths.Add([.. path]);
        }
        return paths;

        int Add(int column, decimal height)
        {
            _column.Add(column);
            _height.Add(height);
            _top.Add(0);
            return _column.Count - 1;
        }
    }

    /// <summary>Orders each column by the middle of its neighbours, left to right and back, then stacks it.</summary>
    private void Order(List<int[]> paths)
    {
        var links = paths.Where(path => _column[path[0]] < _column[path[^1]])
            .SelectMany(path => path.Zip(path.Skip(1))).ToArray();
        var columns = Enumerable.Range(0, _column.Count).GroupBy(node => _column[node]).OrderBy(group => group.Key)
            .Select(group => group.ToArray()).ToArray();
        foreach (var column in columns) Stack(column);
        for (var sweep = 0; sweep < 6; sweep++)
        {
            foreach (var column in sweep % 2 == 0 ? columns.Reverse() : columns)
            {
                var middles = column.ToDictionary(node => node, node => Middle(node, sweep % 2 == 0));
                (decimal, int)[] keys = [.. column.Select((node, at) => (middles[node], at))];
                Array.Sort(keys, column);
                Stack(column);
            }
        }
        var tallest = columns.Max(Extent);
        for (var node = 0; node < _top.Count; node++) _top[node] += tallest / 2;

        decimal Middle(int node, bool toRight)
        {
            var near = links.Where(link => toRight ? link.First == node : link.Second == node)
                .Select(link => toRight ? link.Second : link.First).Select(Centre).ToArray();
            return near.Length > 0 ? near.Average() : Centre(node);
        }

        void Stack(int[] column)
        {
            var y = -Extent(column) / 2;
            foreach (var node in column)
            {
                _top[node] = y;
                y += _height[node] + Between;
            }
        }

        decimal Extent(int[] column) => column.Sum(node => _height[node]) + Between * (column.Length - 1);
    }

    private ImmutableArray<(decimal, decimal)> Through(int[] path, List<int[]> paths, List<int> closing)
    {
        var open = paths.Where((_, edge) => !closing.Contains(edge)).ToArray();
        var points = ImmutableArray.CreateBuilder<(decimal, decimal)>();
        points.Add((X(path[0]) + BoxWidth, Port(path[0], path, open.Where(other => other[0] == path[0]), other => other[1])));
        foreach (var way in path[1..^1])
        {
            points.Add((X(way), Centre(way)));
            points.Add((X(way) + BoxWidth, Centre(way)));
        }
        points.Add((X(path[^1]), Port(path[^1], path, open.Where(other => other[^1] == path[^1]), other => other[^2])));
        return points.ToImmutable();
    }

    /// <summary>Where on a box's edge an arrow sets on: arrows are spread in the order of their other ends.</summary>
    private decimal Port(int node, int[] path, IEnumerable<int[]> all, Func<int[], int> otherEnd)
    {
        var sorted = all.OrderBy(other => Centre(otherEnd(other))).ToList();
        return _top[node] + _height[node] * (sorted.IndexOf(path) + 0.5m) / sorted.Count;
    }

    private ImmutableArray<(decimal, decimal)> Lane(int edge, decimal y)
    {
        var (from, to) = _edges[edge];
        var (start, end) = (X(from) + BoxWidth * 3 / 4, X(to) + BoxWidth / 4);
        return [(start, _top[from] + _height[from]), (start, y), (end, y), (end, _top[to] + _height[to])];
    }

    private decimal X(int node) => _column[node] * (BoxWidth + Gap);

    private decimal Centre(int node) => _top[node] + _height[node] / 2;
}
