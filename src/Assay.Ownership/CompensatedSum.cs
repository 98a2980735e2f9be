namespace Assay.Ownership;

/// <summary>
/// A sum of non-negative numbers whose error does not grow with their count: Kahan, "Further remarks on reducing
/// truncation errors", Communications of the ACM 8(1), 1965.
/// </summary>
internal struct CompensatedSum
{
    private double _lost;

    public double Value { get; private set; }

    public void Add(double term)
    {
        double corrected = term - _lost;
        double sum = Value + corrected;
        _lost = sum - Value - corrected;
        Value = sum;
    }

    /// <summary>Adds another sum, with what it had lost.</summary>
    public void Add(in CompensatedSum other)
    {
        Add(other.Value);
        _lost += other._lost;
    }
}
