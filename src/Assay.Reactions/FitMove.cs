namespace Assay.Reactions;

/// <summary>A move of one side's parameters: i ← i + slope·f + shift, then f ← stretch·(f + push).</summary>
internal readonly record struct FitMove(double Slope, double Shift, double Push, double Stretch)
{
    public static FitMove None => new(0, 0, 0, 1);

    /// <summary>This move, then another, as one.</summary>
    public FitMove Then(in FitMove next) => new(
        Slope + next.Slope * Stretch,
        Shift + next.Slope * Stretch * Push + next.Shift,
        Push + next.Push / Stretch,
        Stretch * next.Stretch);
}
