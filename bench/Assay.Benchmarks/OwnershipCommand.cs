namespace Assay.Benchmarks;

/// <summary>
/// The command line as whole processes: the program that <c>ASSAY_CLI</c> names, else that of this checkout, which
/// <c>dotnet build -c Release src/Assay.Cli</c> makes.
/// </summary>
internal static class OwnershipCommand
{
    private static readonly string Program = Environment.GetEnvironmentVariable("ASSAY_CLI")
        ?? Path.Combine(Path.GetDirectoryName(SampleArticles.Folder())!, "src", "Assay.Cli", "bin", "Release", "net10.0", "Assay.Cli");

    private static readonly HashSet<string> Snapshots = [];

    /// <summary>Whether it is built, and answers about graphs.</summary>
    public static bool Exists => Peer.Try(() => Peer.Run(Program, ["graph", "own", "--help"]))?.Contains("--by", StringComparison.Ordinal) == true;

    /// <summary>The country table of a folder of CSV files, or of a snapshot.</summary>
    public static Dictionary<string, Sample> Ask(string job, string folder)
    {
        var run = job == "csv" ? Answer(folder) : Answer(Snapshot(folder));
        return new Dictionary<string, Sample>
        {
            [job == "csv" ? OwnershipRows.Csv : OwnershipRows.Snapshot] = Sample.Of(run.Seconds),
            [OwnershipRows.Memory] = Sample.Of(run.Megabytes),
        };
    }

    private static MeasuredRun Answer(string graph) => MeasuredRun.Of([Program, "graph", "own", graph, "--by", "country", "--format", "csv"]);

    /// <summary>The snapshot of a folder, made beside it once a run, for its form may have changed; that is no part of what is measured.</summary>
    private static string Snapshot(string folder)
    {
        var file = folder.TrimEnd('/') + ".assay-graph";
        if (Snapshots.Add(file)) Peer.Run(Program, ["graph", "build", folder, "--out", file]);
        return file;
    }
}
