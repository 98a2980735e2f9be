using Assay.Ownership;

namespace Assay.Formats.Graphs;

/// <summary>Reads <c>owner,asset,share,min,max,interest</c>, of which the last three may be missing.</summary>
internal sealed class StakesFile
{
    private readonly string _file;
    private readonly GraphReading _reading;
    private readonly EntityIdsBuilder? _numbering;
    private readonly UnknownIds? _unknown;
    private readonly OwnershipGraphBuilder _capital = new();
    private readonly StakePairs _pairs = new();
    private int[] _owners = [];
    private int[] _assets = [];

    private StakesFile(string file, GraphReading reading, EntityIds? known)
    {
        (_file, _reading, Known) = (file, reading, known);
        if (known is null) _numbering = new EntityIdsBuilder(1 << 16, 1 << 20);
        else _unknown = new UnknownIds(file, known, reading);
    }

    /// <summary>The ids of a file of entities; null where there is none, and each new id is a new entity.</summary>
    public EntityIds? Known { get; }

    /// <summary>The stakes of a file, with the ids of all entities.</summary>
    /// <exception cref="InvalidDataFileException">There is any problem in it.</exception>
    public static (EntityIds Ids, OwnershipGraphBuilder Capital, StakePairs Pairs) Read(string file, GraphReading reading, EntityIds? known)
    {
        var all = new StakesFile(file, reading, known);
        reading.Csv(file).Read(["owner", "asset", "share"], table => new StakeBlock(table, all, reading.Options.Percent));
        reading.Problems.ThrowIfAny(file);
        return (all._numbering?.Build() ?? all._unknown!.Ids(), all._capital, all._pairs);
    }

    /// <summary>Adds a block, after all those before it.</summary>
    public void Take(StakeBlock block, int firstLine)
    {
        if (_numbering is not null) _numbering.AddAll(block.Ids, block.Found);
        else if (block.Found.Contains(-1) && !_unknown!.Take(block, firstLine)) return;
        if (!block.IsPlain || !block.IsExact)
        {
            for (var i = 0; i < block.Count; i++) TakeOne(block, i);
            return;
        }
        if (_owners.Length < block.Count) (_owners, _assets) = (new int[2 * block.Count], new int[2 * block.Count]);
        var found = block.Found;
        for (var i = 0; i < block.Count; i++)
        {
            _owners[i] = found[2 * i];
            _assets[i] = found[2 * i + 1];
        }
        _capital.Add(_owners.AsSpan(0, block.Count), _assets.AsSpan(0, block.Count), block.Low);
    }

    private void TakeOne(StakeBlock block, int row)
    {
        var stake = new Stake(block.Found[2 * row], block.Found[2 * row + 1], block.Low[row], block.High[row]);
        if (block.Interests[row] == StakeInterest.Capital) _capital.Add([stake]);
        else _pairs.Add(stake, block.Interests[row]);
    }
}

/// <summary>What a file of stakes has besides capital.</summary>
internal sealed class StakePairs
{
    public List<Stake> Votes { get; } = [];

    public List<EntityPair> Controls { get; } = [];

    public List<EntityPair> Vetoes { get; } = [];

    public void Add(Stake stake, StakeInterest interest)
    {
        if (interest == StakeInterest.Votes) Votes.Add(stake);
        else (interest == StakeInterest.Control ? Controls : Vetoes).Add(new EntityPair(stake.Owner, stake.Asset));
    }
}

/// <summary>Ids in a file of stakes that the file of entities does not have: each a problem, or each a new entity.</summary>
internal sealed class UnknownIds(string file, EntityIds known, GraphReading reading)
{
    private readonly EntityIdsBuilder _added = new(0);

    /// <summary>Gives indices to the unknown ids of a block, or reports them.</summary>
    /// <returns>Whether every id has an index now.</returns>
    public bool Take(StakeBlock block, int firstLine)
    {
        var found = block.Found;
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i] >= 0) continue;
            if (reading.Options.AddUnknown) found[i] = checked(known.Count + _added.Add(block.Ids[i]));
            else reading.Problems.Add(new Problem("unknown-id", file, firstLine + block.LineOf(i / 2), 0, $"the {(i % 2 == 0 ? "owner" : "asset")} '{System.Text.Encoding.UTF8.GetString(block.Ids[i])}'", "an id of the file of entities", "add it there, correct it, or let unknown ids be added (--add-unknown)"));
        }
        return reading.Options.AddUnknown;
    }

    /// <summary>All ids: the known ones, then those that were added.</summary>
    public EntityIds Ids()
    {
        if (_added.Count == 0) return known;
        var added = _added.Build();
        var all = new EntityIdsBuilder(known);
        for (var i = 0; i < added.Count; i++) all.Add(added[i]);
        return all.Build();
    }
}
