using System.Collections.Immutable;

namespace Assay.Ownership;

/// <summary>One way up from an asset to an owner, and the part of the asset that it carries.</summary>
/// <param name="Entities">The entities from the asset to the owner, both included; one alone if the asset is the owner.</param>
/// <param name="Part">
/// Bounds of the product of the shares along it: of the least shares and of the greatest, each at most 1, rounded
/// outward. Exactly 1 for the chain of one entity, which holds itself whole.
/// </param>
public sealed record Chain(ImmutableArray<int> Entities, ShareInterval Part);

/// <summary>A cycle between an owner and an asset, and how much of the owner's share passes it.</summary>
/// <remarks>
/// A cycle is a greatest set of entities that all hold each other, directly or not, by recorded stakes between the owner
/// and the asset; or a single entity that holds itself. Every chain that meets a cycle enters it once, at some member, and
/// may come back to that member any number of times before it leaves the cycle for good.
/// </remarks>
/// <param name="Members">The members, ascending.</param>
/// <param name="Through">Bounds of the part of the asset that the owner holds by chains that pass a member.</param>
/// <param name="Once">
/// Bounds of the part of <paramref name="Through"/> that is carried by chains which never come back to the member at which
/// they entered. Nothing to <paramref name="Through"/> where the cycle is too large to tell.
/// </param>
public sealed record CyclePassage(ImmutableArray<int> Members, ShareInterval Through, ShareInterval Once)
{
    /// <summary>
    /// By what factor passing round multiplies what the owner holds through the cycle: <see cref="Through"/> divided by
    /// <see cref="Once"/>, 1 or more; of a simple ring 1 / (1 - the product of its shares). The upper end is infinite where
    /// nothing is known of <see cref="Once"/>.
    /// </summary>
    public AmountInterval Factor => new(
        Once.High > 0 ? Math.Max(1, Through.Low / Once.High * (1 - (2 * Rounding.Unit))) : 1,
        Once.Low > 0 ? Math.Max(1, Through.High / Once.Low * (1 + (2 * Rounding.Unit))) : double.PositiveInfinity);
}

/// <summary>How an owner comes by its share of an asset.</summary>
/// <param name="Share">
/// Bounds of the part of the asset that reaches the owner by recorded chains, in every completion of the data. What is
/// unknown does not count here; what of it may be the owner's too, <see cref="OwnershipSolver.FindGroupShares"/> says.
/// </param>
/// <param name="Chains">The heaviest chains, heaviest first.</param>
/// <param name="Remainder">
/// Bounds of what all other chains carry together: the share without the chains listed. Exactly nothing if these are all.
/// </param>
/// <param name="Cycles">The cycles the share may pass through, by the greatest part that does, then by their first member.</param>
public sealed record Explanation(
    ShareInterval Share, ImmutableArray<Chain> Chains, ShareInterval Remainder, ImmutableArray<CyclePassage> Cycles);
