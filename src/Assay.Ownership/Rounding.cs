namespace Assay.Ownership;

/// <summary>
/// How far a computed sum of products may be from the true one. A running error analysis after Higham,
/// "Accuracy and Stability of Numerical Algorithms" (2nd edition, 2002), in its simplest form:
/// every operation, and every share's own conversion from decimal, costs at most half a <see cref="Unit"/>.
/// </summary>
internal static class Rounding
{
    /// <summary>The distance from 1 to the next double, 2⁻⁵²: twice the relative error of one operation.</summary>
    public const double Unit = 1.0 / (1L << 52);

    /// <summary>
    /// A bound of the relative error of a sum of that many products of non-negative numbers; twice what the operations
    /// need, so that the few operations that apply the bound are covered too.
    /// </summary>
    public static double OfSum(int terms) => (terms + 4) * Unit;
}
