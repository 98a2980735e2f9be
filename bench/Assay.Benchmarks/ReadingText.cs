using System.Diagnostics;
using System.Globalization;
using System.Text;
using Assay.Mentions;

namespace Assay.Benchmarks;

/// <summary>The text and names that readers are measured with, made by <c>gen_text.py</c> of the shared folder and kept in the temporary folder.</summary>
internal sealed class ReadingText
{
    private ReadingText(string folder)
    {
        Folder = folder;
        Bytes = new FileInfo(Path.Combine(folder, "news.txt")).Length;
        Text = File.ReadAllText(Path.Combine(folder, "news.txt"));
        var ends = new List<(int, int)>();
        for (var from = 0; Text.IndexOf("\n%%\n", from, StringComparison.Ordinal) is >= 0 and var end; from = end + 4) ends.Add((from, end + 4));
        Articles = [.. ends];
    }

    public string Folder { get; }

    public long Bytes { get; }

    public string Text { get; }

    /// <summary>Where each article begins and ends.</summary>
    public (int From, int To)[] Articles { get; }

    /// <summary>So many megabytes, made at the first call.</summary>
    public static ReadingText Make(int megabytes)
    {
        var folder = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"assay-reading-{megabytes}"));
        if (!File.Exists(Path.Combine(folder, "text.json")))
        {
            if (!File.Exists(Path.Combine(Peer.Shared, "gen_text.py"))) throw new InvalidOperationException($"{Peer.Shared} has no gen_text.py; name its folder in PERF_FOLDER");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Writing {megabytes} MB of text and a million names to {folder} …"));
            Peer.Run("python3", [Path.Combine(Peer.Shared, "gen_text.py"), folder, megabytes.ToString(CultureInfo.InvariantCulture), "7"]);
        }
        return new ReadingText(folder);
    }

    /// <summary>The names of a dictionary in a table, and how long that took.</summary>
    public static (NameTable Names, double Seconds) Load(string dictionary)
    {
        var clock = Stopwatch.StartNew();
        var names = new NameTable((int)(new FileInfo(dictionary).Length / 20));
        using var lines = new StreamReader(dictionary, Encoding.UTF8, false, 1 << 16);
        while (lines.ReadLine() is { } line) names.Add(line.AsSpan(line.IndexOf('\t', StringComparison.Ordinal) + 1));
        return (names, clock.Elapsed.TotalSeconds);
    }
}
