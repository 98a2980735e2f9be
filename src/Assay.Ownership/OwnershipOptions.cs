namespace Assay.Ownership;

/// <summary>What to do with an asset of which more than the whole is recorded as held.</summary>
public enum ExcessHandling
{
    /// <summary>
    /// List it and keep every interval valid: nobody knows which of its stakes is too large, so each may be
    /// smaller by up to the whole excess, and together they make exactly 1.
    /// </summary>
    Report,

    /// <summary>List it and divide its shares by their sum.</summary>
    Scale,

    /// <summary>Throw when the graph is built.</summary>
    Refuse,
}

/// <summary>How a graph is built. <c>default</c> reports ill data and keeps intervals valid.</summary>
public readonly record struct OwnershipOptions
{
    /// <summary>What to do where the least shares in an asset sum to more than 1; <see cref="ExcessHandling.Report"/> unless set.</summary>
    public ExcessHandling Excess { get; init; }

    /// <summary>How many threads to build, prepare and solve with; 0, unless set, is one for each processor.</summary>
    public int Threads { get; init; }
}

/// <summary>An asset whose recorded least shares sum to more than 1 by more than <see cref="OwnershipGraph.Tolerance"/>.</summary>
/// <param name="Asset">Index of the asset.</param>
/// <param name="Sum">The sum of its least shares as recorded, above 1.</param>
public readonly record struct OverfullAsset(int Asset, double Sum);
