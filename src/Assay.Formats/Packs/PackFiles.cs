using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Assay.Formats.Registers;
using Assay.Formats.Snapshots;

namespace Assay.Formats.Packs;

/// <summary>The files of one pack in memory: its <c>datapackage.json</c> and its CSV tables, read from a folder or from this assembly.</summary>
internal sealed class PackFiles
{
    public const string DescriptorName = "datapackage.json";

    private readonly Dictionary<string, byte[]> _files;

    public PackFiles(string path, Dictionary<string, byte[]> files)
    {
        Path = path;
        _files = files;
    }

    /// <summary>Where it lies, as the user named it; problems are reported under it.</summary>
    public string Path { get; }

    /// <summary>The folder that holds the folder, where packs that it builds on are looked for; null for an embedded pack.</summary>
    public string? Neighbourhood { get; private init; }

    /// <summary>Where its register lies, which is no file to be read into memory; null where it has none.</summary>
    public string? Register { get; private init; }

    /// <summary>The names of its files, in ordinal order.</summary>
    public string[] Names()
    {
        string[] names = [.. _files.Keys];
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    /// <summary>The bytes of a file, or null.</summary>
    public byte[]? this[string name] => _files.GetValueOrDefault(name);

    /// <summary>Reads a folder. Files that are neither the descriptor nor a table are left alone.</summary>
    public static PackFiles FromFolder(string path)
    {
        var files = Empty();
        foreach (var file in Directory.EnumerateFiles(path))
        {
            var name = System.IO.Path.GetFileName(file);
            if (IsOfPack(name)) files[name] = File.ReadAllBytes(file);
        }
        return InFolder(path, files);
    }

    /// <summary>Files that lie, or will lie, in a folder.</summary>
    public static PackFiles InFolder(string path, Dictionary<string, byte[]> files) => new(path.TrimEnd('/', '\\'), files)
    {
        Register = File.Exists(System.IO.Path.Combine(path, RegisterFormat.FileName)) ? System.IO.Path.Combine(path, RegisterFormat.FileName) : null,
        Neighbourhood = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path).TrimEnd(System.IO.Path.DirectorySeparatorChar)),
    };

    /// <summary>The same files, some of them changed or new.</summary>
    public PackFiles With(IReadOnlyDictionary<string, byte[]> changed)
    {
        var files = new Dictionary<string, byte[]>(_files, StringComparer.Ordinal);
        foreach (var (name, bytes) in changed) files[name] = bytes;
        return new PackFiles(Path, files) { Neighbourhood = Neighbourhood, Register = Register };
    }

    /// <summary>Takes files for what lies in the folder now.</summary>
    public void Take(IReadOnlyDictionary<string, byte[]> written)
    {
        foreach (var (name, bytes) in written) _files[name] = bytes;
    }

    /// <summary>The packs that came with this assembly, by name.</summary>
    public static Dictionary<string, PackFiles> Embedded()
    {
        var packs = new Dictionary<string, PackFiles>(StringComparer.Ordinal);
        var assembly = typeof(PackFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (resource.Split('/', '\\') is not ["packs", var pack, var name] || !IsOfPack(name)) continue;
            if (!packs.TryGetValue(pack, out var files)) packs[pack] = files = new PackFiles("packs/" + pack, Empty());
            files._files[name] = ReadResource(assembly, resource);
        }
        return packs;
    }

    /// <summary>
    /// SHA-256 over every file in name order: its name, a zero byte, its length as eight bytes, its bytes. Of a register, which stands last, the header and the
    /// table of sections stand for the bytes: they hold the hashes of all the rest.
    /// </summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (var name in Names())
        {
            var bytes = _files[name];
            hash.AppendData(Encoding.UTF8.GetBytes(name + "\0"));
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        if (Register is not null)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(RegisterFormat.FileName + "\0"));
            System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(length, new FileInfo(Register).Length);
            hash.AppendData(length);
            hash.AppendData(Snapshot.FrameOf(Register));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Dictionary<string, byte[]> Empty() => new(StringComparer.Ordinal);

    private static bool IsOfPack(string name) => name == DescriptorName || name.EndsWith(".csv", StringComparison.Ordinal);

    private static byte[] ReadResource(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
