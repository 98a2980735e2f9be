using System.Runtime.CompilerServices;

namespace Assay.Formats.Scanning;

/// <summary>One record of a block, by the places of its cells.</summary>
internal readonly ref struct CsvRow(ReadOnlySpan<byte> block, ReadOnlySpan<int> places)
{
    private readonly ReadOnlySpan<byte> _block = block;
    private readonly ReadOnlySpan<int> _places = places;

    /// <summary>How many cells it has.</summary>
    public int CellCount => _places.Length - 1;

    /// <summary>Where it begins in its block.</summary>
    public int Start => _places[0] + 1;

    /// <summary>All of it as it stands in the file, without its end of line.</summary>
    public ReadOnlySpan<byte> Whole => _block[Start.._places[^1]];

    /// <summary>Whether there is nothing at all on the line.</summary>
    public bool IsEmptyLine => CellCount == 1 && Raw(0).IsEmpty;

    /// <summary>The bytes of a cell without the quotes around it; a doubled quote within it becomes one.</summary>
    public ReadOnlySpan<byte> this[int cell]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var bare = Bare(cell);
            return bare.Contains((byte)'"') ? Single(bare) : bare;
        }
    }

    /// <summary>The bytes of a cell without the quotes around it, doubled quotes as they are: for whatever has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Bare(int cell)
    {
        var raw = Raw(cell);
        return raw.Length > 1 && raw[0] == '"' ? raw[1..^1] : raw;
    }

    /// <summary>The bytes of a cell as they stand in the file.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> Raw(int cell)
    {
        var start = _places[cell] + 1;
        var raw = _block[start.._places[cell + 1]];
        // A line may end with a carriage return before its end, which is no part of its last cell.
        return cell == CellCount - 1 && raw is [.., (byte)'\r'] ? raw[..^1] : raw;
    }

    private static byte[] Single(ReadOnlySpan<byte> doubled)
    {
        var single = new byte[doubled.Length - doubled.Count("\"\""u8)];
        for (int i = 0, at = 0; i < single.Length; i++, at++)
        {
            single[i] = doubled[at];
            if (doubled[at] == '"') at++;
        }
        return single;
    }
}
