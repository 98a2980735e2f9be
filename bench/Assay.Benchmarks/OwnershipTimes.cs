using System.Globalization;

namespace Assay.Benchmarks;

/// <summary>
/// How long ownership takes in graphs of a hundred thousand to ten million entities, beside the reference in C++ and DuckDB: each in a process of
/// its own, in turns, so that what slows the machine slows all. Ratios are of runs next to each other.
/// </summary>
internal static class OwnershipTimes
{
    private static readonly string[] Jobs = ["accuracy", "repeat", "everywhere", "first", "control", "csv", "snapshot"];

    /// <summary>Runs what the arguments after "ownership" say.</summary>
    public static void Run(string[] arguments)
    {
        if (arguments is ["child", var job, var folder, var repeated])
        {
            OwnershipChild.Run(job, OwnershipData.Load(folder), int.Parse(repeated, CultureInfo.InvariantCulture));
            return;
        }
        var (sizes, jobs, rounds, repeats) = (new List<int>(), Jobs, 5, 15);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--jobs":
                    jobs = arguments[++i].Split(',');
                    if (jobs.Except(Jobs).FirstOrDefault() is { } unknown) throw new ArgumentException($"There is no job {unknown}; there are {string.Join(", ", Jobs)}.");
                    break;
                case "--rounds":
                    rounds = Count(arguments[++i]);
                    break;
                case "--repeats":
                    repeats = Math.Max(2, Count(arguments[++i]));
                    break;
                default:
                    sizes.Add(Count(arguments[i]));
                    break;
            }
        }
        Run(sizes.Count > 0 ? sizes : [1_000_000], jobs, rounds, repeats);
    }

    private static void Run(List<int> sizes, string[] jobs, int rounds, int repeats)
    {
        var (reference, duck, command) = (OwnershipPeers.Reference(), OwnershipPeers.Duck(), OwnershipCommand.Exists);
        if (reference is null) Console.WriteLine("No g++ or no ownref.cpp here (set PERF_FOLDER): the reference is not measured.");
        if (duck is null) Console.WriteLine("No DuckDB here (set NODE_FOLDER to a folder with @duckdb/node-api): it is not measured.");
        if (!command && jobs.Any(IsWhole)) Console.WriteLine("No command line with `graph own` here (build src/Assay.Cli, or set ASSAY_CLI): whole processes are not measured.");
        Console.WriteLine(Machine.Describe());
        var tables = new OwnershipTables();
        try
        {
            foreach (var size in sizes)
            {
                var folder = OwnershipData.FolderOf(size);
                // What is resolved once must not be resolved in the first of the measured processes.
                OwnershipData.Load(folder);
                GC.Collect();
                foreach (var job in jobs.Where(job => command || !IsWhole(job)))
                {
                    if (job == "accuracy") Check(size, folder, reference);
                    else Measure(tables, size, folder, job, rounds, repeats, reference, duck);
                }
            }
        }
        catch (InvalidOperationException failed)
        {
            // What was measured before a program failed is worth its time.
            Console.WriteLine(failed.Message);
            Environment.ExitCode = 1;
        }
        tables.Print(rounds);
    }

    private static void Measure(OwnershipTables tables, int size, string folder, string job, int rounds, int repeats, string? reference, string? duck)
    {
        for (var round = 0; round < rounds; round++)
        {
            if (reference is not null && OwnershipPeers.AskReference(reference, job, folder, repeats) is { } its) tables.Add(size, job, "reference", its);
            tables.Add(size, job, OwnershipTables.Own, IsWhole(job) ? OwnershipCommand.Ask(job, folder) : Child(job, folder, repeats));
            if (duck is not null && OwnershipPeers.AskDuck(duck, job, folder) is { } ducks) tables.Add(size, job, "DuckDB", ducks);
        }
    }

    private static void Check(int size, string folder, string? reference)
    {
        var said = Peer.Run(Environment.ProcessPath!, ["ownership", "child", "accuracy", folder, "1"]);
        Console.WriteLine($"{OwnershipTables.Of(size)} entities, accuracy:");
        if (!OwnershipAccuracy.Report(said, reference is null ? null : OwnershipPeers.AskReference(reference, folder))) Environment.ExitCode = 1;
    }

    private static Dictionary<string, Sample> Child(string job, string folder, int repeats)
    {
        var run = MeasuredRun.Of([Environment.ProcessPath!, "ownership", "child", job, folder, repeats.ToString(CultureInfo.InvariantCulture)]);
        var found = run.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => Of(cells[0], [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))]));
        found.Add(OwnershipRows.Memory, Sample.Of(run.Megabytes));
        return found;

        static Sample Of(string row, double[] times) => row == OwnershipRows.First ? Sample.OfFirst(times) : Sample.Of(times);
    }

    private static bool IsWhole(string job) => job is "csv" or "snapshot";

    /// <summary>A number, perhaps in thousands (k) or millions (m).</summary>
    private static int Count(string text)
    {
        var unit = char.ToLowerInvariant(text[^1]) switch { 'k' => 1_000, 'm' => 1_000_000, _ => 1 };
        return unit * int.Parse(unit == 1 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
