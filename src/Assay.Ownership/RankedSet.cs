using System.Numerics;
using System.Runtime.CompilerServices;

namespace Assay.Ownership;

/// <summary>A set of small numbers that tells how many of them are below another: a bit per number and a count per 64.</summary>
internal sealed class RankedSet(int limit)
{
    private readonly ulong[] _bits = new ulong[(limit >> 6) + 1];
    private readonly int[] _before = new int[(limit >> 6) + 1];

    /// <summary>How many numbers there are, once ranked.</summary>
    public int Count { get; private set; }

    public void Add(int number) => _bits[number >> 6] |= 1UL << (number & 63);

    /// <summary>Counts; to be called when all numbers are there.</summary>
    public void Rank()
    {
        Count = 0;
        for (int word = 0; word < _bits.Length; word++)
        {
            _before[word] = Count;
            Count += BitOperations.PopCount(_bits[word]);
        }
    }

    /// <summary>How many numbers are below one, which is at most the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CountBefore(int number)
    {
        int word = number >> 6;
        return _before[word] + BitOperations.PopCount(_bits[word] & ((1UL << (number & 63)) - 1));
    }
}
