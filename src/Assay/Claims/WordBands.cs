namespace Assay.Claims;

/// <summary>The shares that words without a figure say.</summary>
internal static class WordBands
{
    /// <summary>"Mostly": more than half.</summary>
    public static Expectation.Band Mostly { get; } = new(50, null, "%", "mostly") { LowIsOpen = true };

    /// <summary>"The rest is held by …": with those named before, all but what rounding hides.</summary>
    public static Expectation.Band AllTheRest { get; } = new(99, null, "%", "all the rest");
}
