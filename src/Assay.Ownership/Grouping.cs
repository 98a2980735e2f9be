namespace Assay.Ownership;

/// <summary>Which terminal entity counts for which group, laid out as one solver works. Made by <see cref="OwnershipSolver.Group"/>. Immutable.</summary>
public sealed class Grouping
{
    internal Grouping(OwnershipSolver solver, int[] groupAt, int groupCount)
    {
        Solver = solver;
        GroupAt = groupAt;
        GroupCount = groupCount;
    }

    /// <summary>How many groups there are; their indices are 0 to one below it.</summary>
    public int GroupCount { get; }

    internal OwnershipSolver Solver { get; }

    /// <summary>Per place a group, or -1.</summary>
    internal int[] GroupAt { get; }
}
