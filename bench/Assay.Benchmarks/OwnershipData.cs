using System.Globalization;
using System.Runtime.InteropServices;

namespace Assay.Benchmarks;

/// <summary>
/// A generated ownership graph, its ids resolved to indices in the order of <c>entities.csv</c>. The files are made by
/// <c>ownership_graph.py</c> of the shared folder and kept in the folder that <c>DATA_FOLDER</c> names, or in the temporary folder;
/// what was resolved is kept beside them.
/// </summary>
internal sealed class OwnershipData
{
    /// <summary>Changes with what is written.</summary>
    private const int Form = 0x41_4F_52_31;

    /// <summary>The folder of its files.</summary>
    public required string Folder { get; init; }

    public required int EntityCount { get; init; }

    public required int[] Owners { get; init; }

    public required int[] Assets { get; init; }

    public required double[] Shares { get; init; }

    /// <summary>The entities that have a value, and</summary>
    public required int[] Valued { get; init; }

    /// <summary>their values.</summary>
    public required double[] Values { get; init; }

    /// <summary>Per entity its country, an index of <see cref="CountryNames"/>.</summary>
    public required int[] Countries { get; init; }

    public required string[] CountryNames { get; init; }

    /// <summary>The entities of the sub-graphs whose answers are known, by id.</summary>
    public required Dictionary<string, int> Known { get; init; }

    /// <summary>The folder of a graph of about so many entities, made at the first call.</summary>
    public static string FolderOf(int entities)
    {
        var all = Environment.GetEnvironmentVariable("DATA_FOLDER") ?? Path.Combine(Path.GetTempPath(), "assay-ownership");
        var folder = Path.GetFullPath(Path.Combine(all, string.Create(CultureInfo.InvariantCulture, $"g{entities}")));
        // stats.json is what the generator writes last.
        if (File.Exists(Path.Combine(folder, "stats.json"))) return folder;
        var generator = Path.Combine(Peer.Shared, "ownership_graph.py");
        if (!File.Exists(generator)) throw new InvalidOperationException($"{Peer.Shared} has no ownership_graph.py; name its folder in PERF_FOLDER");
        Console.WriteLine($"Writing a graph to {folder} …");
        Directory.CreateDirectory(folder);
        Peer.Run("python3", [generator, "--n", entities.ToString(CultureInfo.InvariantCulture), "--seed", "1", "--out", folder]);
        return folder;
    }

    /// <summary>The graph of a folder, from what was resolved before where that is no older than its files.</summary>
    public static OwnershipData Load(string folder)
    {
        var resolved = folder.TrimEnd('/') + ".resolved";
        if (File.Exists(resolved) && File.GetLastWriteTimeUtc(resolved) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "stats.json")) && Read(resolved, folder) is { } kept) return kept;
        var data = Resolve(folder);
        data.Write(resolved);
        return data;
    }

    private static OwnershipData Resolve(string folder)
    {
        var (ids, names) = (new Dictionary<string, int>(), new List<string>());
        List<int> owners = [], assets = [], valued = [], countries = [];
        List<double> shares = [], values = [];
        foreach (var cells in Rows("entities.csv"))
        {
            var country = names.IndexOf(cells[1]);
            if (country < 0) names.Add(cells[1]);
            countries.Add(country < 0 ? names.Count - 1 : country);
            ids.Add(cells[0], ids.Count);
        }
        foreach (var cells in Rows("stakes.csv"))
        {
            owners.Add(ids[cells[0]]);
            assets.Add(ids[cells[1]]);
            shares.Add(Number(cells[2]));
        }
        foreach (var cells in Rows("values.csv"))
        {
            valued.Add(ids[cells[0]]);
            values.Add(Number(cells[1]));
        }
        return new OwnershipData
        {
            Folder = folder,
            EntityCount = ids.Count,
            Owners = [.. owners],
            Assets = [.. assets],
            Shares = [.. shares],
            Valued = [.. valued],
            Values = [.. values],
            Countries = [.. countries],
            CountryNames = [.. names],
            Known = ids.Where(id => id.Key.StartsWith("KA", StringComparison.Ordinal) && id.Key.IndexOf('-') == 4).ToDictionary(),
        };

        IEnumerable<string[]> Rows(string file) => File.ReadLines(Path.Combine(folder, file)).Skip(1).Select(line => line.Split(','));
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    private void Write(string path)
    {
        var beside = path + ".tmp";
        using (var writer = new BinaryWriter(File.Create(beside)))
        {
            foreach (var count in (int[])[Form, EntityCount, Owners.Length, Valued.Length, CountryNames.Length, Known.Count]) writer.Write(count);
            foreach (var name in CountryNames) writer.Write(name);
            foreach (var (id, entity) in Known)
            {
                writer.Write(id);
                writer.Write(entity);
            }
            foreach (var column in (int[][])[Owners, Assets, Valued, Countries]) writer.Write(MemoryMarshal.AsBytes<int>(column));
            foreach (var column in (double[][])[Shares, Values]) writer.Write(MemoryMarshal.AsBytes<double>(column));
        }
        File.Move(beside, path, overwrite: true);
    }

    private static OwnershipData? Read(string path, string folder)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        if (reader.ReadInt32() != Form) return null;
        var (entities, stakes, valued) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var (names, known) = (new string[reader.ReadInt32()], reader.ReadInt32());
        for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        return new OwnershipData
        {
            Folder = folder,
            EntityCount = entities,
            CountryNames = names,
            Known = Enumerable.Range(0, known).ToDictionary(_ => reader.ReadString(), _ => reader.ReadInt32()),
            Owners = Column<int>(stakes),
            Assets = Column<int>(stakes),
            Valued = Column<int>(valued),
            Countries = Column<int>(entities),
            Shares = Column<double>(stakes),
            Values = Column<double>(valued),
        };

        T[] Column<T>(int count) where T : struct
        {
            var column = GC.AllocateUninitializedArray<T>(count);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
            return column;
        }
    }
}
