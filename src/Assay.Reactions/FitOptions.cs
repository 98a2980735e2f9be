namespace Assay.Reactions;

/// <summary>How a fit is made. <c>default</c> stops as the published scorer does and works on all processors.</summary>
public readonly record struct FitOptions
{
    /// <summary>Stop once a sweep lowers the loss by no more than this; 0, unless set, stands for 10⁻⁷, where the published scorer stops.</summary>
    public double Tolerance { get; init; }

    /// <summary>Stop after so many sweeps in any case; 0, unless set, stands for 200.</summary>
    public int MostSweeps { get; init; }

    /// <summary>How many threads may work; 0, unless set, is one for each processor. The fit has the same bits on any number.</summary>
    public int Threads { get; init; }
}
