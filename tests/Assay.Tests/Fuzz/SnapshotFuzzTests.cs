using System.Buffers.Binary;
using System.IO.Hashing;
using Assay.Formats.Graphs;
using Assay.Formats.Snapshots;
using Assay.Tests.Graphs;
using Assay.Tests.Snapshots;
using Xunit;

namespace Assay.Tests.Fuzz;

/// <summary>A snapshot that was damaged, or written to deceive, is read as what it is or refused as what it is not: no crash, nothing without end.</summary>
public sealed class SnapshotFuzzTests
{
    private static readonly byte[] Whole = Bytes(GraphSnapshotTests.Stakes, GraphSnapshotTests.Entities, GraphSnapshotTests.Values);

    private static readonly byte[] Other = Bytes("owner,asset,share\nx,y,0.5\ny,z,1\nz,x,0.25\n", "entity,country\nx,A\ny,B\nz,C\n", null);

    [Fact]
    public void Damage_anywhere_is_found() => FuzzRun.Over(300, random => Refused(Mutation.Of(Whole, [Other[..64], Other[64..], [0], [0xFF]], random)));

    [Fact]
    public void Bits_that_flip_are_found() => FuzzRun.Over(300, random =>
    {
        var changed = Whole.ToArray();
        changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        Refused(changed);
    });

    [Fact]
    public void The_front_of_one_with_the_rest_of_another_is_refused() => FuzzRun.Over(100, random =>
    {
        var at = random.Next(1, Math.Min(Whole.Length, Other.Length));
        Refused([.. Whole[..at], .. Other[at..]]);
        Refused([.. Other[..at], .. Whole[at..]]);
    });

    /// <summary>All hashes are right, so that only what the sections mean can be wrong.</summary>
    [Fact]
    public void Sections_written_to_deceive_are_read_or_refused() => FuzzRun.Over(1500, random =>
    {
        var changed = Whole.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(8, changed.Length - 8);
            switch (random.Next(4))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    BinaryPrimitives.WriteInt32LittleEndian(changed.AsSpan(at & ~3), random.Next(3) switch { 0 => int.MaxValue, 1 => -1, _ => random.Next(20) });
                    break;
                default:
                    BinaryPrimitives.WriteInt64LittleEndian(changed.AsSpan(at & ~7), random.Next(3) switch { 0 => long.MaxValue, 1 => -1, _ => random.Next(20) });
                    break;
            }
        }
        MakeHashesRight(changed);
        Read(changed);
    });

    /// <summary>Whether the bytes were refused; else every part of them was read.</summary>
    private static bool Read(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            using var data = GraphSnapshot.Open(path);
            GraphSnapshotTests.ReadAll(data);
            return false;
        }
        catch (SnapshotException)
        {
            return true;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Bytes between sections belong to nothing, and the damage may have been none.</summary>
    private static void Refused(byte[] bytes) => Assert.True(Read(bytes) || IsStill(bytes, Whole) || IsStill(bytes, Other));

    private static bool IsStill(byte[] bytes, byte[] whole) => bytes.Length == whole.Length && WithoutPadding(bytes, whole).AsSpan().SequenceEqual(WithoutPadding(whole, whole));

    private static byte[] WithoutPadding(byte[] bytes, byte[] whole)
    {
        var kept = new byte[bytes.Length];
        bytes.AsSpan(0, 64).CopyTo(kept);
        var table = TableOf(whole);
        bytes.AsSpan(table).CopyTo(kept.AsSpan(table));
        foreach (var (offset, length) in SectionsOf(whole)) bytes.AsSpan(offset, length).CopyTo(kept.AsSpan(offset));
        return kept;
    }

    private static int TableOf(byte[] bytes) => (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(32));

    private static IEnumerable<(int Offset, int Length)> SectionsOf(byte[] bytes)
    {
        for (var at = TableOf(bytes); at < bytes.Length; at += 64)
            yield return ((int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 40)), (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 48)));
    }

    private static void MakeHashesRight(byte[] bytes)
    {
        var table = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(32));
        if (table is >= 64 && table <= bytes.Length)
        {
            for (var at = (int)table; at + 64 <= bytes.Length; at += 64)
            {
                var (offset, length) = (BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 40)), BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 48)));
                if (offset >= 0 && length >= 0 && length <= bytes.Length - offset)
                    BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at + 56), XxHash3.HashToUInt64(bytes.AsSpan((int)offset, (int)length)));
            }
            var sections = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(40));
            if (sections >= 0 && sections <= (bytes.Length - table) / 64)
                BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(48), XxHash3.HashToUInt64(bytes.AsSpan((int)table, sections * 64)));
        }
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(56), XxHash3.HashToUInt64(bytes.AsSpan(0, 56)));
    }

    private static byte[] Bytes(string stakes, string? entities, string? values)
    {
        using var folder = GraphFolder.Of(stakes, entities, values);
        GraphSnapshot.Save(folder.Load(), folder["out"], TestContext.Current.CancellationToken);
        return File.ReadAllBytes(folder["out"]);
    }
}
