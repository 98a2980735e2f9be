using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Benchmarks;

/// <summary>
/// What a workbench bears on loopback: published pages a second beside a bare page of the same size, durable reactions a second beside a bare loop of
/// inserts through the same driver. Rounds go one after the other, so that what slows the machine slows all alike; ratios are taken within a round.
/// </summary>
internal static partial class WorkbenchLoad
{
    private const int Connections = 64;
    private const int Readers = 256;

    /// <summary>Measures on SQLite, and on PostgreSQL where <c>tests/postgres</c> can start one.</summary>
    public static async Task RunAsync(int rounds)
    {
        var root = Path.GetDirectoryName(SampleArticles.Folder())!;
        if (Peer.Try(() => Peer.Run("sh", ["-c", "command -v wrk"])) is null) throw new InvalidOperationException("wrk is missing; install the package wrk");
        var cli = Environment.GetEnvironmentVariable("ASSAY_CLI") ?? Path.Combine(root, "src", "Assay.Cli", "bin", "Release", "net10.0", "Assay.Cli.dll");
        var folder = Directory.CreateTempSubdirectory("assay-load-").FullName;
        Console.WriteLine(Machine.Describe());
        try
        {
            await MeasureAsync("SQLite", cli, Path.Combine(folder, "desk.db"), folder, rounds);
            var server = Path.Combine(folder, "pg");
            if (Peer.Try(() => Peer.Run("bash", ["-c", $"mkdir -p {server} && chmod 755 {folder} && {root}/tests/postgres start {server} > {folder}/said 2>&1 < /dev/null && cat {folder}/said"])) is not { } where)
            {
                Console.WriteLine("PostgreSQL can't be started here: not measured");
                return;
            }
            try
            {
                await MeasureAsync("PostgreSQL", cli, where.Trim(), folder, rounds);
            }
            finally
            {
                Peer.Run("bash", [$"{root}/tests/postgres", "remove", server]);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string name, string cli, string store, string folder, int rounds)
    {
        using var workbench = WorkbenchServer.Serve(cli, store, folder);
        var article = await workbench.PublishAsync(Path.Combine(SampleArticles.Folder(), "oil-in-whose-hands.txt"));
        using var http = new HttpClient();
        var page = await http.GetByteArrayAsync(workbench.Address + article);
        using var bare = WorkbenchServer.Bare(page.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: a published page of {page.Length:N0} bytes"));
        var reacting = Path.Combine(folder, "react.lua");
        await File.WriteAllTextAsync(reacting, Script(article, await workbench.ReadersAsync(article, Readers)));
        Wrk(workbench.Address + article, 3);
        Wrk(bare.Address, 3);
        Wrk(workbench.Address, 3, reacting);
        List<(double, double)> pages = [], reactions = [];
        List<double> late = [], bareLate = [];
        for (var round = 0; round < rounds; round++)
        {
            var (own, plain) = (Wrk(workbench.Address + article, 5), Wrk(bare.Address, 5));
            pages.Add((own.ASecond, plain.ASecond));
            late.Add(own.Late);
            bareLate.Add(plain.Late);
            reactions.Add((Wrk(workbench.Address, 5, reacting).ASecond, WorkbenchBare.InsertsASecond(store, TimeSpan.FromSeconds(5))));
        }
        Say("pages a second", pages);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  99 of 100 within {Sample.MedianOf(late):0.0} ms, bare {Sample.MedianOf(bareLate):0.0} ms"));
        Say("durable reactions a second", reactions);
    }

    private static void Say(string what, List<(double Own, double Bare)> rounds) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {what}: {Sample.MedianOf(rounds.Select(round => round.Own)):N0}, bare {Sample.MedianOf(rounds.Select(round => round.Bare)):N0}; bare ÷ own in the same round {Sample.MedianOf(rounds.Select(round => round.Bare / round.Own)):0.00} ({string.Join(", ", rounds.Select(round => (round.Bare / round.Own).ToString("0.00", CultureInfo.InvariantCulture)))})"));

    private static (double ASecond, double Late) Wrk(string address, int seconds, string? script = null)
    {
        var output = Peer.Run("wrk", ["-t2", $"-c{Connections}", $"-d{seconds}s", "--latency", .. script is null ? Array.Empty<string>() : ["-s", script], address]);
        if (output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{address} refuses: {output}");
        var late = Late().Match(output);
        var unit = late.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };
        return (double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(late.Groups[1].Value, CultureInfo.InvariantCulture) * unit);
    }

    // Each request is another reader's, to the article or one of its first findings, now useful and now not.
    private static string Script(string article, (string Token, string Cookies)[] readers) => $$"""
        local readers = { {{string.Join(", ", readers.Select(reader => $"{{ \"{reader.Token}\", \"{reader.Cookies}\" }}"))}} }
        local turn = 0
        request = function()
          turn = turn + 1
          local reader = readers[turn % #readers + 1]
          local claim = math.floor(turn / #readers) % 10 + 1
          local body = '{"claim":"c' .. claim .. '","useful":' .. (turn % 3 == 0 and "false" or "true") .. '}'
          return wrk.format("POST", "{{article}}/reactions.json", { ["RequestVerificationToken"] = reader[1], ["Cookie"] = reader[2], ["Content-Type"] = "application/json" }, body)
        end
        """;

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex Late();
}
