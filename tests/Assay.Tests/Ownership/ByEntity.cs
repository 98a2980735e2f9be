using Assay.Ownership;

namespace Assay.Tests.Ownership;

/// <summary>Questions to a solver with one number per entity in and out, as small tests write them.</summary>
internal static class ByEntity
{
    public static HeldTotals FindHeld(this OwnershipSolver solver, ReadOnlySpan<double> values, Span<double> held)
    {
        Amounts amounts = solver.NewAmounts();
        amounts.Set(values);
        solver.FindHeld(amounts, amounts);
        amounts.CopyTo(held);
        return solver.Total(amounts);
    }

    public static double FindGroupShares(this OwnershipSolver solver, ReadOnlySpan<bool> inGroup, Span<ShareInterval> shares)
    {
        GroupShares found = solver.FindGroupShares(inGroup);
        for (int entity = 0; entity < shares.Length; entity++)
            shares[entity] = found[entity];
        return found.Gap;
    }
}
