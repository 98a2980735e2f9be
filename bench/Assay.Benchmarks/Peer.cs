using System.Diagnostics;

namespace Assay.Benchmarks;

/// <summary>Runs the programs that this one is measured against.</summary>
internal static class Peer
{
    /// <summary>Where their sources are.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(SampleArticles.Folder())!, "bench", "peers");

    /// <summary>Where the generator of texts and the reference in C++ are: <c>PERF_FOLDER</c>, else <c>shared/perf</c> beside the checkout.</summary>
    public static string Shared { get; } = Environment.GetEnvironmentVariable("PERF_FOLDER")
        ?? Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(SampleArticles.Folder())!)!, "shared", "perf");

    /// <summary>What a program writes; fails where it fails.</summary>
    public static string Run(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ends with {process.ExitCode}: {errors.Result}");
    }

    /// <summary>The reference in C++, compiled; null where there is no compiler.</summary>
    public static string? Reference() => Compile("readref.cpp", "assay-readref");

    /// <summary>A source of the shared folder, compiled; null where there is no compiler or no such source.</summary>
    public static string? Compile(string source, string name, params string[] options)
    {
        var binary = Path.Combine(Path.GetTempPath(), name);
        return Try(() => Run("g++", ["-O3", "-march=native", "-fopenmp", "-std=c++20", .. options, Path.Combine(Shared, source), "-o", binary])) is null ? null : binary;
    }

    /// <summary>Whether node finds winkNLP, from a folder that <c>NODE_FOLDER</c> names or from here.</summary>
    public static bool HasWink => Try(() => Run("node", ["-e", "require('wink-nlp'); require('wink-eng-lite-web-model')"], NodeFolder)) is not null;

    /// <summary>Whether node finds DuckDB, likewise, and its script is in the shared folder.</summary>
    public static bool HasDuck => File.Exists(Path.Combine(Shared, "j1_duckdb.mjs"))
        && Try(() => Run("node", ["--input-type=module", "-e", "import '@duckdb/node-api'; process.exit(0)"], NodeFolder)) is not null;

    public static string? NodeFolder => Environment.GetEnvironmentVariable("NODE_FOLDER");

    /// <summary>What a run writes; null where the program is missing or fails.</summary>
    public static string? Try(Func<string> run)
    {
        try
        {
            return run();
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            return null;
        }
    }
}
