using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Benchmarks;

/// <summary>What a program made of a register file, and what it took.</summary>
/// <param name="Edges">How many edges it found.</param>
/// <param name="Ids">How many different ids: all that the file names, or</param>
/// <param name="Linked">those that an edge names; null where it does not tell.</param>
/// <param name="Sum">The sum of the shares, in percent.</param>
/// <param name="Seconds">From opening the file to the graph, as the program says itself.</param>
/// <param name="Run">The whole process.</param>
internal sealed record ImportAnswer(long Edges, long? Ids, long? Linked, double Sum, double Seconds, MeasuredRun Run);

/// <summary>What reading register files is measured against. Each run is a process of its own.</summary>
internal static partial class ImportPeers
{
    /// <summary>The reference, compiled; null where there is no compiler or no source.</summary>
    /// <remarks>It is written for AVX-512; where the processor has none its comparison of 64 bytes is made of two of AVX2.</remarks>
    public static string? Reference()
    {
        const string Name = "importref.cpp";
        var source = Path.Combine(Peer.Shared, Name);
        if (!File.Exists(source)) return null;
        if (File.Exists("/proc/cpuinfo") && File.ReadAllText("/proc/cpuinfo").Contains("avx512bw", StringComparison.Ordinal)) return Peer.Compile(Name, "assay-importref");
        var text = Comparison().Replace(File.ReadAllText(source), """
            static inline u64 eq(const char*p,char c){__m256i k=_mm256_set1_epi8(c),a=_mm256_loadu_si256((const __m256i*)p),b=_mm256_loadu_si256((const __m256i*)(p+32));return (u32)_mm256_movemask_epi8(_mm256_cmpeq_epi8(a,k))|(u64)(u32)_mm256_movemask_epi8(_mm256_cmpeq_epi8(b,k))<<32;}
            """);
        var copy = Path.Combine(Path.GetTempPath(), "assay-importref-avx2.cpp");
        File.WriteAllText(copy, text);
        Console.WriteLine("The processor has no AVX-512: the reference compares 64 bytes as twice 32.");
        return Peer.Compile(copy, "assay-importref");
    }

    /// <summary>The script for DuckDB, beside the packages that node needs for it; null where node does not find them.</summary>
    public static string? Duck()
    {
        var source = Path.Combine(Peer.Shared, "j4_duckdb.mjs");
        if (!Peer.HasDuck || !File.Exists(source)) return null;
        var script = Path.Combine(Peer.NodeFolder ?? Directory.GetCurrentDirectory(), "assay-j4_duckdb.mjs");
        File.Copy(source, script, true);
        return script;
    }

    public static ImportAnswer AskReference(string reference, string format, string file)
    {
        var run = MeasuredRun.Of([reference, format, file, "1"]);
        var said = ReferenceSays().Match(run.Text);
        // Of JSON it numbers every entity, as we do; of CSV there are no others than those of edges.
        return new ImportAnswer(Whole(said, 1), Whole(said, 2), null, Number(said, 3) / 100, Number(said, 4), run);
    }

    public static ImportAnswer AskDuck(string script, string format, string file)
    {
        var run = MeasuredRun.Of(["node", script, format + "graph", file], null, Path.GetDirectoryName(script));
        var said = DuckSays().Match(run.Text);
        return new ImportAnswer(Whole(said, 1), null, Whole(said, 3), Number(said, 2), Number(said, 4) + Number(said, 5), run);
    }

    /// <summary>Our own process, by the scanners or by a library.</summary>
    public static ImportAnswer AskOwn(string how, string format, string file)
    {
        var run = MeasuredRun.Of([Environment.ProcessPath!, "import", "child", how, format, file]);
        var said = OwnSays().Match(run.Text);
        return new ImportAnswer(Whole(said, 1), Whole(said, 2), Whole(said, 3), Number(said, 4), Number(said, 5), run);
    }

    private static long Whole(Match said, int group) => long.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);

    private static double Number(Match said, int group) => double.Parse(said.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"edges (\d+) ids (\d+) wsum (\d+) : ([0-9.]+) s")]
    private static partial Regex ReferenceSays();

    [GeneratedRegex(@"kept (\d+) sum ([0-9.]+) ids (\d+) read ([0-9.]+) graph ([0-9.]+)")]
    private static partial Regex DuckSays();

    [GeneratedRegex(@"edges (\d+) ids (\d+) linked (\d+) sum ([0-9.]+) seconds ([0-9.]+)")]
    private static partial Regex OwnSays();

    [GeneratedRegex(@"^static inline u64 eq\(.*$", RegexOptions.Multiline)]
    private static partial Regex Comparison();
}
