using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Findings;

namespace Assay.Publishing.Figures;

/// <summary>One owner's part of what it holds.</summary>
/// <param name="Owner">Who holds it.</param>
/// <param name="Asset">What is held.</param>
/// <param name="Share">The share in percent.</param>
internal readonly record struct ChainStake(EntityId Owner, EntityId Asset, Bounds Share);

/// <summary>The stakes that a finding's proof rests on, as a graph of owners and what they own.</summary>
internal sealed class StakeChain
{
    /// <summary>More boxes than this are not drawn: the proof lists the stakes.</summary>
    public const int MostBoxes = 12;

    public StakeChain(Finding finding)
    {
        Stakes = [.. finding.Rows.OfType<Stake>()
            .Where(row => row.Status != RowStatus.Planned)
            .Select(row => new ChainStake(row.Owner, row.Asset, row.Share))
            .DistinctBy(stake => (stake.Owner, stake.Asset))];
        Entities = [.. Stakes.SelectMany(stake => new[] { stake.Owner, stake.Asset }).Distinct()];
    }

    /// <summary>The stakes, in the order of the proof.</summary>
    public ImmutableArray<ChainStake> Stakes { get; }

    /// <summary>Owners and owned.</summary>
    public ImmutableArray<EntityId> Entities { get; }

    /// <summary>Whether there is something to draw, and not too much.</summary>
    public bool IsDrawable => Entities.Length is >= 2 and <= MostBoxes;

    /// <summary>What nobody in the graph is held through: where a list of owners begins. In a circle, its first member.</summary>
    public ImmutableArray<EntityId> Roots
    {
        get
        {
            var owners = Stakes.Select(stake => stake.Owner).ToHashSet();
            var roots = Entities.Where(entity => !owners.Contains(entity)).ToImmutableArray();
            return roots.IsEmpty ? [Entities[0]] : roots;
        }
    }

    /// <summary>Who holds what is asked about.</summary>
    public IEnumerable<ChainStake> HoldersOf(EntityId asset) => Stakes.Where(stake => stake.Asset == asset);
}
