using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>
/// Walks from some entities up to all that hold them, round by round. In each round the rows of what was found before are
/// fetched from the graph side by side, which is where the time goes, and then numbered one after the other, so that
/// numbers do not depend on the threads.
/// </summary>
internal sealed class UpwardWalk
{
    private const int PartSize = 1 << 13;
    private const int PartsAtOnce = 32;

    private readonly OwnershipGraph _graph;
    private readonly bool[] _terminal;
    private readonly double[]? _forced;
    private readonly int[] _numberOf;
    private readonly bool _exact;
    private Column<int> _found;
    private Column<int> _holdings;
    private Column<int> _starts;
    private Column<int> _owners;
    private Column<double> _low;
    private Column<double> _high;

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
    }

    public int Count => _found.Count;

    public void Begin(ReadOnlySpan<int> entities)
    {
        // Room that is not used is not touched; what there is to find is seldom more than some times the beginnings.
        int room = (int)Math.Min(_graph.EntityCount, 16L * entities.Length);
        (_found, _holdings, _starts) = (new Column<int>(room), new Column<int>(room), new Column<int>(room + 1));
        (_owners, _low, _high) = (new Column<int>(room), new Column<double>(room), new Column<double>(_exact ? 0 : room));
        _starts.Add(0);
        foreach (int entity in entities)
        {
            _graph.CheckEntity(entity);
            if (_numberOf[entity] < 0)
                Number(entity);
        }
    }

    public void Finish(CancellationToken cancellation)
    {
        var parts = new Part[PartsAtOnce];
        int from = 0;
        while (from < _found.Count)
        {
            ReadOnlyMemory<int> round = _found.ToMemory()[from..Math.Min(_found.Count, from + (PartsAtOnce * PartSize))];
            int count = (round.Length + PartSize - 1) / PartSize;
            Strands.Run(
                count,
                _graph.Threads,
                i => Fetch(round.Span.Slice(i * PartSize, Math.Min(PartSize, round.Length - (i * PartSize))), parts[i] ??= new Part(_exact)),
                cancellation);
            from += round.Length;
            for (int i = 0; i < count; i++)
                Append(parts[i]);
        }
    }

    public StakeRows Rows()
    {
        ReadOnlyMemory<double> low = _low.ToMemory();
        return new StakeRows(_starts.ToMemory(), _owners.ToMemory(), low, _exact ? low : _high.ToMemory());
    }

    /// <summary>Per number in how many assets it has a stake, and room to spare.</summary>
    public int[] Holdings => _holdings.Items;

    /// <summary>Per number its entity, and room to spare.</summary>
    public int[] Entities => _found.Items;

    private int Number(int entity)
    {
        int number = _numberOf[entity] = _found.Count;
        _found.Add(entity);
        _holdings.Add(0);
        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fetch(ReadOnlySpan<int> assets, Part part)
    {
        part.Clear();
        ReadOnlySpan<int> start = _graph.ByAsset.Start;
        ReadOnlySpan<int> partner = _graph.ByAsset.Partner;
        ReadOnlySpan<double> low = _graph.ByAsset.Low;
        ReadOnlySpan<double> high = _graph.ByAsset.High;
        ReadOnlySpan<bool> stops = _terminal;
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

            part.Ends.Add(part.Owners.Count);
        }
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
        foreach (int end in part.Ends.ToMemory().Span)
            _starts.Add(first + end);
    }

    /// <summary>The stakes in some of a round's assets, and where those in each end.</summary>
    private sealed class Part(bool exact)
    {
        public Column<int> Ends = new(PartSize);
        public Column<int> Owners = new(2 * PartSize);
        public Column<double> Low = new(2 * PartSize);
        public Column<double> High = new(exact ? 0 : 2 * PartSize);

        public void Clear()
        {
            Ends.Clear();
            Owners.Clear();
            Low.Clear();
            High.Clear();
        }
    }
}
