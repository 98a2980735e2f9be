namespace Assay.Formats.Graphs;

/// <summary>The problems of a graph's files: all are counted, the first are kept. Not safe to use from several threads at once.</summary>
internal sealed class GraphProblems(int most)
{
    private readonly List<Problem> _kept = [];

    public long Count { get; private set; }

    public bool IsFull => _kept.Count >= most;

    public void Add(Problem problem)
    {
        Count++;
        if (!IsFull) _kept.Add(problem);
    }

    /// <summary>Adds those of a part of a file, whose lines count from the part's first.</summary>
    public void Add(GraphProblems part, int firstLine)
    {
        foreach (var problem in part._kept) Add(problem with { Line = problem.Line + firstLine });
        Count += part.Count - part._kept.Count;
    }

    public void Clear()
    {
        _kept.Clear();
        Count = 0;
    }

    /// <summary>Refuses the files if there is any problem.</summary>
    /// <exception cref="InvalidDataFileException">There is.</exception>
    public void ThrowIfAny(string file)
    {
        if (Count == 0) return;
        var more = Count - _kept.Count;
        throw new InvalidDataFileException(
            $"{file}: {Count} {(Count == 1 ? "problem" : "problems")}{(more > 0 ? $", of which the first {_kept.Count} are listed" : "")}; nothing was loaded", _kept);
    }
}
