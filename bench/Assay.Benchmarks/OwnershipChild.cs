using System.Diagnostics;
using System.Globalization;
using Assay.Ownership;

namespace Assay.Benchmarks;

/// <summary>One job on a graph in a process of its own. Reading the resolved stakes into memory is no part of what is measured.</summary>
internal static class OwnershipChild
{
    /// <summary>How many times the reference repeats what takes long.</summary>
    public const int LongRepeats = 3;

    public static void Run(string job, OwnershipData data, int repeats)
    {
        switch (job)
        {
            case "repeat":
                Repeat(data, repeats);
                break;
            case "everywhere":
                Everywhere(data, repeats);
                break;
            case "first":
                First(data);
                break;
            case "control":
                Control(data);
                break;
            case "accuracy":
                OwnershipAccuracy.Run(data);
                break;
            default:
                throw new ArgumentException($"There is no job {job}.", nameof(job));
        }
    }

    public static OwnershipGraph Graph(OwnershipData data)
    {
        var builder = new OwnershipGraphBuilder();
        builder.Add(data.Owners, data.Assets, data.Shares);
        return builder.Build(data.EntityCount);
    }

    /// <summary>Whoever has no recorded owner keeps what reaches it, as in the reference.</summary>
    public static bool[] Terminal(OwnershipGraph graph)
    {
        var terminal = new bool[graph.EntityCount];
        graph.MarkUnowned(terminal);
        return terminal;
    }

    public static OwnershipSolver Above(OwnershipData data)
    {
        var graph = Graph(data);
        return OwnershipSolver.PrepareAbove(graph, Terminal(graph), data.Valued);
    }

    /// <summary>The values, each vector a multiple of the first.</summary>
    public static Amounts Values(OwnershipSolver solver, OwnershipData data, int vectors = 1)
    {
        var values = solver.NewAmounts(vectors);
        for (var i = 0; i < data.Valued.Length; i++)
            for (var vector = 0; vector < vectors; vector++)
                values[data.Valued[i], vector] = data.Values[i] * (vector + 1);
        return values;
    }

    private static void Repeat(OwnershipData data, int repeats)
    {
        var solver = Above(data);
        var (values, held) = (Values(solver, data), solver.NewAmounts());
        Say(OwnershipRows.Repeat, Times(repeats, () => solver.FindHeld(values, held)));
        var (countries, bounds) = (solver.Group(data.Countries, data.CountryNames.Length), new AmountInterval[data.CountryNames.Length]);
        Say(OwnershipRows.Totals, Times(repeats, () => solver.Total(held, countries, bounds)));
        var (eight, eightHeld) = (Values(solver, data, 8), solver.NewAmounts(8));
        Say(OwnershipRows.Eight, Times(LongRepeats, () => solver.FindHeld(eight, eightHeld)));
    }

    private static void Everywhere(OwnershipData data, int repeats)
    {
        var ones = new double[data.EntityCount];
        Array.Fill(ones, 1);
        var clock = Stopwatch.StartNew();
        var graph = Graph(data);
        var solver = OwnershipSolver.Prepare(graph, Terminal(graph));
        var (values, held) = (solver.NewAmounts(), solver.NewAmounts());
        values.Set(ones);
        var first = Times(1, () => solver.FindHeld(values, held));
        Say(OwnershipRows.Prepared, [clock.Elapsed.TotalSeconds]);
        Say(OwnershipRows.Everywhere, [.. first, .. Times(repeats - 1, () => solver.FindHeld(values, held))]);
    }

    private static void First(OwnershipData data)
    {
        var times = new List<double>();
        for (var i = 0; i < LongRepeats; i++)
        {
            times.AddRange(Times(1, () => Answer(data)));
            GC.Collect();
        }
        Say(OwnershipRows.First, times);
    }

    private static HeldTotals Answer(OwnershipData data)
    {
        var solver = Above(data);
        var held = Values(solver, data);
        solver.FindHeld(held, held);
        return solver.Total(held, solver.Group(data.Countries, data.CountryNames.Length), new AmountInterval[data.CountryNames.Length]);
    }

    private static void Control(OwnershipData data)
    {
        OwnershipGraph graph = null!;
        OwnershipControl control = null!;
        Say(OwnershipRows.AllControl, Times(1, () => new OwnershipControl(graph = Graph(data), Terminal(graph)).Count()));
        var terminal = Terminal(graph);
        Say(OwnershipRows.Ready, Times(LongRepeats, () => (control = new OwnershipControl(graph, terminal)).Count()));
        Say(OwnershipRows.Control, Times(LongRepeats, () => control.Count()));
    }

    private static List<double> Times(int repeats, Action action)
    {
        var times = new List<double>();
        for (var i = 0; i < repeats; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        return times;
    }

    private static void Say(string row, IEnumerable<double> seconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row}\t{string.Join('\t', seconds.Select(each => each.ToString("R", CultureInfo.InvariantCulture)))}"));
}
