using System.IO.Hashing;
using System.Runtime.InteropServices;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Registers;

/// <summary>How a register is laid out in a snapshot, as <c>docs/formats/registers.md</c> tells it.</summary>
internal static class RegisterFormat
{
    /// <summary>The name of the file, beside the pack's <c>datapackage.json</c>.</summary>
    public const string FileName = "register.snapshot";

    /// <summary>The section that tells what the others hold.</summary>
    public const string Catalog = "catalog";

    /// <summary>The name of the pieces that hold the texts.</summary>
    public const string Texts = "texts";

    /// <summary>A text begins at a multiple of so many bytes, and its place is counted in them: 32 bits reach 32 GiB.</summary>
    public const int TextUnit = 8;

    /// <summary>Bytes of a piece of texts, as a power of two; no text reaches over the end of one.</summary>
    public const int TextPieceBits = 24;

    /// <summary>The longest text, in bytes of UTF-8.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>Elements of a piece of numbers, as a power of two, as long as that does not make too many pieces.</summary>
    public const int LeastPieceBits = 19;

    /// <summary>So many pieces of numbers at most: a snapshot has some thousand sections.</summary>
    public const int MostPieces = 1500;

    public static SnapshotKind Kind => new("register", 1);

    /// <summary>The name of a piece.</summary>
    public static string Piece(string name, int piece) => $"{name}.{piece}";

    public static string Codes(int table, int column) => $"t{table}.c{column}";

    public static string Words(int table, int column) => $"t{table}.w{column}";

    public static string Hashes(int table, int index) => $"t{table}.h{index}";

    public static string Rows(int table, int index) => $"t{table}.r{index}";

    /// <summary>The rows whose id is not the plain natural key, and their marks.</summary>
    public static string Unusual(int table) => $"t{table}.unusual";

    public static string Marks(int table) => $"t{table}.marks";

    /// <summary>What a text is looked up by in an index. Not in UTF-8, which would have to be made first.</summary>
    public static ulong Hash(ReadOnlySpan<char> text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text));
}
