namespace Assay.Ownership;

/// <summary>An amount of which only bounds are known, in the unit of the values. <c>default</c> is exactly nothing.</summary>
/// <param name="Low">The least amount.</param>
/// <param name="High">The greatest amount.</param>
public readonly record struct AmountInterval(double Low, double High);
