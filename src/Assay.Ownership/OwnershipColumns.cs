namespace Assay.Ownership;

/// <summary>
/// A graph as plain columns, for whoever stores it: compressed sparse rows by asset. The owners of asset a are the
/// places <c>Starts[a]</c> to <c>Starts[a + 1]</c> of the other columns.
/// </summary>
/// <param name="Starts">One place more than there are entities, ascending from 0 to the number of stakes.</param>
/// <param name="Owners">Indices of owners, ascending within an asset, each once.</param>
/// <param name="Low">The least shares, 0 to 1.</param>
/// <param name="High">The greatest shares; the same memory as <paramref name="Low"/> where every share is exact.</param>
/// <param name="Complete">Per entity whether its recorded owners are all it has; empty if that is said of none.</param>
/// <param name="MostParallel">How many recorded stakes were added up into one at most, 1 or more: it widens the bound of rounding.</param>
public readonly record struct OwnershipColumns(
    ReadOnlyMemory<int> Starts,
    ReadOnlyMemory<int> Owners,
    ReadOnlyMemory<double> Low,
    ReadOnlyMemory<double> High,
    ReadOnlyMemory<bool> Complete,
    int MostParallel);
