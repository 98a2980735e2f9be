using System.Runtime.InteropServices;

namespace Assay.Benchmarks;

/// <summary>
/// Ratings like those of the shared generator: skewed readers and findings, two camps, ratings 0, ½ and 1. In a file the reference reads too: three
/// counts, then reader, finding and rating (four bytes each) of every rating.
/// </summary>
/// <param name="ReaderCount">How many readers there are.</param>
/// <param name="FindingCount">How many findings there are.</param>
/// <param name="Readers">The reader of each rating.</param>
/// <param name="Findings">The finding of each.</param>
/// <param name="Halves">Each rating in halves.</param>
internal sealed record ReactionData(int ReaderCount, int FindingCount, int[] Readers, int[] Findings, byte[] Halves)
{
    private const double Skew = 1.8;

    /// <summary>Draws ratings; the same for the same sizes.</summary>
    public static ReactionData Draw(int count, int readerCount, int findingCount)
    {
        var chance = new Random(1);
        var (positions, leniencies, worths, leans) = (new double[readerCount], new double[readerCount], new double[findingCount], new double[findingCount]);
        for (var u = 0; u < readerCount; u++) (positions[u], leniencies[u]) = ((chance.NextDouble() < 0.55 ? -0.8 : 0.8) + 0.35 * Normal(chance), 0.15 * Normal(chance));
        for (var n = 0; n < findingCount; n++) (leans[n], worths[n]) = (0.7 * Normal(chance), 0.25 * Normal(chance));
        var data = new ReactionData(readerCount, findingCount, new int[count], new int[count], new byte[count]);
        for (var i = 0; i < count; i++)
        {
            var (u, n) = ((int)(readerCount * Math.Pow(chance.NextDouble(), Skew)), (int)(findingCount * Math.Pow(chance.NextDouble(), Skew)));
            var liking = 0.45 + leniencies[u] + worths[n] + 0.45 * positions[u] * leans[n] + 0.3 * Normal(chance);
            (data.Readers[i], data.Findings[i], data.Halves[i]) = (u, n, (byte)(liking > 0.62 ? 2 : liking > 0.35 ? 1 : 0));
        }
        return data;
    }

    /// <summary>The file with so many ratings, by a sixtieth of readers on a fortieth of findings; the shared generator makes it where its Python has numpy.</summary>
    public static string FileOf(int count)
    {
        var file = Path.Combine(Path.GetTempPath(), $"assay-reactions-{count}.bin");
        if (File.Exists(file)) return file;
        var script = Path.Combine(Peer.Shared, "j5.py");
        if (File.Exists(script) && Peer.Try(() => Peer.Run("/usr/bin/python3", [script, "gen", file, $"{count}", "1"])) is not null) return file;
        var data = Draw(count, count / 60, count / 40);
        using var writer = new BinaryWriter(File.Create(file));
        foreach (var size in (int[])[count, data.ReaderCount, data.FindingCount]) writer.Write(size);
        for (var i = 0; i < count; i++)
        {
            writer.Write(data.Readers[i]);
            writer.Write(data.Findings[i]);
            writer.Write(data.Halves[i] / 2f);
        }
        return file;
    }

    public static ReactionData Load(string file)
    {
        var words = MemoryMarshal.Cast<byte, int>(File.ReadAllBytes(file));
        var data = new ReactionData(words[1], words[2], new int[words[0]], new int[words[0]], new byte[words[0]]);
        for (var i = 0; i < words[0]; i++)
            (data.Readers[i], data.Findings[i], data.Halves[i]) = (words[3 + 3 * i], words[4 + 3 * i], (byte)(2 * BitConverter.Int32BitsToSingle(words[5 + 3 * i])));
        return data;
    }

    /// <summary>A normal number (Box and Muller 1958).</summary>
    private static double Normal(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
