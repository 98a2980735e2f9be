using System.Collections.Immutable;
using System.Globalization;
using Assay.Answers;
using Assay.Evidence;

namespace Assay.Findings.Changes;

/// <summary>The owners that a proof wants: who holds the rest of an asset, how much the parent of a group holds, of which country an owner is.</summary>
internal sealed class MissingStakes(EvidenceSnapshot evidence, Wording wording, RowNames names)
{
    private const decimal Nothing = 0.01m;
    private static readonly RowPlace Nowhere = new("", "", 0);

    // Someone who is surely none of those asked about.
    private static readonly Entity SomeoneElse = new() { Id = new("entities/someone-else"), Sources = [], Place = Nowhere, EntityId = new("someone-else"), Kind = EntityKind.State, Name = "-" };

    public IEnumerable<Proposal> For(CheckedReading reading)
    {
        if (reading.Reading.Question.When is not { } days) return [];
        var found = new List<Proposal>();
        Walk(reading.Answer.Proof, 100, default, days, found);
        return found;
    }

    private void Walk(ProofStep step, decimal weight, ImmutableArray<EntityId> holders, DayRange days, List<Proposal> found)
    {
        if (step.Given.Members is { IsDefaultOrEmpty: false } members) holders = members;
        if (step.Given.Days is { } stated) days = stated;
        switch (step.Rule)
        {
            case ProofRule.Interest when step.Given.Object is { } asset && step.Figure.High - step.Figure.Low > Nothing:
                Rest(step, asset, weight, holders, days, found);
                break;
            case ProofRule.GroupParent when step.Given is { Subject: { } parent, Object: { } firm }:
                found.Add(new Proposal(Row("stakes", parent, firm, days, "missing-stake-of", weight, ("owner", names.Name(parent)), ("asset", names.Name(firm))), weight)
                {
                    Sweep = part => evidence.Add(Stake(parent, firm, part * 100, days)),
                });
                break;
            case ProofRule.Belongs or ProofRule.Apart when step.Truth == Truth.Unknown && step.Inputs is [{ Rule: ProofRule.Nationality, Value: StepValue.Named { Value: null }, Given.Subject: { } owner }, ..]:
                Owner(step, owner, weight, holders, days, found);
                break;
        }
        foreach (var input in step.Inputs) Walk(input, weight * Part(step, input), holders, days, found);
    }

    // What of the whole lies behind an input: the other input of a product says how much.
    private static decimal Part(ProofStep step, ProofStep input) => step.Rule is ProofRule.PartHeld or ProofRule.Counted && input == step.Inputs[1] ? step.Inputs[0].Figure.High / 100 : 1;

    private void Rest(ProofStep interest, EntityId asset, decimal weight, ImmutableArray<EntityId> holders, DayRange days, List<Proposal> found)
    {
        if (interest.Inputs.Any(counted => counted.Inputs is [{ Rule: ProofRule.GroupParent }, ..])) return;
        var rest = 100 - interest.Inputs.Sum(counted => counted.Inputs[0].Figure.Low);
        if (rest <= Nothing || Counted(holders, days) is not { } holder) return;
        var key = rest >= 100 - Nothing ? "missing-owners" : "missing-rest";
        found.Add(new Proposal(Row("stakes", null, asset, days, key, weight, ("asset", names.Name(asset)), ("rest", Plain(rest))), weight * rest / 100)
        {
            Sweep = part => Split(asset, holder, rest * part, rest * (1 - part), days),
        });
    }

    private void Owner(ProofStep step, EntityId owner, decimal weight, ImmutableArray<EntityId> holders, DayRange days, List<Proposal> found)
    {
        if (evidence.Entity(owner) is not { } entity || Counted(holders, days) is not { } holder) return;
        if (step.Rule == ProofRule.Apart)
        {
            found.Add(new Proposal(Row("stakes", null, owner, days, "missing-owners", weight, ("asset", entity.Name)), weight) { Sweep = part => Split(owner, holder, 100 * part, 100 * (1 - part), days) });
            return;
        }
        var elsewhere = evidence.Add(SomeoneElse);
        found.Add(new Proposal(Row(entity.Kind == EntityKind.Group ? "entities" : "domiciles", owner, null, days, "missing-nationality", weight, ("owner", entity.Name)), weight)
        {
            Says = entity.Kind == EntityKind.Group
                ? [() => evidence.Replace(entity with { Country = holder }), () => elsewhere.Replace(entity with { Country = SomeoneElse.EntityId })]
                : [() => evidence.Add(Seat(owner, holder, days)), () => elsewhere.Add(Seat(owner, SomeoneElse.EntityId, days))],
        });
    }

    // One who counts for the holders asked about: the first of them, or of a group among them a member on the days.
    private EntityId? Counted(ImmutableArray<EntityId> holders, DayRange days)
    {
        if (holders.IsDefaultOrEmpty) return null;
        if (evidence.Entity(holders[0]) is not { Kind: EntityKind.Group or EntityKind.Bloc } set) return holders[0];
        return evidence.MembersOf(set.EntityId).FirstOrDefault(row => row.IsFull && row.Validity.HoldsOn(days, fromAlways: set.Kind == EntityKind.Group) == Truth.True)?.Member;
    }

    private EvidenceSnapshot Split(EntityId asset, EntityId holder, decimal counts, decimal doesNot, DayRange days)
    {
        var record = evidence;
        if (counts > 0) record = record.Add(Stake(holder, asset, counts, days));
        return doesNot > 0 ? record.Add(SomeoneElse).Add(Stake(SomeoneElse.EntityId, asset, doesNot, days)) : record;
    }

    private Stake Stake(EntityId owner, EntityId asset, decimal share, DayRange days) => new()
    {
        Id = new($"stakes/{owner}/{asset}/if"), Sources = [], Place = Nowhere, Owner = owner, Asset = asset, Share = Bounds.Exactly(share), Central = share,
        Interest = evidence.Entity(asset) is { Kind: EntityKind.Company } ? Interest.Shares : Interest.Participating,
        StakeStatus = RowStatus.Reported, Validity = new Validity(AddedRows.Day(days.First), null, null),
    };

    private static Domicile Seat(EntityId firm, EntityId country, DayRange days) => new()
    {
        Id = new($"domiciles/{firm}/{country}/if"), Sources = [], Place = Nowhere, Firm = firm, Country = country, Validity = new Validity(AddedRows.Day(days.First), null, null),
    };

    private MissingRow Row(string table, EntityId? subject, EntityId? about, DayRange days, string key, decimal weight, params ReadOnlySpan<(string Name, string Value)> values) => new()
    {
        Table = table, Subject = subject, Object = about, Period = days.ToString(),
        Text = wording.Say(key, values) + (weight < 100 - Nothing ? wording.Say("missing-of-whole", ("weight", Plain(Math.Max(weight, Nothing)))) : ""),
    };

    private static string Plain(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
