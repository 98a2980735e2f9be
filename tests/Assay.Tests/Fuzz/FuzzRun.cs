using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Xunit;

namespace Assay.Tests.Fuzz;

/// <summary>
/// Many rounds of a test on random input. The ordinary run takes fixed seeds, so that it finds today what it found yesterday; with
/// <see cref="Variable"/> set to a number of seconds each test takes seeds nobody chose, for that long. A failure names its seed;
/// <see cref="SeedVariable"/> runs that one again.
/// </summary>
internal static class FuzzRun
{
    public const string Variable = "ASSAY_FUZZ_SECONDS";
    public const string SeedVariable = "ASSAY_FUZZ_SEED";

    /// <param name="rounds">How many rounds the ordinary run takes.</param>
    /// <param name="round">One round: it fails by an exception.</param>
    public static void Over(int rounds, Action<Random> round)
    {
        if (Number(SeedVariable) is { } one)
        {
            round(new Random(one));
            return;
        }
        if (Number(Variable) is not { } seconds)
        {
            for (var seed = 1; seed <= rounds; seed++) Round(seed, round);
            return;
        }
        for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds;) Round(RandomNumberGenerator.GetInt32(int.MaxValue), round);
    }

    private static void Round(int seed, Action<Random> round)
    {
        try
        {
            round(new Random(seed));
        }
        catch (Exception error)
        {
            Assert.Fail($"With {SeedVariable}={seed}: {error}");
        }
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
