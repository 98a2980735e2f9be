using System.Globalization;
using Assay.Evidence;

namespace Assay.Claims;

/// <summary>The answer that an article gives to its own claim's question. The family is closed: its cases are nested here.</summary>
public abstract record Expectation
{
    private protected Expectation() { }

    /// <summary>In words, for people: "yes", "about 25 %".</summary>
    public abstract string Words { get; }

    /// <summary>It is so, or (a denial) it is not.</summary>
    public sealed record YesNo(bool Yes) : Expectation
    {
        /// <inheritdoc/>
        public override string Words => Yes ? "yes" : "no";
    }

    /// <summary>
    /// A number with its hedge, as the band of values that would make the claim right: "about a quarter" is 22.5 to 27.5.
    /// <see cref="Low"/> null: no lower end; <see cref="High"/> null: no upper end. Ends are inside unless open.
    /// </summary>
    public sealed record Band(decimal? Low, decimal? High, string Unit, string Said) : Expectation
    {
        /// <summary>The lower end itself is too low ("more than 40 %").</summary>
        public bool LowIsOpen { get; init; }

        /// <summary>The upper end itself is too high ("less than half").</summary>
        public bool HighIsOpen { get; init; }

        /// <summary>
        /// How far inside each end a value must lie to bear the claim out: a bare "51 %" is right only for what rounds to it, yet excluded only
        /// by what lies clearly apart. Between the two the record is not exact enough to tell.
        /// </summary>
        public decimal Margin { get; init; }

        /// <summary>A denial: the claim is right outside the band.</summary>
        public bool Denied { get; init; }

        /// <inheritdoc/>
        public override string Words => Denied ? $"not {Said}" : Said;

        /// <summary>True if every value of <paramref name="answer"/> makes the claim right, false if none does.</summary>
        public Truth Holds(Bounds answer)
        {
            var aboveLow = Low is not { } low || (LowIsOpen ? answer.Low > low : answer.Low >= low + Margin);
            // Nothing lies above the whole.
            var belowHigh = High is not { } high || Unit == "%" && high == 100 && !HighIsOpen || (HighIsOpen ? answer.High < high : answer.High <= high - Margin);
            var outside = (Low is { } l && (LowIsOpen ? answer.High <= l : answer.High < l))
                || (High is { } h && (HighIsOpen ? answer.Low >= h : answer.Low > h));
            var inside = aboveLow && belowHigh ? Truth.True : outside ? Truth.False : Truth.Unknown;
            return Denied ? inside.Not() : inside;
        }

        /// <summary>The band in figures, for people: <c>22.5 to 27.5 %</c>, <c>above 40 %</c>.</summary>
        public string Figures => (Low, High) switch
        {
            ({ } low, { } high) => string.Create(CultureInfo.InvariantCulture, $"{low:0.##} to {high:0.##} {Unit}"),
            ({ } low, null) => string.Create(CultureInfo.InvariantCulture, $"{(LowIsOpen ? "above" : "at least")} {low:0.##} {Unit}"),
            (null, { } high) => string.Create(CultureInfo.InvariantCulture, $"{(HighIsOpen ? "below" : "at most")} {high:0.##} {Unit}"),
            _ => "any",
        };
    }

    /// <summary>A place on a list, from 1, or one of several ("among the five largest": 1 to 5).</summary>
    public sealed record Place(int Best, int Worst, string Said) : Expectation
    {
        /// <summary>A denial: the claim is right outside these places.</summary>
        public bool Denied { get; init; }

        /// <inheritdoc/>
        public override string Words => Denied ? $"not {Said}" : Said;
    }
}
