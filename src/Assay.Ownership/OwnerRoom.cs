namespace Assay.Ownership;

/// <summary>Working memory for one asset's fractional knapsack; grows to the longest row it meets.</summary>
internal sealed class OwnerRoom
{
    private double[] _worth = [];
    private double[] _room = [];

    /// <summary>Room for what each owner's share is worth.</summary>
    public Span<double> Worth(int owners)
    {
        if (_worth.Length < owners)
        {
            _worth = new double[owners];
            _room = new double[owners];
        }

        return _worth.AsSpan(0, owners);
    }

    /// <summary>
    /// The least worth of an asset of which each owner has its least share and <paramref name="forced"/> more is
    /// theirs, within their greatest shares. Reorders <paramref name="worth"/>.
    /// </summary>
    public double Least(Span<double> worth, ReadOnlySpan<double> low, ReadOnlySpan<double> high, double forced)
    {
        Span<double> room = _room.AsSpan(0, worth.Length);
        double sum = 0;
        for (int k = 0; k < worth.Length; k++)
        {
            sum += low[k] * worth[k];
            room[k] = high[k] - low[k];
        }

        worth.Sort(room);
        for (int k = 0; k < worth.Length && forced > 0; k++)
        {
            double taken = Math.Min(room[k], forced);
            sum += taken * worth[k];
            forced -= taken;
        }

        return sum;
    }
}
