namespace Assay.Ownership;

/// <summary>A group's share of several assets together: the mean of its shares of each, weighted by their values.</summary>
public static class WeightedShare
{
    /// <summary>Bounds of a group's share of assets whose values are known.</summary>
    /// <param name="shares">Bounds of the group's share of each asset, as <see cref="OwnershipSolver.FindGroupShares"/> gives them.</param>
    /// <param name="weights">The value of each asset, 0 or more, in any one unit; as many as <paramref name="shares"/>.</param>
    /// <returns>The least and the greatest share of the total value, rounded outward.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or all weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, infinite or not a number.</exception>
    public static ShareInterval Find(ReadOnlySpan<ShareInterval> shares, ReadOnlySpan<double> weights) =>
        Find(shares, weights, weights);

    /// <summary>Bounds of a group's share of assets whose values are ranges.</summary>
    /// <remarks>
    /// The share is least where every asset of which the group has less than that share has its greatest value and
    /// every other its least; the threshold is found by trying all, in ascending order of the shares.
    /// </remarks>
    /// <param name="shares">Bounds of the group's share of each asset.</param>
    /// <param name="least">The least value of each asset, 0 or more, in any one unit; as many as <paramref name="shares"/>.</param>
    /// <param name="greatest">The greatest value of each asset, not below the least.</param>
    /// <returns>The least and the greatest share of the total value, rounded outward.</returns>
    /// <exception cref="ArgumentException">
    /// The spans differ in length, a least weight is above the greatest, or all greatest weights are 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, infinite or not a number.</exception>
    public static ShareInterval Find(ReadOnlySpan<ShareInterval> shares, ReadOnlySpan<double> least, ReadOnlySpan<double> greatest)
    {
        if (shares.Length != least.Length || shares.Length != greatest.Length)
            throw new ArgumentException($"{shares.Length} shares have {least.Length} least and {greatest.Length} greatest weights.", nameof(least));
        double total = 0;
        for (int i = 0; i < least.Length; i++)
        {
            if (!(least[i] >= 0 && double.IsFinite(greatest[i])))
                throw new ArgumentOutOfRangeException(nameof(least), $"Weights {least[i]} to {greatest[i]} are not finite numbers, 0 or more.");
            if (!(least[i] <= greatest[i]))
                throw new ArgumentException($"Least weight {least[i]} is above greatest weight {greatest[i]}.", nameof(least));
            total += greatest[i];
        }

        if (!(total > 0 && double.IsFinite(total)))
            throw new ArgumentException($"The weights sum to {total}; shares of that mean nothing.", nameof(greatest));

        double[] inside = new double[shares.Length];
        double[] outside = new double[shares.Length];
        for (int i = 0; i < shares.Length; i++)
        {
            inside[i] = shares[i].Low;
            outside[i] = 1 - shares[i].High;
        }

        double slack = Rounding.OfSum(16);
        double low = LeastMean(inside, least, greatest) * (1 - slack);
        double others = LeastMean(outside, least, greatest) * (1 - slack);
        return new ShareInterval(low, others > 0 ? Math.Min(1, 1 - others + Rounding.Unit) : 1);
    }

    private static double LeastMean(double[] shares, ReadOnlySpan<double> least, ReadOnlySpan<double> greatest)
    {
        int[] ascending = [.. Enumerable.Range(0, shares.Length)];
        Array.Sort([.. shares], ascending);
        double[] valueFrom = new double[shares.Length + 1];
        double[] partFrom = new double[shares.Length + 1];
        CompensatedSum value = default;
        CompensatedSum part = default;
        for (int k = shares.Length - 1; k >= 0; k--)
        {
            value.Add(least[ascending[k]]);
            part.Add(least[ascending[k]] * shares[ascending[k]]);
            (valueFrom[k], partFrom[k]) = (value.Value, part.Value);
        }

        double best = double.PositiveInfinity;
        (value, part) = (default, default);
        for (int k = 0; k <= shares.Length; k++)
        {
            if (value.Value + valueFrom[k] > 0)
                best = Math.Min(best, (part.Value + partFrom[k]) / (value.Value + valueFrom[k]));
            if (k == shares.Length)
                break;
            value.Add(greatest[ascending[k]]);
            part.Add(greatest[ascending[k]] * shares[ascending[k]]);
        }

        return best;
    }
}
