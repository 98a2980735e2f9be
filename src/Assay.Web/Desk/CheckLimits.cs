namespace Assay.Web.Desk;

/// <summary>What checks may take.</summary>
internal sealed record CheckLimits
{
    /// <summary>How many run at once.</summary>
    public int MostAtOnce { get; init; } = Math.Max(1, Environment.ProcessorCount);

    /// <summary>How many one account may have waiting while one of its runs.</summary>
    public int MostWaiting { get; init; } = 8;

    /// <summary>How long one may take until its findings are there.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long may be looked for what would change its verdicts.</summary>
    public TimeSpan MostSearch { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many results are kept.</summary>
    public int MostKept { get; init; } = 32;
}
