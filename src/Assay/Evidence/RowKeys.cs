using System.Collections.Immutable;

namespace Assay.Evidence;

/// <summary>
/// What a row is found under. One place tells it for rows that are held in memory and for those that are kept elsewhere, so that both are found alike.
/// Names are <c>Records.NameKeys</c>' part.
/// </summary>
public static class RowKeys
{
    private static readonly RowKey[] s_all = Enum.GetValues<RowKey>();

    /// <summary>By what rows of this kind are looked up; their names, and whom they speak of, left out.</summary>
    public static ImmutableArray<RowKey> Of(Statement row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. s_all.Where(key => key is not (RowKey.ById or RowKey.Naming) && IsOf(key, row))];
    }

    /// <summary>The texts under which a row stands for one kind of look-up, each once; none where it is of another kind.</summary>
    public static ImmutableArray<string> Of(Statement row, RowKey key)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (key, row) switch
        {
            (RowKey.ById, _) => [WithoutRival(row.Id.ToString())],
            (RowKey.Naming, _) => Naming(row),
            (RowKey.Entity, Entity entity) => [entity.EntityId.ToString()],
            (RowKey.Identified, Entity entity) => [.. entity.Identifiers.Select(id => id.ToLowerInvariant()).Distinct()],
            (RowKey.EntitiesIn, Entity entity) => Known(entity.Country),
            (RowKey.EntitiesUnder, Entity entity) => Known(entity.Parent),
            (RowKey.StakesIn, Stake stake) => [stake.Asset.ToString()],
            (RowKey.StakesOf, Stake stake) => [stake.Owner.ToString()],
            (RowKey.InterestsIn, OtherInterest interest) => [interest.Subject.ToString()],
            (RowKey.InterestsOf, OtherInterest interest) => [interest.Holder.ToString()],
            (RowKey.Exceptions, DisclosureException exception) => [exception.Subject.ToString()],
            (RowKey.Domiciles, Domicile domicile) => [domicile.Firm.ToString()],
            (RowKey.OperationsOn, Operation operation) => [operation.Asset.ToString()],
            (RowKey.Regimes, Regime regime) => [regime.Asset.ToString()],
            (RowKey.MembersOf, Membership membership) => [membership.Body.ToString()],
            (RowKey.BodiesOf, Membership membership) => [membership.Member.ToString()],
            (RowKey.PositionsOf, Position position) => [Both(position.Person.ToString(), position.Office)],
            (RowKey.PositionsAt, Position position) => [Both(position.Office, position.Of.ToString())],
            (RowKey.AgreementsWith, Agreement agreement) => Each(agreement.Parties),
            (RowKey.Event, Event happening) => [happening.EventId.ToString()],
            (RowKey.EventsWith, Event happening) => Each(happening.Participants),
            (RowKey.EventsOf, Event happening) => [happening.Kind],
            (RowKey.Proposition, Proposition proposition) => [proposition.PropositionId],
            (RowKey.Attributions, Attribution said) => [said.PropositionId],
            (RowKey.Measures, Measure measure) => [Both(measure.Subject.ToString(), measure.Indicator)],
            (RowKey.MeasuresBy, Measure measure) => [measure.Indicator],
            (RowKey.Parts, Part part) => [Both(part.Whole.ToString(), part.Indicator)],
            (RowKey.Rankings, Ranking ranking) => [ranking.Indicator],
            (RowKey.Routes, Route route) => [Both(route.Origin.ToString(), route.Commodity)],
            (RowKey.RoutesFrom, Route route) => [route.Origin.ToString()],
            (RowKey.Completeness, Completeness list) => [Both(list.Table, list.Subject.ToString())],
            (RowKey.Links, Link link) => [link.Entity.ToString()],
            _ => [],
        };
    }

    /// <summary>Two parts of a key as one; no id and no indicator holds a slash.</summary>
    public static string Both(string first, string second) => string.IsNullOrEmpty(second) ? first : $"{first}/{second}";

    /// <summary>The id of a row without <c>~2</c>, <c>~3</c> …, which tell rivals of one natural key apart.</summary>
    public static string WithoutRival(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var mark = id.LastIndexOf('~');
        return mark <= 0 || mark == id.Length - 1 || id.AsSpan(mark + 1).ContainsAnyExceptInRange('0', '9') ? id : id[..mark];
    }

    private static bool IsOf(RowKey key, Statement row) => (key, row) switch
    {
        (RowKey.Entity or RowKey.Identified or RowKey.EntitiesIn or RowKey.EntitiesUnder, Entity) => true,
        (RowKey.StakesIn or RowKey.StakesOf, Stake) => true,
        (RowKey.InterestsIn or RowKey.InterestsOf, OtherInterest) => true,
        (RowKey.Exceptions, DisclosureException) => true,
        (RowKey.Domiciles, Domicile) => true,
        (RowKey.OperationsOn, Operation) => true,
        (RowKey.Regimes, Regime) => true,
        (RowKey.MembersOf or RowKey.BodiesOf, Membership) => true,
        (RowKey.PositionsOf or RowKey.PositionsAt, Position) => true,
        (RowKey.AgreementsWith, Agreement) => true,
        (RowKey.Event or RowKey.EventsWith or RowKey.EventsOf, Event) => true,
        (RowKey.Proposition, Proposition) => true,
        (RowKey.Attributions, Attribution) => true,
        (RowKey.Measures or RowKey.MeasuresBy, Measure) => true,
        (RowKey.Parts, Part) => true,
        (RowKey.Rankings, Ranking) => true,
        (RowKey.Routes or RowKey.RoutesFrom, Route) => true,
        (RowKey.Completeness, Completeness) => true,
        (RowKey.Links, Link) => true,
        _ => false,
    };

    // What other keys find as well is not kept twice: the implementation of a store looks there too.
    private static ImmutableArray<string> Naming(Statement row) => row switch
    {
        Domicile domicile => [domicile.Country.ToString()],
        Operation operation => [operation.Operator.ToString()],
        Position position => Each([position.Person, position.Of]),
        Agreement agreement => Each([agreement.AgreementId, .. agreement.ReplacedBy is { } next ? [next] : Array.Empty<EntityId>()]),
        Proposition => [],
        Attribution said => Each([said.About, said.SaidBy, .. said.Named]),
        Measure measure => Each([measure.Subject, new EntityId(measure.Scope)]),
        Part part => Each([part.Whole, part.Subject]),
        Ranking ranking => Each([ranking.List, ranking.Subject]),
        Route route => [.. Known(route.Via).Concat(Known(route.Destination)).Distinct()],
        Completeness list => [list.Subject.ToString()],
        Link link => [link.SameAs.ToString()],
        _ => [],
    };

    private static ImmutableArray<string> Known(EntityId? id) => id is { } known ? [known.ToString()] : [];

    private static ImmutableArray<string> Each(ImmutableArray<EntityId> ids) => [.. ids.Select(id => id.ToString()).Where(id => id.Length > 0).Distinct()];
}
