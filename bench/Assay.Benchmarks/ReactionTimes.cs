using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Reactions;

namespace Assay.Benchmarks;

/// <summary>
/// How long fits of readers' positions and whole scorings take, beside the reference in C++: each in a process of its own, in turns, so that what slows
/// the machine slows both. Ratios are of runs next to each other.
/// </summary>
internal static partial class ReactionTimes
{
    private const int Repeats = 3;
    private const int Changes = 1000;

    /// <summary>By how many readers on how many findings the reactions of a scoring are.</summary>
    private const int Readers = 100_000;
    private const int Findings = 20_000;

    /// <summary>Runs what the arguments after "reactions" say.</summary>
    public static void Run(string[] arguments)
    {
        if (arguments is ["fit", var file])
        {
            Fit(ReactionData.Load(file));
            return;
        }
        if (arguments is ["score", var count])
        {
            Score(int.Parse(count, CultureInfo.InvariantCulture));
            return;
        }
        var rounds = arguments is [.., "--rounds", var said] ? int.Parse(said, CultureInfo.InvariantCulture) : 5;
        var sizes = arguments.TakeWhile(argument => argument != "--rounds").Select(size => int.Parse(size.Replace("m", "000000", StringComparison.OrdinalIgnoreCase), CultureInfo.InvariantCulture)).ToArray();
        var reference = Peer.Compile("mfref.cpp", "assay-mfref", "-ffast-math");
        if (reference is null) Console.WriteLine("No g++ or no mfref.cpp here (set PERF_FOLDER): the reference is not measured.");
        Console.WriteLine(Machine.Describe());
        Console.WriteLine("| reactions | what | reference | Assay | ratio of neighbours | loss, reference | loss, Assay |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var size in sizes.Length > 0 ? sizes : [1_000_000, 10_000_000]) Measure(size, rounds, reference);
    }

    private static void Measure(int size, int rounds, string? reference)
    {
        var file = ReactionData.FileOf(size);
        var (fits, its, scorings, changes) = (new List<double[]>(), new List<double[]>(), new List<double[]>(), new List<double[]>());
        for (var round = 0; round < rounds; round++)
        {
            if (reference is not null) its.Add([.. Reference().Match(Peer.Run(reference, [file])).Groups.Values.Skip(1).Select(group => Number(group.Value))]);
            fits.Add(Child("fit", file));
            var scored = Child("score", $"{size}");
            scorings.Add(scored[..^1]);
            changes.Add(scored[^1..]);
        }
        var referenceLoss = its.Count > 0 ? its[0][2].ToString("F8", CultureInfo.InvariantCulture) : "–";
        Print(size, "lay out", [.. its.Select(it => it[0])], [.. fits.Select(fit => fit[0])], "", "");
        Print(size, "fit", [.. its.Select(it => it[1])], [.. fits.Select(fit => fit[1])], referenceLoss, fits[0][2].ToString("F8", CultureInfo.InvariantCulture));
        Print(size, "score everything, first time in a process", [], [.. scorings.Select(times => times[0])], "", "");
        Print(size, "score everything, median", [], [.. scorings.Select(Sample.Of).Select(sample => sample.Median)], "", "");
        Print(size, "one changed reaction, mean of a thousand", [], [.. changes.Select(times => times[0])], "", "");
    }

    private static void Print(int size, string what, double[] its, double[] ours, string referenceLoss, string loss)
    {
        var ratio = its.Length == 0 ? "" : Sample.MedianOf(its.Zip(ours, (it, our) => our / it)).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size:N0} | {what} | {(its.Length == 0 ? "" : Seconds(its))} | {Seconds(ours)} | {ratio} | {referenceLoss} | {loss} |"));
    }

    private static string Seconds(double[] times) => Sample.Of(times) is var sample && sample.Median < 0.001
        ? string.Create(CultureInfo.InvariantCulture, $"{sample.Median * 1e6:0.0} µs")
        : string.Create(CultureInfo.InvariantCulture, $"{sample.Median:0.000} s (least {sample.Least:0.000})");

    private static double[] Child(string job, string argument) =>
        [.. Peer.Run(Environment.ProcessPath!, ["reactions", job, argument]).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    /// <summary>Says the median times of laying out and of fitting, and the loss.</summary>
    private static void Fit(ReactionData data)
    {
        var (tables, fits, loss) = (new List<double>(), new List<double>(), 0.0);
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var table = RatingTable.Build(data.Readers, data.Findings, data.Halves, data.ReaderCount, data.FindingCount);
            tables.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            start = Stopwatch.GetTimestamp();
            loss = ReactionFit.Find(table).Loss;
            fits.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        Say([Sample.Of(tables).Median, Sample.Of(fits).Median, loss]);
    }

    /// <summary>Says the time of each scoring, and last that of one changed reaction.</summary>
    private static void Score(int count)
    {
        var data = ReactionData.Draw(count, Readers, Findings);
        var reactions = new Reaction[count];
        for (var i = 0; i < count; i++) reactions[i] = new Reaction(data.Readers[i], data.Findings[i], data.Halves[i] == 2);
        var (times, value) = (new List<double>(), 0.0);
        ReactionScores scores = null!;
        for (var i = 0; i < Repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            scores = ReactionScores.Build(reactions, data.ReaderCount, data.FindingCount);
            for (var finding = 0; finding < data.FindingCount; finding++) value += scores.ScoreOf(finding).Value;
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        var chance = new Random(2);
        var changing = Stopwatch.GetTimestamp();
        for (var i = 0; i < Changes; i++) value += scores.Set(chance.Next(data.ReaderCount), chance.Next(data.FindingCount), chance.Next(2) == 0).Value;
        times.Add(Stopwatch.GetElapsedTime(changing).TotalSeconds / Changes);
        Say(times);
        GC.KeepAlive(value);
    }

    private static void Say(IEnumerable<double> figures) => Console.WriteLine(string.Join(' ', figures.Select(figure => figure.ToString("R", CultureInfo.InvariantCulture))));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"csr ([0-9.]+) fit ([0-9.]+) s .* loss ([0-9.]+)")]
    private static partial Regex Reference();
}
