using System.Runtime.CompilerServices;

namespace Assay.Reactions;

/// <summary>Ratings in rows, of readers or of findings. A cell has the index of the other side above two bits with the rating in halves, 0 to 2.</summary>
/// <param name="Starts">Where each row begins, and where the last ends.</param>
/// <param name="Cells">The cells, row by row.</param>
internal sealed record RatingRows(int[] Starts, uint[] Cells)
{
    /// <summary>How many indices a cell has room for.</summary>
    public const int MostIndices = 1 << 30;

    private const int CellsOfAPart = 1 << 16;

    public int Count => Starts.Length - 1;

    public static uint Cell(int other, int halves) => ((uint)other << 2) | (uint)halves;

    public static int Other(uint cell) => (int)(cell >> 2);

    public static int Halves(uint cell) => (int)(cell & 3);

    public ReadOnlySpan<uint> Row(int row) => Cells.AsSpan(Starts[row]..Starts[row + 1]);

    /// <summary>The same ratings in rows of the other side, each in ascending order of this one; a pair that is there twice stays in its order.</summary>
    public RatingRows Transpose(int otherCount, int threads)
    {
        int[] starts = new int[otherCount + 1];
        int shares = Cells.Length < CellsOfAPart ? 1 : SharedWork.Threads(threads);
        SharedWork.Run(shares, threads, share => CountOthers(starts, (int)((long)otherCount * share / shares), (int)((long)otherCount * (share + 1) / shares)));
        for (int i = 0; i < otherCount; i++)
            starts[i + 1] += starts[i];

        uint[] cells = LargeMemory.Uninitialized<uint>(Cells.Length);
        int[] next = starts.AsSpan(0, otherCount).ToArray();
        // Each part reads everything and writes rows of its own.
        int[] bounds = Bounds(starts, shares);
        SharedWork.Run(bounds.Length - 1, threads, part => Scatter(cells, next, bounds[part], bounds[part + 1]));
        return new RatingRows(starts, cells);
    }

    private unsafe void CountOthers(int[] startOf, int from, int to)
    {
        fixed (int* starts = startOf)
        fixed (uint* cells = Cells)
        {
            unchecked
            {
                for (int i = 0; i < Cells.Length; i++)
                {
                    int other = (int)(cells[i] >> 2);
                    if ((uint)(other - from) < (uint)(to - from))
                        starts[other + 1]++;
                }
            }
        }
    }

    private unsafe void Scatter(uint[] target, int[] nextOf, int from, int to)
    {
        fixed (uint* source = Cells, cells = target)
        fixed (int* next = nextOf)
        {
            unchecked
            {
                for (int row = 0; row < Count; row++)
                {
                    uint* end = source + Starts[row + 1];
                    for (uint* cell = source + Starts[row]; cell < end; cell++)
                    {
                        int other = (int)(*cell >> 2);
                        if ((uint)(other - from) < (uint)(to - from))
                            cells[next[other]++] = ((uint)row << 2) | (*cell & 3);
                    }
                }
            }
        }
    }

    /// <summary>Rows cut into parts of about as many cells each: the first row of each part, and the end of the last.</summary>
    public static int[] Bounds(int[] starts, int parts)
    {
        int rows = starts.Length - 1;
        int[] bounds = new int[parts + 1];
        for (int part = 1; part < parts; part++)
        {
            int cell = (int)((long)starts[rows] * part / parts);
            int found = Array.BinarySearch(starts, 0, rows + 1, cell);
            bounds[part] = Math.Clamp(found < 0 ? ~found : found, bounds[part - 1], rows);
        }

        bounds[parts] = rows;
        return bounds;
    }

    /// <summary>Parts of equal work, as many whatever the number of threads.</summary>
    public int[] Parts() => Bounds(Starts, Math.Clamp(Cells.Length / CellsOfAPart, 1, 256));
}
