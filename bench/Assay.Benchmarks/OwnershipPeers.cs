using System.Globalization;
using System.Text.RegularExpressions;

namespace Assay.Benchmarks;

/// <summary>What ownership is measured against: the reference in C++ and DuckDB, both of the shared folder. Each run is a process of its own.</summary>
internal static partial class OwnershipPeers
{
    /// <summary>The reference, compiled; null where there is no compiler.</summary>
    public static string? Reference() => Peer.Compile("ownref.cpp", "assay-ownref");

    /// <summary>The script for DuckDB, beside the packages that node needs for it; null where node does not find them.</summary>
    public static string? Duck()
    {
        if (!Peer.HasDuck) return null;
        var script = Path.Combine(Peer.NodeFolder ?? Directory.GetCurrentDirectory(), "assay-j1_duckdb.mjs");
        File.Copy(Path.Combine(Peer.Shared, "j1_duckdb.mjs"), script, true);
        return script;
    }

    /// <summary>What the reference takes for a job; it is stopped once it has said so. Null where it has no such job.</summary>
    public static Dictionary<string, Sample>? AskReference(string reference, string job, string folder, int repeats)
    {
        var (demand, times, until) = job switch
        {
            "repeat" => ("", repeats, "J1 8-vector"),
            "everywhere" => ("", repeats, "J1 solve"),
            "first" => ("1", 1, "demand:"),
            "control" => ("", OwnershipChild.LongRepeats, "J2 control"),
            "csv" => ("", 1, "by country"),
            _ => ("", 0, ""),
        };
        if (times == 0) return null;
        var run = AskReference(reference, folder, times, until, demand);
        var found = new Dictionary<string, Sample> { [OwnershipRows.Memory] = Sample.Of(run.Megabytes) };
        switch (job)
        {
            case "repeat":
                found.Add(OwnershipRows.Repeat, Of(Solve(), run.Text));
                found.Add(OwnershipRows.Totals, Of(Totals(), run.Text));
                found.Add(OwnershipRows.Eight, Of(Eight(), run.Text));
                break;
            case "everywhere":
                var solve = Of(Solve(), run.Text);
                found.Add(OwnershipRows.Everywhere, solve);
                found.Add(OwnershipRows.Prepared, Sample.Of(solve.Median + Preparing().Matches(run.Text).Sum(phase => Number(phase.Groups[1].Value))));
                break;
            case "first":
                found.Add(OwnershipRows.First, Of(Demand(), run.Text));
                break;
            case "control":
                // Its graph is laid out for this before its clock starts; ours is made ready from the graph.
                found.Add(OwnershipRows.Control, Of(Control(), run.Text));
                found.Add(OwnershipRows.Ready, Of(Control(), run.Text));
                break;
            case "csv":
                found.Add(OwnershipRows.Csv, Sample.Of(run.Seconds));
                break;
        }
        return found;
    }

    /// <summary>All that the reference says of a graph.</summary>
    public static string AskReference(string reference, string folder) => AskReference(reference, folder, 1, "J2 control", "").Text;

    /// <summary>What the reference said of a figure; null where it was not asked.</summary>
    public static string? Says(string? reference, string name) => reference is null ? null : name == "countries"
        ? reference.Split('\n').First(line => line.StartsWith("by country", StringComparison.Ordinal)).Split("):")[1].Trim()
        : Regex.Match(reference, $@"\b{name} (\d+)").Groups[1].Value;

    /// <summary>What DuckDB takes for a job; null where it has none like it.</summary>
    public static Dictionary<string, Sample>? AskDuck(string script, string job, string folder)
    {
        if (job is not ("first" or "control" or "csv" or "snapshot")) return null;
        var run = MeasuredRun.Of(["node", script, folder, job == "control" ? "j2" : "j1cte"], null, Path.GetDirectoryName(script));
        var said = Duckdb().Match(run.Text);
        var (load, median, least) = (Number(said.Groups[1].Value), Number(said.Groups[2].Value), Number(said.Groups[3].Value));
        var solve = new Sample(median, least);
        var found = new Dictionary<string, Sample> { [OwnershipRows.Memory] = Sample.Of(run.Megabytes) };
        switch (job)
        {
            case "first":
                found.Add(OwnershipRows.First, solve);
                break;
            case "control":
                found.Add(OwnershipRows.AllControl, solve);
                break;
            case "csv":
                found.Add(OwnershipRows.Csv, new Sample(load + median, load + least));
                break;
            case "snapshot":
                found.Add(OwnershipRows.Snapshot, solve);
                break;
        }
        return found;
    }

    private static MeasuredRun AskReference(string reference, string folder, int repeats, string until, string demand)
    {
        // Its lines come as they are written, so that it can be stopped at one.
        string[] setting = demand.Length > 0 ? ["DEMAND=" + demand] : [];
        return MeasuredRun.Of(["env", .. setting, "stdbuf", "-oL", reference, folder, repeats.ToString(CultureInfo.InvariantCulture)], until);
    }

    private static Sample Of(Regex figures, string text)
    {
        var found = figures.Match(text);
        var median = Number(found.Groups[1].Value);
        return new Sample(median, found.Groups[2].Success ? Number(found.Groups[2].Value) : median);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("J1 solve median ([0-9.]+) min ([0-9.]+)")]
    private static partial Regex Solve();

    [GeneratedRegex("aggregate by country median ([0-9.]+)")]
    private static partial Regex Totals();

    [GeneratedRegex(@"J1 8-vector .*median ([0-9.]+)")]
    private static partial Regex Eight();

    [GeneratedRegex(@"demand: .* total ([0-9.]+) s")]
    private static partial Regex Demand();

    [GeneratedRegex(@"J2 control: .* median ([0-9.]+) min ([0-9.]+)")]
    private static partial Regex Control();

    [GeneratedRegex(@"phase (?:CSR by owner|SCC \(Tarjan\)|levels\+renumber\+CSR) +([0-9.]+) s")]
    private static partial Regex Preparing();

    [GeneratedRegex("load ([0-9.]+) solve median ([0-9.]+) min ([0-9.]+)")]
    private static partial Regex Duckdb();
}
