using System.Collections.Immutable;
using Assay.Formats.Graphs;

namespace Assay.Formats.Scanning;

/// <summary>
/// The edges of a register file as numbers: who holds or controls whom. Column i of each is of edge i, in the order of the file. Immutable; safe to use from
/// many threads at once.
/// </summary>
/// <remarks>Ids are numbered in the order in which the file first names them, whatever the threads do.</remarks>
public sealed record RegisterEdges
{
    /// <summary>The ids that the edges are of; the numbers below are their indices.</summary>
    public required EntityIds Ids { get; init; }

    /// <summary>Who owns or controls.</summary>
    public required ReadOnlyMemory<int> Owners { get; init; }

    /// <summary>Who is owned or controlled.</summary>
    public required ReadOnlyMemory<int> Assets { get; init; }

    /// <summary>The least share, 0 to 1; 0 where none is known.</summary>
    public required ReadOnlyMemory<double> Low { get; init; }

    /// <summary>The greatest share, 0 to 1; 1 where none is known. The same memory as <see cref="Low"/> where every share is exact.</summary>
    public required ReadOnlyMemory<double> High { get; init; }

    /// <summary>What kind each edge is of: the place of its word among those asked for. Empty where no kinds were asked for.</summary>
    public required ReadOnlyMemory<byte> Kinds { get; init; }

    /// <summary>How many rows or objects the file has.</summary>
    public required long RowCount { get; init; }

    /// <summary>What was readable and is no edge, by why: how often, in alphabetical order.</summary>
    public required ImmutableSortedDictionary<string, long> LeftOut { get; init; }

    /// <summary>How many edges there are.</summary>
    public int Count => Owners.Length;
}
