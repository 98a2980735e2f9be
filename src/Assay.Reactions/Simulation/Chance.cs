namespace Assay.Reactions.Simulation;

/// <summary>Numbers that look like chance, always the same for the same seed: SplitMix64.</summary>
internal sealed class Chance(ulong seed)
{
    private ulong _state = Mix.Of(seed);

    /// <summary>Evenly between 0 and 1, 1 excluded.</summary>
    public double Next() => (Draw() >> 11) * (1.0 / (1L << 53));

    /// <summary>Evenly among 0 to count − 1.</summary>
    public int Below(int count) => (int)(Next() * count);

    /// <summary>Normal with mean 0 and deviation 1 (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Next())) * Math.Cos(2 * Math.PI * Next());

    private ulong Draw() => Mix.Of(_state = unchecked(_state + 0x9E3779B97F4A7C15));
}
