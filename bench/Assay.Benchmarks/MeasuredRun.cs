using System.Globalization;

namespace Assay.Benchmarks;

/// <summary>One run of a program in a process of its own.</summary>
/// <param name="Text">What it wrote.</param>
/// <param name="Seconds">From its start to its end, or to the line it was to be stopped at.</param>
/// <param name="Megabytes">The most memory it had until then.</param>
/// <param name="ProcessorSeconds">The time of all processors that it took.</param>
internal sealed record MeasuredRun(string Text, double Seconds, double Megabytes, double ProcessorSeconds)
{
    /// <summary>Runs a program; fails where it fails.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="until">The beginning of the line at which it has done enough and is stopped; null: it runs to its end.</param>
    /// <param name="folder">Where it runs; null: here.</param>
    public static MeasuredRun Of(IEnumerable<string> command, string? until = null, string? folder = null)
    {
        string[] limit = until is null ? [] : ["--until", until];
        var text = Peer.Run("python3", [Path.Combine(Peer.Folder, "measured.py"), .. limit, .. command], folder).TrimEnd();
        var end = text.LastIndexOf('\n') + 1;
        var measured = text[end..].Split(' ');
        return new MeasuredRun(text[..end], Number(measured[1]), Number(measured[2]) / 1024, Number(measured[3]));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
