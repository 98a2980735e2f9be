namespace Assay.Reactions.Simulation;

/// <summary>The simulated world: sizes and the seed. <c>default</c> stands for 2,000 honest readers, 400 findings, 40 reactions each, five worlds, seed 1.</summary>
public readonly record struct SimulationOptions
{
    /// <summary>Honest readers, before any brigade comes; 0, unless set, stands for 2,000.</summary>
    public int Readers { get; init; }

    /// <summary>Findings; 0, unless set, stands for 400.</summary>
    public int Findings { get; init; }

    /// <summary>How many findings an honest reader reacts to in the mean; 0, unless set, stands for 40.</summary>
    public int ReactionsOfAReader { get; init; }

    /// <summary>Over how many worlds to take the mean; 0, unless set, stands for 5.</summary>
    public int Worlds { get; init; }

    /// <summary>The seed of the first world; the others count on from it. The same seed gives the same curve. 0, unless set, stands for 1.</summary>
    public int Seed { get; init; }

    /// <summary>The same with every value that is not set filled in.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A size is below what a world can be made of, or above 10,000,000 reactions in all.</exception>
    internal SimulationOptions Filled()
    {
        var filled = new SimulationOptions
        {
            Readers = Readers == 0 ? 2000 : Readers,
            Findings = Findings == 0 ? 400 : Findings,
            ReactionsOfAReader = ReactionsOfAReader == 0 ? 40 : ReactionsOfAReader,
            Worlds = Worlds == 0 ? 5 : Worlds,
            Seed = Seed == 0 ? 1 : Seed,
        };
        ArgumentOutOfRangeException.ThrowIfLessThan(filled.Readers, 10, nameof(Readers));
        ArgumentOutOfRangeException.ThrowIfLessThan(filled.Findings, 20, nameof(Findings));
        ArgumentOutOfRangeException.ThrowIfLessThan(filled.ReactionsOfAReader, 1, nameof(ReactionsOfAReader));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filled.ReactionsOfAReader, filled.Findings / 2, nameof(ReactionsOfAReader));
        ArgumentOutOfRangeException.ThrowIfLessThan(filled.Worlds, 1, nameof(Worlds));
        ArgumentOutOfRangeException.ThrowIfNegative(filled.Seed, nameof(Seed));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)filled.Readers * filled.ReactionsOfAReader, 10_000_000, nameof(Readers));
        return filled;
    }
}
