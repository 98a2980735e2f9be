using System.Globalization;
using System.Runtime.InteropServices;

namespace Assay.Benchmarks;

/// <summary>What figures were measured on.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, memory, runtime, date, and how busy the machine is just now.</summary>
    public static string Describe()
    {
        var processor = Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30);
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";
        return string.Create(CultureInfo.InvariantCulture,
            $"Measured on {processor}, {Environment.ProcessorCount} cores, {memory:0} GiB, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; load before it {load}");
    }

    private static string? Line(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':')[1].Trim()
        : null;
}
