using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// Walks from some entities up to all that hold them, round by round. In each round the rows of what was found last are
/// fetched from the graph side by side, which is where the time goes, and then numbered one after the other, so that
/// numbers do not depend on the threads.
/// </summary>
internal sealed class UpwardWalk
{
    private const int PartSize = 1 << 13;

    private readonly OwnershipGraph _graph;
    private readonly bool[] _terminal;
    private readonly double[]? _forced;
    private readonly int[] _numberOf;
    private readonly bool _exact;
    private Column<int> _found = new(16);
    private Column<int> _holdings = new(16);
    private Column<int> _starts = new(16);
    private Column<int> _owners = new(16);
    private Column<double> _low = new(16);
    private Column<double> _high = new(4);

    /// <param name="graph">The graph.</param>
    /// <param name="terminal">Per entity whether the walk stops there.</param>
    /// <param name="forced">Per entity what makes a stake that may be nothing carry all the same; see <see cref="Reach.Carries"/>.</param>
    /// <param name="numberOf">Per entity -1; receives the numbers.</param>
    public UpwardWalk(OwnershipGraph graph, bool[] terminal, double[]? forced, int[] numberOf)
    {
        _graph = graph;
        _terminal = terminal;
        _forced = forced;
        _numberOf = numberOf;
        _exact = graph.ByAsset.IsExact;
        _starts.Add(0);
    }

    public int Count => _found.Count;

    public void Begin(ReadOnlySpan<int> entities)
    {
        foreach (int entity in entities)
        {
            _graph.CheckEntity(entity);
            if (_numberOf[entity] < 0)
                Number(entity);
        }
    }

    public void Finish(CancellationToken cancellation)
    {
        int from = 0;
        while (from < _found.Count)
        {
            ReadOnlyMemory<int> round = _found.ToMemory()[from..];
            var parts = new Part[(round.Length + PartSize - 1) / PartSize];
            Strands.Run(
                parts.Length,
                _graph.Threads,
                i => parts[i] = Fetch(round.Span.Slice(i * PartSize, Math.Min(PartSize, round.Length - (i * PartSize)))),
                cancellation);
            from = _found.Count;
            for (int i = 0; i < parts.Length; i++)
            {
                Append(parts[i]);
                parts[i] = default;
            }
        }
    }

    public StakeRows Rows()
    {
        ReadOnlyMemory<double> low = _low.ToMemory();
        return new StakeRows(_starts.ToMemory(), _owners.ToMemory(), low, _exact ? low : _high.ToMemory());
    }

    public int[] Holdings() => _holdings.ToArray();

    public int[] Entities() => _found.ToArray();

    private int Number(int entity)
    {
        int number = _numberOf[entity] = _found.Count;
        _found.Add(entity);
        _holdings.Add(0);
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Part Fetch(ReadOnlySpan<int> assets)
    {
        ReadOnlySpan<int> start = _graph.ByAsset.Start;
        ReadOnlySpan<int> partner = _graph.ByAsset.Partner;
        ReadOnlySpan<double> low = _graph.ByAsset.Low;
        ReadOnlySpan<double> high = _graph.ByAsset.High;
        ReadOnlySpan<bool> stops = _terminal;
        var part = new Part(assets.Length, _exact);
        for (int i = 0; i < assets.Length; i++)
        {
            if (i + 24 < assets.Length)
            {
                Ahead.Fetch(start, assets[i + 24]);
                Ahead.Fetch(stops, assets[i + 24]);
                Ahead.Fetch(partner, start[assets[i + 12]]);
                Ahead.Fetch(low, start[assets[i + 12]]);
            }

            int asset = assets[i];
            bool flexible = _forced is not null && _forced[asset] > 0;
            int end = stops[asset] ? start[asset] : start[asset + 1];
            for (int slot = start[asset]; slot < end; slot++)
            {
                if (!Reach.Carries(low[slot], high[slot], flexible))
                    continue;
                part.Owners.Add(partner[slot]);
                part.Low.Add(low[slot]);
                if (!_exact)
                    part.High.Add(high[slot]);
            }

            part.Ends[i] = part.Owners.Count;
        }

        return part;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Append(Part part)
    {
        ReadOnlySpan<int> owners = part.Owners.ToMemory().Span;
        ReadOnlySpan<int> numbers = _numberOf;
        int first = _owners.Count;
        for (int i = 0; i < owners.Length; i++)
        {
            if (i + 16 < owners.Length)
                Ahead.Fetch(numbers, owners[i + 16]);
            int number = _numberOf[owners[i]];
            if (number < 0)
                number = Number(owners[i]);
            _holdings[number]++;
            _owners.Add(number);
        }

        _low.Add(part.Low.ToMemory().Span);
        if (!_exact)
            _high.Add(part.High.ToMemory().Span);
        foreach (int end in part.Ends)
            _starts.Add(first + end);
    }

    /// <summary>The stakes in some of a round's assets, and where those in each end.</summary>
    private struct Part(int assets, bool exact)
    {
        public int[] Ends = new int[assets];
        public Column<int> Owners = new(2 * assets);
        public Column<double> Low = new(2 * assets);
        public Column<double> High = new(exact ? 0 : 2 * assets);
    }
}
