namespace Assay.Reactions.Simulation;

/// <summary>What a simulated finding is like.</summary>
internal enum FindingKind
{
    /// <summary>Most readers of both camps find it useful.</summary>
    Good,

    /// <summary>Few of either do.</summary>
    Bad,

    /// <summary>One camp finds it useful and the other does not.</summary>
    Partisan,
}

/// <summary>
/// A world of readers and findings. Of the readers 45 % are of a camp at −1, 35 % of one at +1, with a deviation of 0.35, and 20 % stand about the middle. Of
/// the findings 40 % are good, 20 % bad, 40 % partisan. A reader likes one with a probability of its worth (0.82, 0.20, 0.52) plus
/// 0.35 · lean · position plus the reader's leniency, kept within 0.03 and 0.97.
/// </summary>
internal sealed class SimulatedWorld
{
    private readonly SimulationOptions _options;
    private readonly double[] _leans;
    private readonly ulong _seed;

    public SimulatedWorld(SimulationOptions options, int seed)
    {
        (_options, _seed) = (options, (ulong)seed << 32);
        var chance = new Chance(_seed);
        Kinds = new FindingKind[options.Findings];
        _leans = new double[options.Findings];
        IsAttacked = new bool[options.Findings];
        for (int finding = 0; finding < options.Findings; finding++)
        {
            double kind = chance.Next();
            Kinds[finding] = kind < 0.4 ? FindingKind.Good : kind < 0.6 ? FindingKind.Bad : FindingKind.Partisan;
            double strength = Kinds[finding] == FindingKind.Partisan ? 0.7 + 0.3 * chance.Next() : 0.3 * chance.Next();
            _leans[finding] = chance.Next() < 0.5 ? -strength : strength;
            IsAttacked[finding] = Kinds[finding] != FindingKind.Partisan && _leans[finding] < 0;
        }
    }

    public FindingKind[] Kinds { get; }

    /// <summary>Which findings brigades attack: the good and the bad ones that lean towards the first camp.</summary>
    public bool[] IsAttacked { get; }

    /// <summary>Honest readers' reactions and a brigade's, which is the given part of all accounts.</summary>
    public (Reaction[] Reactions, int Accounts) React(BrigadeKind kind, double share)
    {
        var reactions = new List<Reaction>();
        for (int reader = 0; reader < _options.Readers; reader++)
        {
            var chance = new Chance(_seed + 1 + (ulong)reader);
            double camp = chance.Next();
            double position = camp < 0.8 ? (camp < 0.45 ? -1 : 1) + 0.35 * chance.Normal() : 0.3 * chance.Normal();
            reactions.AddRange(Honest(reader, position, chance).Values);
        }

        int brigade = (int)Math.Round(share / (1 - share) * _options.Readers);
        for (int i = 0; i < brigade; i++)
            reactions.AddRange(Attack(_options.Readers + i, kind, new Chance(_seed + (1UL << 30) + (ulong)i)).Values);
        return ([.. reactions], _options.Readers + brigade);
    }

    /// <summary>An honest reader's reactions: a third to three times the mean number, popular findings more often.</summary>
    private Dictionary<int, Reaction> Honest(int reader, double position, Chance chance)
    {
        double leniency = 0.08 * chance.Normal();
        int count = Math.Min(_options.Findings / 2, (int)Math.Round(_options.ReactionsOfAReader * Math.Pow(3, 2 * chance.Next() - 1) * 2 * Math.Log(3) / (3 - 1 / 3.0)));
        var reactions = new Dictionary<int, Reaction>();
        while (reactions.Count < Math.Max(1, count))
        {
            int finding = (int)(_options.Findings * Math.Pow(chance.Next(), 1.3));
            double worth = Kinds[finding] switch { FindingKind.Good => 0.82, FindingKind.Bad => 0.20, _ => 0.52 };
            double liking = Math.Clamp(worth + 0.35 * _leans[finding] * position + leniency, 0.03, 0.97);
            reactions.TryAdd(finding, new Reaction(reader, finding, chance.Next() < liking));
        }

        return reactions;
    }

    private Dictionary<int, Reaction> Attack(int reader, BrigadeKind kind, Chance chance)
    {
        Dictionary<int, Reaction> reactions = [];
        if (kind is BrigadeKind.Camouflaged or BrigadeKind.Infiltrating)
        {
            bool first = kind == BrigadeKind.Infiltrating && chance.Next() < 0.5;
            reactions = Honest(reader, (first ? -1 : 1) + 0.35 * chance.Normal(), chance);
        }

        bool some = kind is BrigadeKind.Varied or BrigadeKind.Infiltrating;
        for (int finding = 0; finding < IsAttacked.Length; finding++)
            if (IsAttacked[finding] && !(some && chance.Next() < 0.5))
                reactions[finding] = new Reaction(reader, finding, Kinds[finding] == FindingKind.Bad);
        return reactions;
    }
}
