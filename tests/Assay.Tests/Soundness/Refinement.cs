using Assay.Answers;
using Assay.Evidence;

namespace Assay.Tests.Soundness;

/// <summary>How the answers of two records stand to each other, of which one tells more than the other.</summary>
internal static class Refinement
{
    /// <summary>
    /// Whether the greater record says no less than the lesser, and nothing else. Where the lesser one has no longer the figures of a period and
    /// answers with those of another, it is another question's answer.
    /// </summary>
    public static bool Refines(Answer more, Answer less) => !Periods(less).IsSubsetOf(Periods(more)) || (less, more) switch
    {
        (Answer.Unknown, _) => true,
        (Answer.Decided left, Answer.Decided right) => left.IsTrue == right.IsTrue,
        (Answer.Interval left, Answer.Interval right) => left.Value.Contains(right.Value),
        (Answer.Placed left, Answer.Placed right) => left.Best <= right.Best && right.Worst <= left.Worst,
        // Fewer may be known to assert or deny it.
        (Answer.Disputed left, Answer.Disputed right) => right.Asserting.ToHashSet().IsSupersetOf(left.Asserting) && right.Denying.ToHashSet().IsSupersetOf(left.Denying),
        (Answer.Names left, Answer.Names right) => right.Members.ToHashSet().IsSupersetOf(left.Members) && (!left.IsComplete || right.IsComplete),
        _ => false,
    };

    /// <summary>Whether two answers say the same, but for the last digit of a sum taken in another order.</summary>
    public static bool Same(Answer left, Answer right) => (left, right) switch
    {
        (Answer.Unknown, Answer.Unknown) => true,
        (Answer.Decided one, Answer.Decided other) => one.IsTrue == other.IsTrue,
        (Answer.Interval one, Answer.Interval other) => one.Unit == other.Unit && Math.Abs(one.Value.Low - other.Value.Low) <= 0.01m && Math.Abs(one.Value.High - other.Value.High) <= 0.01m,
        (Answer.Placed one, Answer.Placed other) => (one.Best, one.Worst) == (other.Best, other.Worst),
        (Answer.Disputed one, Answer.Disputed other) => one.Asserting.ToHashSet().SetEquals(other.Asserting) && one.Denying.ToHashSet().SetEquals(other.Denying),
        (Answer.Names one, Answer.Names other) => one.IsComplete == other.IsComplete && one.Members.ToHashSet().SetEquals(other.Members),
        _ => false,
    };

    /// <summary>Whether both may be right: neither decides against the other, no interval lies apart from the other.</summary>
    public static bool Agree(Answer coarse, Answer fine) => !Periods(coarse).SetEquals(Periods(fine)) || (coarse, fine) switch
    {
        (Answer.Decided left, Answer.Decided right) => left.IsTrue == right.IsTrue,
        (Answer.Interval left, Answer.Interval right) => left.Value.High >= right.Value.Low && right.Value.High >= left.Value.Low,
        _ => true,
    };

    private static HashSet<string> Periods(Answer answer) => [.. answer.Proof.AllRows().Select(row => row switch
    {
        Measure { Unit: not "rank" } measure => measure.Period.ToString(),
        Measure measure => $"place {measure.Period}",
        Ranking rank => rank.Period.ToString(),
        Route route => route.Period.ToString(),
        _ => null,
    }).OfType<string>()];
}
