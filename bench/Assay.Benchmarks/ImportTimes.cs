using System.Globalization;

namespace Assay.Benchmarks;

/// <summary>
/// How fast register files become graphs of numbers: wide quoted CSV of GLEIF's shape and JSON lines of FollowTheMoney's, beside the reference in C++, DuckDB
/// and libraries of .NET; each in a process of its own, in turns. Ratios are of runs next to each other. All must find the same.
/// </summary>
internal static class ImportTimes
{
    private const string Own = "Assay";
    private const int UsualRounds = 5;

    /// <summary>Runs what the arguments after "import" say.</summary>
    public static void Run(string[] arguments)
    {
        if (arguments is ["child", var how, var of, var file])
        {
            ImportChild.Run(how, of, file);
            return;
        }
        var (formats, rounds) = (new List<string>(), UsualRounds);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--rounds") rounds = int.Parse(arguments[++i], NumberStyles.None, CultureInfo.InvariantCulture);
            else if (arguments[i] is "csv" or "json") formats.Add(arguments[i]);
            else throw new ArgumentException($"There is no format {arguments[i]}; there are csv and json.");
        }
        var (reference, duck) = (ImportPeers.Reference(), ImportPeers.Duck());
        if (reference is null) Console.WriteLine("No g++ or no importref.cpp here (set PERF_FOLDER): the reference is not measured.");
        if (duck is null) Console.WriteLine("No DuckDB here (set NODE_FOLDER to a folder with @duckdb/node-api): it is not measured.");
        Console.WriteLine(Machine.Describe());
        foreach (var format in formats.Count > 0 ? formats : ["csv", "json"]) Measure(format, FileOf(format), rounds, reference, duck);
    }

    /// <summary>A generated file, made where it is missing.</summary>
    private static string FileOf(string format)
    {
        var folder = Environment.GetEnvironmentVariable("DATA_FOLDER") ?? Path.Combine(Path.GetTempPath(), "assay-import");
        var file = Path.Combine(folder, format == "csv" ? "rr.csv" : "ftm.jsonl");
        if (!File.Exists(file)) Peer.Run("python3", [Path.Combine(Peer.Shared, "gen_import.py"), folder, "3500000", "2500000", "5"]);
        return file;
    }

    private static void Measure(string format, string file, int rounds, string? reference, string? duck)
    {
        var answers = new Dictionary<string, List<ImportAnswer>>();
        for (var round = 0; round < rounds; round++)
        {
            if (reference is not null) Add("reference", ImportPeers.AskReference(reference, format, file));
            Add(Own, ImportPeers.AskOwn("scan", format, file));
            if (duck is not null) Add("DuckDB", ImportPeers.AskDuck(duck, format, file));
            Add(format == "csv" ? "Sylvan.Data.Csv, one thread" : "Utf8JsonReader, one thread", ImportPeers.AskOwn("library", format, file));
        }
        var bytes = new FileInfo(file).Length;
        var own = answers[Own];
        Say($"{format}: {bytes / 1e9:0.00} GB, {own[0].Edges:N0} edges, {own[0].Ids:N0} ids, {own[0].Linked:N0} of them in edges, sum of shares {own[0].Sum:0.00}; {rounds} rounds in turns");
        foreach (var (name, its) in answers) Check(name, own[0], its);
        Say($"| program | file → graph, s: median (least) | MB/s | Assay / it: median of the rounds | whole process, s | Assay / it | processor time, s | Assay / it | peak memory, MB | part of the file |");
        Say($"| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, its) in answers)
        {
            var (seconds, memory) = (Median(its, each => each.Seconds), Median(its, each => each.Run.Megabytes));
            Say($"| {name} | {seconds:0.00} ({its.Min(each => each.Seconds):0.00}) | {bytes / 1e6 / seconds:N0} | {Ratio(each => each.Seconds)} | {Median(its, each => each.Run.Seconds):0.00} | {Ratio(each => each.Run.Seconds)} | {Median(its, each => each.Run.ProcessorSeconds):0.00} | {Ratio(each => each.Run.ProcessorSeconds)} | {memory:0} | {memory * (1 << 20) / bytes:0.00} |");

            string Ratio(Func<ImportAnswer, double> figure) =>
                name == Own ? "" : Sample.MedianOf(own.Zip(its, (mine, other) => figure(mine) / figure(other))).ToString("0.00", CultureInfo.InvariantCulture);
        }

        void Add(string name, ImportAnswer answer)
        {
            if (!answers.TryGetValue(name, out var its)) answers.Add(name, its = []);
            its.Add(answer);
        }
    }

    private static double Median(List<ImportAnswer> answers, Func<ImportAnswer, double> figure) => Sample.MedianOf(answers.Select(figure));

    /// <summary>Whether all found the same, as far as each tells; the sums differ by how they were rounded.</summary>
    private static void Check(string name, ImportAnswer own, List<ImportAnswer> its)
    {
        foreach (var answer in its)
        {
            if (answer.Edges == own.Edges && (answer.Ids ?? own.Ids) == own.Ids && (answer.Linked ?? own.Linked) == own.Linked && Math.Abs(answer.Sum - own.Sum) < 0.02) continue;
            Console.WriteLine($"DIFFERENT: {name} finds {answer.Edges} edges, {answer.Ids} ids, {answer.Linked} in edges, sum {answer.Sum}");
            Environment.ExitCode = 1;
            return;
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
