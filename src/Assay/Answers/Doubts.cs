using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Answers;

/// <summary>
/// Rights that are no share in capital, as reason not to know: who settles a trust, appoints a board, consolidates a firm or has its votes may be behind
/// those whose shares the record has, and one who holds as a nominee has nothing for himself.
/// </summary>
internal sealed class Doubts(Inquiry inquiry, Holder holder, OwnershipMeasure measure, DayRange days, Nationalities nationalities, HolderTest test)
{
    private const decimal Half = 50;
    private const string Nominee = "nominee";
    private static readonly FrozenSet<string> s_controlling = FrozenSet.Create(
        "appointment-of-board", "other-influence-or-control", "control-via-company-rules-or-articles", "control-by-legal-framework", "rights-granted-by-contract",
        "shareholding", "voting-rights", "unknown-interest", "unpublished-interest", "nominator", "settlor", "trustee", "protector", "fund-management");
    private readonly Dictionary<EntityId, ImmutableArray<Statement>> _known = [];

    /// <summary>The rows by which the holders asked about have, or may have, other rights in an entity.</summary>
    public ImmutableArray<Statement> Of(EntityId entity)
    {
        if (_known.TryGetValue(entity, out var known)) return known;
        return _known[entity] = [.. Rights(entity).Where(right => MayBeHolder(right.Holder)).Select(right => right.Row)];
    }

    /// <summary>
    /// The rows by which what an owner has in an asset is surely, or perhaps, for others: it is a nominee, or, where control is asked about, it has half of
    /// the votes or less, or others have half of them, or rights that may give control; but for those who stand above or below the owner.
    /// </summary>
    public ImmutableArray<Statement> Against(ProofStep held, EntityId asset)
    {
        var owner = held.Given.Subject!.Value;
        var rights = Rights(asset).ToList();
        var nominees = rights.Where(right => right.Holder == owner && right.Row is OtherInterest { Type: Nominee }).Select(right => right.Row);
        if (measure != OwnershipMeasure.MajorityHeld) return [.. nominees];
        var others = rights.Where(right => right.Holder != owner && !test.Upward.IsAbove(owner, right.Holder) && !test.Upward.IsAbove(right.Holder, owner)).ToList();
        var controlling = others.Where(right => right.Row is OtherInterest row && (row.IsConsolidation ? held.Rule == ProofRule.StakeHeld : s_controlling.Contains(row.Type))).Select(right => right.Row);
        var (own, theirs) = (rights.Where(right => right.Holder == owner).Select(right => right.Row).OfType<Stake>().ToList(), others.Select(right => right.Row).OfType<Stake>().ToList());
        return
        [
            .. nominees, .. controlling,
            .. own.Count > 0 && own.Sum(row => row.Share.High) <= Half ? own : [],
            .. theirs.Sum(row => row.Share.High) >= Half ? theirs : [],
        ];
    }

    /// <summary>The rows in words.</summary>
    public string Say(ImmutableArray<Statement> rows) => string.Join(", ", rows.Select(row => row switch
    {
        OtherInterest held => inquiry.Say("right-of", ("holder", inquiry.Name(held.Holder)), ("type", held.Type.Replace('-', ' ')), ("subject", inquiry.Name(held.Subject))),
        Stake votes => inquiry.Say("right-of", ("holder", inquiry.Name(votes.Owner)), ("type", inquiry.Say("votes")), ("subject", inquiry.Name(votes.Asset))),
        _ => throw new System.Diagnostics.UnreachableException($"No right in {row.Id}."),
    }).Distinct());

    private IEnumerable<(EntityId Holder, Statement Row)> Rights(EntityId entity)
    {
        foreach (var row in inquiry.Evidence.InterestsIn(entity))
            if (row.Validity.HoldsOn(days) != Truth.False) yield return (row.Holder, row);
        if (measure != OwnershipMeasure.MajorityHeld) yield break;
        foreach (var row in inquiry.Evidence.StakesIn(entity))
            if (StakeRows.IsVoted(row) && row.Validity.HoldsOn(days) != Truth.False) yield return (row.Owner, row);
    }

    // Up every chain of shares and rights: whether the holder stands at the end of one, or somebody who may be the holder.
    private bool MayBeHolder(EntityId first)
    {
        var (seen, waiting) = (new HashSet<EntityId> { first }, new Queue<EntityId>([first]));
        while (waiting.TryDequeue(out var who))
        {
            if (IsOrMayBe(who)) return true;
            var owners = inquiry.Evidence.StakesIn(who).Where(row => StakeRows.IsOwned(row) && row.Validity.HoldsOn(days) != Truth.False).Select(row => row.Owner);
            foreach (var next in owners.Concat(Rights(who).Select(right => right.Holder)))
                if (seen.Add(next)) waiting.Enqueue(next);
        }
        return false;
    }

    private bool IsOrMayBe(EntityId who)
    {
        if (holder.Sense == HolderSense.Nationals) return !nationalities.IsTransparent(who) && test.Belongs(nationalities.Of(who)).Truth != Truth.False;
        return test.IsHolder(who).Truth == Truth.True || test.Apart(who, nationalities.Of(who)).Truth != Truth.False;
    }
}
