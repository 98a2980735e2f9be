using System.Collections.Frozen;
using Assay.Answers;
using Assay.Claims;
using Assay.Evidence;

namespace Assay.Findings;

/// <summary>What kind of answer a claim expects.</summary>
public enum Expected
{
    /// <summary>That it is so.</summary>
    Yes,
    /// <summary>That it is not so.</summary>
    No,
    /// <summary>A figure within a band.</summary>
    Band,
    /// <summary>A place on a list.</summary>
    Place,
}

/// <summary>How an answer stands to what was expected.</summary>
public enum Outcome
{
    /// <summary>The record settles nothing, or another kind of thing than was expected.</summary>
    Unknown,
    /// <summary>It is so.</summary>
    True,
    /// <summary>It is not so.</summary>
    False,
    /// <summary>Some say so, others deny it.</summary>
    Disputed,
    /// <summary>All values within the bounds make the claim right.</summary>
    Inside,
    /// <summary>None does.</summary>
    Outside,
    /// <summary>Some do.</summary>
    Across,
}

/// <summary>The verdict for every pair of expectation and answer, from <c>rules/verdicts.yaml</c>.</summary>
public sealed class VerdictTable
{
    private readonly FrozenDictionary<(Expected, Outcome), Verdict> _table;

    /// <summary>With the verdicts by pair; every pair of <see cref="Pairs"/> must be there.</summary>
    /// <exception cref="ArgumentException">A pair is missing.</exception>
    public VerdictTable(IReadOnlyDictionary<(Expected Expects, Outcome Answer), Verdict> table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (Pairs.FirstOrDefault(pair => !table.ContainsKey(pair)) is var missing && !table.ContainsKey(missing))
            throw new ArgumentException($"No verdict for {missing.Expects} and {missing.Answer}.", nameof(table));
        _table = table.ToFrozenDictionary();
    }

    /// <summary>Every pair that can occur.</summary>
    public static IEnumerable<(Expected Expects, Outcome Answer)> Pairs { get; } =
    [
        (Expected.Yes, Outcome.True), (Expected.Yes, Outcome.False), (Expected.Yes, Outcome.Disputed), (Expected.Yes, Outcome.Unknown),
        (Expected.No, Outcome.True), (Expected.No, Outcome.False), (Expected.No, Outcome.Disputed), (Expected.No, Outcome.Unknown),
        (Expected.Band, Outcome.Inside), (Expected.Band, Outcome.Outside), (Expected.Band, Outcome.Across), (Expected.Band, Outcome.Unknown),
        (Expected.Place, Outcome.Inside), (Expected.Place, Outcome.Outside), (Expected.Place, Outcome.Across), (Expected.Place, Outcome.Unknown),
    ];

    /// <summary>The verdict that weak rows leave which would change it.</summary>
    public required Verdict Weak { get; init; }

    /// <summary>The verdict where decided readings differ.</summary>
    public required Verdict ReadingsDiffer { get; init; }

    /// <summary>The verdict where a reading that is not minor is undecided.</summary>
    public required Verdict ReadingsUndecided { get; init; }

    /// <summary>The verdict on what is still to come.</summary>
    public required Verdict Predicted { get; init; }

    /// <summary>The verdict on a claim without a year that the last year's figure excludes and an earlier year's does not.</summary>
    public required Verdict OlderYear { get; init; }

    /// <summary>The verdict on an expectation in the light of an answer, weak rows taken as they stand.</summary>
    public Verdict Of(Expectation expects, Answer answer)
    {
        var pair = Compare(expects, answer);
        return _table[pair];
    }

    /// <summary>How an answer stands to an expectation.</summary>
    public static (Expected Expects, Outcome Answer) Compare(Expectation expects, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(expects);
        ArgumentNullException.ThrowIfNull(answer);
        return (expects, answer) switch
        {
            (Expectation.YesNo yes, Answer.Decided decided) => (yes.Yes ? Expected.Yes : Expected.No, decided.IsTrue ? Outcome.True : Outcome.False),
            (Expectation.YesNo yes, Answer.Disputed) => (yes.Yes ? Expected.Yes : Expected.No, Outcome.Disputed),
            (Expectation.YesNo yes, _) => (yes.Yes ? Expected.Yes : Expected.No, Outcome.Unknown),
            (Expectation.Band band, Answer.Interval interval) when band.Unit == interval.Unit => (Expected.Band, Within(band.Holds(interval.Value))),
            (Expectation.Band, _) => (Expected.Band, Outcome.Unknown),
            (Expectation.Place place, Answer.Placed placed) => (Expected.Place, Within(Holds(place, placed))),
            (Expectation.Place, _) => (Expected.Place, Outcome.Unknown),
            _ => throw new System.Diagnostics.UnreachableException($"No comparison for {expects.GetType().Name}."),
        };
    }

    private static Truth Holds(Expectation.Place place, Answer.Placed placed)
    {
        var inside = placed.Best >= place.Best && placed.Worst <= place.Worst ? Truth.True
            : placed.Worst < place.Best || placed.Best > place.Worst ? Truth.False
            : Truth.Unknown;
        return place.Denied ? inside.Not() : inside;
    }

    private static Outcome Within(Truth holds) => holds switch { Truth.True => Outcome.Inside, Truth.False => Outcome.Outside, _ => Outcome.Across };
}
