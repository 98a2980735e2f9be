using System.Collections.Immutable;
using Assay.Answers;
using Assay.Evidence;
using Assay.Questions;

namespace Assay.Records;

/// <summary>What owners from each of two states hold of the other's assets and output, through all chains.</summary>
internal static class HeldAssets
{
    // Of a register: each asset is followed through all chains above it.
    private const int MostStored = 200;
    private const int MostLooked = 5000;

    public static RecordTable Table(RecordDesk desk, EntityId one, EntityId other)
    {
        ImmutableArray<RecordRow> rows = [.. Of(desk, one, other), .. Of(desk, other, one)];
        return desk.Table("holdings", desk.Say("record-ties-holdings", ("days", desk.When.ToString())), "holders", "asset", "of", "at-least", "at-most") with
        {
            Rows = rows,
            Notes = [desk.Say("record-ties-holdings-note"), .. new[] { one, other }.Where(state => IsCut(desk, state)).Select(state => desk.Say("record-ties-holdings-cut", ("state", desk.Evidence.NameOf(state))))],
        };
    }

    /// <summary>
    /// The assets located in a state in which the record has stakes; of a register, where a state may have a million companies, the first that have some.
    /// </summary>
    public static IEnumerable<EntityId> Assets(RecordDesk desk, EntityId state) => Of(desk, desk.Evidence.HeldEntities.Where(entity => entity.Country == state))
        .Concat(desk.Evidence.Stores.SelectMany(store => Of(desk, store.Each<Entity>(RowKey.EntitiesIn, state.ToString()).Where(entity => !desk.Evidence.Holds(entity.EntityId)).Take(MostLooked)).Take(MostStored)));

    /// <summary>Whether there are so many companies of the state in registers that some are not looked at.</summary>
    private static bool IsCut(RecordDesk desk, EntityId state) => desk.Evidence.Stores.Any(store => store.CountOf(RowKey.EntitiesIn, state.ToString()) > MostLooked
        || Of(desk, store.Each<Entity>(RowKey.EntitiesIn, state.ToString())).Take(MostStored + 1).Count() > MostStored);

    private static IEnumerable<EntityId> Of(RecordDesk desk, IEnumerable<Entity> entities) => entities
        .Where(entity => entity.Kind is EntityKind.Field or EntityKind.Mine or EntityKind.Pipeline or EntityKind.Port or EntityKind.Company)
        .Where(entity => desk.Evidence.StakesIn(entity.EntityId).Length > 0).Select(entity => entity.EntityId);

    private static IEnumerable<RecordRow> Of(RecordDesk desk, EntityId holder, EntityId state)
    {
        var outputs = OwnView.Goods(desk.Evidence, desk.Rules, state)
            .SelectMany(goods => OwnView.Indicators(desk.Evidence, desk.Rules.Lexicon.Goods[goods], state))
            .Select(indicator => (Target)new Target.Output(state, indicator));
        var assets = Assets(desk, state).Select(asset => (Target)new Target.Asset(asset));
        var held = assets.Select(target => Held(desk, holder, state, target)).OfType<(decimal Low, RecordRow Row)>().OrderByDescending(pair => pair.Low);
        return outputs.Select(target => Held(desk, holder, state, target)).OfType<(decimal Low, RecordRow Row)>().Concat(held).Select(pair => pair.Row);
    }

    private static (decimal Low, RecordRow Row)? Held(RecordDesk desk, EntityId holder, EntityId state, Target target)
    {
        var proof = OwnersByState.Prove(desk, target, holder);
        if (!OwnersByState.IsKnown(proof) || proof.Figure.High <= 0 || !MeetsHolder(proof, holder)) return null;
        var name = target is Target.Asset asset
            ? desk.Named(asset.Entity)
            : Cell.Of(desk.Say("record-ties-output", ("indicator", OutputShare.Indicator(desk.Inquiry, ((Target.Output)target).Indicator)), ("period", OwnersByState.Days(desk, proof))));
        return (proof.Figure.Low, new RecordRow(
            [desk.Named(holder), name, desk.Named(state), OwnersByState.AtLeast(proof), OwnersByState.AtMost(proof)], [])
        {
            Proof = proof, Holds = proof.Figure.Low > 0 ? Truth.True : Truth.Unknown,
        });
    }

    // What is merely not known to be another's is no tie: an owner of the state must stand in the record.
    private static bool MeetsHolder(ProofStep proof, EntityId holder) => OwnersByState.Nationalities(proof).Contains(holder);
}
