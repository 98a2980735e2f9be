using System.Diagnostics;
using System.Globalization;
using Assay.Evidence;
using Assay.Formats.Packs;
using Assay.Formats.Packs.Writing;
using Assay.Formats.Registers;
using Assay.Formats.Rules;
using Assay.Records;

namespace Assay.Benchmarks;

/// <summary>How long a register takes to be written, opened and asked, beside the same stakes in SQLite, DuckDB and Parquet.</summary>
internal static class RegisterTimes
{
    private const int LookUps = 20_000;

    /// <summary>Runs all.</summary>
    /// <param name="companies">So many companies, and one and a half times as many stakes.</param>
    public static async Task RunAsync(int companies)
    {
        Console.WriteLine(Machine.Describe());
        var folder = Directory.CreateTempSubdirectory("assay-register-").FullName;
        try
        {
            var pack = Path.Combine(folder, "made-up");
            Write(pack, companies);
            Console.WriteLine();
            for (var turn = 0; turn < 3; turn++)
                foreach (var part in (string[])["empty", "open", "ask", "article"]) Console.Write(Child("register", "child", part, pack, companies.ToString(CultureInfo.InvariantCulture)));
            Console.WriteLine();
            await PeersAsync(folder, pack, companies);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What is measured in a process of its own, from its start.</summary>
    public static void Child(string part, string pack, int companies)
    {
        var name = RegisterData.NameOf(companies / 2);
        switch (part)
        {
            case "open":
                _ = EvidencePack.LoadAll([pack]).Count;
                break;
            case "ask":
                var evidence = EvidencePack.LoadAll([pack]);
                var names = new RecordNames(evidence, RuleFiles.Default);
                _ = OwnView.Of(evidence, RuleFiles.Default, names.Owned(name), null, null, DayRange.On(new DateOnly(2026, 1, 31))).Tables.Length;
                break;
            case "article":
                var assayer = new Findings.Assayer(EvidencePack.LoadAll([pack]), RuleFiles.Default);
                _ = assayer.Check(Articles.Article.FromText($"Most of {name} belongs to {RegisterData.NameOf(companies / 3)}.")).Findings.Length;
                break;
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{part,-10} {(TimeProvider.System.GetLocalNow() - process.StartTime).TotalSeconds:0.00} s from the start of the process, {process.PeakWorkingSet64 >> 20} MB"));
    }

    private static void Write(string pack, int companies)
    {
        Directory.CreateDirectory(pack);
        File.WriteAllBytes(Path.Combine(pack, PackFiles.DescriptorName), DescriptorText.Of("made-up", "A register", "1", []));
        var clock = Stopwatch.StartNew();
        using var writer = new RegisterWriter(pack);
        foreach (var row in RegisterData.Rows(companies)) writer.Add(row);
        var taken = clock.Elapsed;
        var size = writer.Finish();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"written: {size.Rows:N0} rows in {clock.Elapsed.TotalSeconds:0.0} s ({taken.TotalSeconds:0.0} s to take them), {size.Bytes >> 20} MB, {size.Bytes / (double)size.Rows:0} bytes a row, {process.PeakWorkingSet64 >> 20} MB of memory at most"));
    }

    private static string Child(params string[] arguments) => Environment.ProcessPath is { } program && !program.EndsWith("dotnet", StringComparison.Ordinal)
        ? Peer.Run(program, arguments)
        : Peer.Run("dotnet", [Environment.GetCommandLineArgs()[0], .. arguments]);

    private static async Task PeersAsync(string folder, string pack, int companies)
    {
        var random = new Random(5);
        int[] assets = [.. Enumerable.Range(0, LookUps).Select(_ => random.Next(1, companies))];
        var (sqlite, duck, indexed, parquet) = (Path.Combine(folder, "stakes.sqlite"), Path.Combine(folder, "stakes.duckdb"), Path.Combine(folder, "indexed.duckdb"), Path.Combine(folder, "stakes.parquet"));
        Console.WriteLine("| store | written | size | opened, one company asked | look-ups a second |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        await Show("SQLite, indexed", () => RegisterPeers.WriteSqlite(sqlite, companies), sqlite, ids => Task.FromResult(RegisterPeers.AskSqlite(sqlite, ids)), assets);
        await Show("DuckDB", () => RegisterPeers.WriteDuck(duck, parquet, isIndexed: false, companies), duck, ids => Task.FromResult(RegisterPeers.AskDuck(duck, "stakes", ids)), assets[..200]);
        await Show("DuckDB, indexed", () => RegisterPeers.WriteDuck(indexed, null, isIndexed: true, companies), indexed, ids => Task.FromResult(RegisterPeers.AskDuck(indexed, "stakes", ids)), assets[..2000]);
        await Show("Parquet, DuckDB", () => { }, parquet, ids => Task.FromResult(RegisterPeers.AskDuck("", $"'{parquet}'", ids)), assets[..100]);
        await Show("Parquet, Parquet.Net", () => { }, parquet, ids => RegisterPeers.AskParquetAsync(parquet, ids), assets[..20]);
        await Show("the register", () => { }, Path.Combine(pack, RegisterFormat.FileName), ids =>
        {
            var evidence = EvidencePack.Load(pack);
            return Task.FromResult(ids.Sum(id => evidence.StakesIn(new EntityId(RegisterData.IdOf(id))).Length));
        }, assets);
    }

    private static async Task Show(string store, Action write, string file, Func<int[], Task<int>> ask, int[] assets)
    {
        var clock = Stopwatch.StartNew();
        write();
        var written = clock.Elapsed.TotalSeconds;
        clock.Restart();
        await ask(assets[..1]);
        var first = clock.Elapsed.TotalMilliseconds;
        clock.Restart();
        var rows = await ask(assets);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {store} | {(written < 0.01 ? "" : $"{written:0.0} s")} | {new FileInfo(file).Length >> 20} MB | {first:0} ms | {assets.Length / clock.Elapsed.TotalSeconds:N0} ({rows} rows) |"));
    }
}
