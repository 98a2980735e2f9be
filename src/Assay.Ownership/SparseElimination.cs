using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>A row of shares that are not nothing, by ascending index.</summary>
internal struct SparseRow(int[] index, double[] value)
{
    public int[] Index = index;
    public double[] Value = value;
    public int Count = index.Length;
}

/// <summary>Columns of a sparse triangle, written one after the other.</summary>
internal sealed class SparseColumns
{
    private Column<int> _start = new(16);
    private Column<int> _index = new(16);
    private Column<double> _value = new(16);

    public SparseColumns() => _start.Add(0);

    public void Add(int index, double value)
    {
        _index.Add(index);
        _value.Add(value);
    }

    public void EndColumn() => _start.Add(_index.Count);

    /// <summary>Adds a multiple of a column to a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(int column, double factor, Span<double> vector)
    {
        for (int k = _start[column]; k < _start[column + 1]; k++)
            vector[_index[k]] += _value[k] * factor;
    }

    /// <summary>The product of a column and a vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Product(int column, ReadOnlySpan<double> vector)
    {
        double sum = 0;
        for (int k = _start[column]; k < _start[column + 1]; k++)
            sum += _value[k] * vector[_index[k]];
        return sum;
    }
}

/// <summary>Takes members out of a cycle one by one, while few others are touched by it.</summary>
internal sealed class SparseElimination
{
    private readonly SparseRow[] _rows;
    private readonly double[] _leak;
    private readonly Column<int>[] _held;
    private readonly int[] _heldCount;
    private readonly bool[] _done;
    private readonly PriorityQueue<int, long> _queue = new();
    private int[] _index = [];
    private double[] _value = [];

    public SparseElimination(SparseRow[] rows, double[] leak)
    {
        _rows = rows;
        _leak = leak;
        _heldCount = new int[rows.Length];
        _done = new bool[rows.Length];
        _held = new Column<int>[rows.Length];
        for (int i = 0; i < rows.Length; i++)
            _held[i] = new Column<int>(4);
        for (int i = 0; i < rows.Length; i++)
        {
            for (int k = 0; k < rows[i].Count; k++)
                AddHeld(rows[i].Index[k], i);
        }

        for (int i = 0; i < rows.Length; i++)
            _queue.Enqueue(i, Priority(i));
    }

    /// <summary>The member with the fewest pairs of neighbours; none if even that one is joined to a quarter of those left.</summary>
    public bool TryTakeSparsest(int left, out int member)
    {
        while (_queue.TryDequeue(out member, out long priority))
        {
            if (!_done[member] && priority == Priority(member))
                return 4L * _rows[member].Count < left;
        }

        return false;
    }

    /// <summary>
    /// Gives what each member has in p to p's holders, of whom <paramref name="leaves"/> leaves p in all, and notes the factors.
    /// </summary>
    public void TakeOut(int p, double leaves, SparseColumns factors)
    {
        _done[p] = true;
        SparseRow pivot = _rows[p];
        for (int k = 0; k < pivot.Count; k++)
            _heldCount[pivot.Index[k]]--;
        Column<int> held = _held[p];
        for (int k = 0; k < held.Count; k++)
        {
            int i = held[k];
            if (_done[i])
                continue;
            double factor = Merge(i, p, leaves);
            factors.Add(i, factor);
            _leak[i] += factor * _leak[p];
        }

        for (int k = 0; k < held.Count; k++)
        {
            if (!_done[held[k]])
                _queue.Enqueue(held[k], Priority(held[k]));
        }

        for (int k = 0; k < pivot.Count; k++)
            _queue.Enqueue(pivot.Index[k], Priority(pivot.Index[k]));
    }

    /// <summary>The members not taken out, ascending.</summary>
    public int[] Left()
    {
        var left = new Column<int>(16);
        for (int i = 0; i < _done.Length; i++)
        {
            if (!_done[i])
                left.Add(i);
        }

        return left.ToMemory().ToArray();
    }

    /// <summary>Row i without p and with p's row times the factor, which is returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Merge(int i, int p, double leaves)
    {
        SparseRow row = _rows[i];
        SparseRow pivot = _rows[p];
        double factor = row.Value[Array.BinarySearch(row.Index, 0, row.Count, p)] / leaves;
        int longest = row.Count + pivot.Count;
        if (_index.Length < longest)
            (_index, _value) = (new int[2 * longest], new double[2 * longest]);
        int write = 0;
        int a = 0;
        int b = 0;
        while (a < row.Count || b < pivot.Count)
        {
            int mine = a < row.Count ? row.Index[a] : int.MaxValue;
            int theirs = b < pivot.Count ? pivot.Index[b] : int.MaxValue;
            if (mine == p)
            {
                a++;
                continue;
            }

            if (theirs == i)
            {
                b++;
                continue;
            }

            double value = 0;
            if (mine <= theirs)
                value = row.Value[a++];
            if (theirs <= mine)
                value += factor * pivot.Value[b++];
            if (theirs < mine)
                AddHeld(theirs, i);
            _index[write] = Math.Min(mine, theirs);
            _value[write++] = value;
        }

        if (row.Index.Length < write)
            (row.Index, row.Value) = (new int[Math.Min(_rows.Length, 2 * write)], new double[Math.Min(_rows.Length, 2 * write)]);
        _index.AsSpan(0, write).CopyTo(row.Index);
        _value.AsSpan(0, write).CopyTo(row.Value);
        row.Count = write;
        _rows[i] = row;
        return factor;
    }

    private void AddHeld(int holder, int held)
    {
        _held[holder].Add(held);
        _heldCount[holder]++;
    }

    /// <summary>By pairs of neighbours, then by index.</summary>
    private long Priority(int i) => ((long)_rows[i].Count * _heldCount[i] * _rows.Length) + i;
}
