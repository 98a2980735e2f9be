namespace Assay.Reactions;

/// <summary>
/// What the ratings do not settle. Predictions stay the same when intercepts are shifted against each other and µ, when f(u) is pushed by t and
/// i(n) lowered by t·f(n), or the sides exchanged, and when f(u) is stretched and f(n) shrunk. Only the penalty settles these,
/// and sweeps over the ratings settle them slowly; here each is brought to its minimum at once, from the means of the parameters alone.
/// </summary>
internal sealed class FitGauge(double mean)
{
    private const int Rounds = 4;
    private const double Ratio = ReactionFit.FactorPenalty / ReactionFit.InterceptPenalty;

    /// <summary>µ after the moves.</summary>
    public double Mean { get; private set; } = mean;

    /// <summary>How findings are to be moved. Readers are not: they are solved for again before they are used.</summary>
    public FitMove Findings { get; private set; }

    /// <summary>The means over findings after the moves.</summary>
    public FitMoments FindingMeans { get; private set; }

    /// <summary>The part of the loss that does not depend on the ratings, after the moves.</summary>
    public double Penalty { get; private set; }

    /// <summary>Finds the moves that lower the penalty most.</summary>
    public void Settle(FitMoments readers, FitMoments findings)
    {
        Findings = FitMove.None;
        for (int round = 0; round < Rounds; round++)
        {
            (double shift, double otherShift, double push) = Best(readers, findings);
            Move(ref readers, ref findings, new FitMove(0, shift, push, 1), new FitMove(-push, otherShift, 0, 1));
            (shift, otherShift, push) = Best(findings, readers);
            Move(ref readers, ref findings, new FitMove(-push, otherShift, 0, 1), new FitMove(0, shift, push, 1));
            if (readers.FactorSquares <= 0 || findings.FactorSquares <= 0)
                continue;
            double stretch = Math.Sqrt(Math.Sqrt(findings.FactorSquares / readers.FactorSquares));
            Move(ref readers, ref findings, new FitMove(0, 0, 0, stretch), new FitMove(0, 0, 0, 1 / stretch));
        }

        FindingMeans = findings;
        Penalty = PenaltyOf(readers, findings, Mean);
    }

    public static double PenaltyOf(in FitMoments readers, in FitMoments findings, double mean) =>
        ReactionFit.InterceptPenalty * (readers.InterceptSquares + findings.InterceptSquares + mean * mean)
        + ReactionFit.FactorPenalty * (readers.FactorSquares + findings.FactorSquares);

    /// <summary>
    /// The shift a of one side, the shift b of the other and the push t of the one's factors at which the penalty's
    /// derivatives vanish: 2a + b = µ − mean i, a + 2b − t·mean f' = µ − mean i' and −b·mean f' + t·(mean f'² + ratio) = mean i'f' − ratio·mean f.
    /// </summary>
    private (double Shift, double OtherShift, double Push) Best(in FitMoments one, in FitMoments other)
    {
        double right1 = (Mean + one.Intercepts) / 2 - other.Intercepts;
        double right2 = other.Products - Ratio * one.Factors;
        double corner = other.FactorSquares + Ratio;
        double determinant = 1.5 * corner - other.Factors * other.Factors;
        double b = (right1 * corner + other.Factors * right2) / determinant;
        double t = (1.5 * right2 + other.Factors * right1) / determinant;
        return ((Mean - one.Intercepts - b) / 2, b, t);
    }

    private void Move(ref FitMoments readers, ref FitMoments findings, in FitMove reader, in FitMove finding)
    {
        readers = readers.Moved(reader);
        findings = findings.Moved(finding);
        Findings = Findings.Then(finding);
        Mean -= reader.Shift + finding.Shift;
    }
}
