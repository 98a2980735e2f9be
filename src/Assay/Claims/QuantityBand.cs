using Assay.Mentions;
using Assay.Questions;

namespace Assay.Claims;

/// <summary>
/// What amounts make a claim of an amount right: in a unit of the same measure that shows it well. A bare figure is right for what rounds to
/// it, and for what lies a five-hundredth apart, as first and last counts of one output do; it is excluded only by what lies a twentieth apart.
/// </summary>
internal static class QuantityBand
{
    private const decimal Close = 0.002m, Apart = 0.05m;

    // A short ton is 0.907 and a long ton 1.016 of a metric one: whichever was meant lies within a ninth.
    private const decimal Loose = 0.11m;

    public static Expectation.Band? Of(Mention.Figure figure, UnitWord word, UnitTable units, string said)
    {
        if (figure.Value is not { } written || units[word.Unit] is not { } unit) return null;
        var shown = units.Shown(unit, written);
        var value = written * unit.Size / shown.Size;
        var digit = figure.LastDigit * unit.Size / shown.Size;
        var rounds = Math.Min(Math.Max(digit / 2, Close * value), Apart * value);
        var loose = word.IsLoose ? Loose * value : 0;
        if (figure.Hedge is not { } hedge || hedge is { Below: 0, Above: 0 })
        {
            var apart = Math.Max(Apart * value, Math.Min(1.5m * digit, value / 5));
            return new Expectation.Band(Math.Max(0, value - apart - loose), value + apart + loose, shown.Id, said) { Margin = apart + loose - rounds };
        }
        decimal? low = hedge.Below is { } below ? hedge.OpenLow ? value : value - Math.Max(below * value, rounds) : null;
        decimal? high = hedge.Above is { } above ? hedge.OpenHigh ? value : value + Math.Max(above * value, rounds) : null;
        return new Expectation.Band(low is { } l ? Math.Max(0, l - loose) : null, high + loose, shown.Id, said)
        {
            LowIsOpen = hedge.OpenLow && !word.IsLoose, HighIsOpen = hedge.OpenHigh && !word.IsLoose, Margin = loose,
        };
    }
}
