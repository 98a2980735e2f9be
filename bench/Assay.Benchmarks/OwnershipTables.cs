using System.Globalization;

namespace Assay.Benchmarks;

/// <summary>Gathers the samples of all rounds and writes them as tables.</summary>
internal sealed class OwnershipTables
{
    /// <summary>How our own figures are called among the others.</summary>
    public const string Own = "Assay";

    private readonly Dictionary<(int Size, string Job, string Row), Dictionary<string, List<Sample>>> _samples = [];

    /// <summary>How a number of entities is written.</summary>
    public static string Of(int size) => size >= 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{size / 1e6:0.##}M") : string.Create(CultureInfo.InvariantCulture, $"{size / 1e3:0.##}k");

    /// <summary>One run of one program; its figures are said at once, so that a run that is stopped has told something.</summary>
    public void Add(int size, string job, string program, Dictionary<string, Sample> found)
    {
        foreach (var (row, sample) in found)
        {
            var programs = _samples.TryGetValue((size, job, row), out var known) ? known : _samples[(size, job, row)] = [];
            (programs.TryGetValue(program, out var samples) ? samples : programs[program] = []).Add(sample);
        }
        Console.WriteLine($"{Of(size)} {job} {program}: {string.Join("; ", found.Select(each => $"{each.Key} {(each.Key == OwnershipRows.Memory ? Megabytes(each.Value.Median) : Time(each.Value.Median))}"))}");
    }

    public void Print(int rounds)
    {
        Say($"\n{rounds} rounds in turns; a round's figure is the median of its repetitions.\n");
        Say($"| what | entities | Assay, median (least) | beside it | its median (least) | Assay / it: median of the rounds | of the medians |");
        Say($"| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var ((size, _, row), programs) in InOrder()) Compare(row, size, programs, Time);
        Say($"\nThe most memory a process had:\n");
        Say($"| process | entities | Assay, MB | beside it | its MB | Assay / it: median of the rounds | of the medians |");
        Say($"| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var ((size, job, row), programs) in _samples.Where(each => each.Key.Row == OwnershipRows.Memory))
            Compare(job, size, programs, Megabytes);
        Say($"\nThe first call in a process beside those after it:\n");
        Say($"| what | entities | first | later |");
        Say($"| --- | --- | --- | --- |");
        foreach (var ((size, _, row), programs) in InOrder())
        {
            if (!programs.TryGetValue(Own, out var own) || own[0].First is null) continue;
            Say($"| {row} | {Of(size)} | {Time(Sample.MedianOf(own.Select(each => each.First!.Value)))} | {Time(Sample.MedianOf(own.Select(each => each.Later!.Value)))} |");
        }
    }

    private IEnumerable<KeyValuePair<(int Size, string Job, string Row), Dictionary<string, List<Sample>>>> InOrder() =>
        _samples.Where(each => each.Key.Row != OwnershipRows.Memory).OrderBy(each => Array.IndexOf(OwnershipRows.All, each.Key.Row)).ThenBy(each => each.Key.Size);

    private static void Compare(string what, int size, Dictionary<string, List<Sample>> programs, Func<double, string> write)
    {
        if (!programs.TryGetValue(Own, out var own)) return;
        var (ours, peers) = (Medians(own), programs.Where(each => each.Key != Own).ToList());
        var mine = $"{write(Sample.MedianOf(ours))} ({write(own.Min(each => each.Least))})";
        if (peers.Count == 0) Say($"| {what} | {Of(size)} | {mine} | | | | |");
        foreach (var (name, samples) in peers)
        {
            var its = Medians(samples);
            Say($"| {what} | {Of(size)} | {mine} | {name} | {write(Sample.MedianOf(its))} ({write(samples.Min(each => each.Least))}) | {Ratio(Sample.MedianOf(ours.Zip(its, (a, b) => a / b)))} | {Ratio(Sample.MedianOf(ours) / Sample.MedianOf(its))} |");
        }

        static List<double> Medians(List<Sample> samples) => [.. samples.Select(each => each.Median)];
    }

    private static string Time(double seconds) => seconds switch
    {
        < 0.01 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.00} ms"),
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3:0.0} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s"),
    };

    private static string Megabytes(double megabytes) => string.Create(CultureInfo.InvariantCulture, $"{megabytes:0}");

    private static string Ratio(double ratio) => ratio.ToString(ratio < 0.1 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
