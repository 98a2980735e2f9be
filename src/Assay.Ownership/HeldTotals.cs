namespace Assay.Ownership;

/// <summary>Where all the value went: <see cref="Total"/> = <see cref="Kept"/> + <see cref="Unknown"/>.</summary>
/// <param name="Total">What was found again of the values given, in their unit; it differs from their sum by no more than <see cref="Error"/>.</param>
/// <param name="Kept">What terminal entities keep.</param>
/// <param name="Unknown">What is left to owners unknown or lost in closed cycles.</param>
/// <param name="Error">
/// The most by which the holdings of all terminal entities and the unknown part, added up without regard to sign, can
/// differ from the exact solution; so also the most by which any one of them can.
/// </param>
public readonly record struct HeldTotals(double Total, double Kept, double Unknown, double Error);
