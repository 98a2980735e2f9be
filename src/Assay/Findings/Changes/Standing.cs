using Assay.Answers;
using Assay.Claims;

namespace Assay.Findings.Changes;

/// <summary>
/// Where a finding stands on some record: its verdict, and how the answer of each reading lies to what is expected. An answer that moves
/// steadily with a figure passes each such place once, so that two records with the same standing have nothing else between them.
/// </summary>
internal readonly record struct Standing(Verdict Verdict, string Places)
{
    /// <summary>How an answer lies to an expectation, both as it stands and shaken.</summary>
    public static string PlaceOf(Expectation expects, Answer answer) =>
        answer.Shaken is { } shaken ? $"{Place(expects, answer)}~{Place(expects, shaken)};" : $"{Place(expects, answer)};";

    private static string Place(Expectation expects, Answer answer) => (expects, answer) switch
    {
        (_, Answer.Decided decided) => decided.IsTrue ? "yes" : "no",
        (Expectation.Band band, Answer.Interval { Value: var value }) => $"{Past(value.Low, band)}-{Past(value.High, band)}",
        (Expectation.Place place, Answer.Placed placed) =>
            $"{Math.Sign(placed.Best - place.Best)}{Math.Sign(placed.Best - place.Worst)}{Math.Sign(placed.Worst - place.Best)}{Math.Sign(placed.Worst - place.Worst)}",
        (_, Answer.Unknown) => "?",
        _ => answer.GetType().Name,
    };

    // How many edges of the band a value has reached, and how many it has passed.
    private static int Past(decimal value, Expectation.Band band)
    {
        var count = 0;
        foreach (var edge in (ReadOnlySpan<decimal?>)[band.Low, band.Low + band.Margin, band.High - band.Margin, band.High])
            if (edge is { } at) count += value > at ? 2 : value == at ? 1 : 0;
        return count;
    }
}
