namespace Assay.Evidence;

/// <summary>By what rows are looked up. Each is of one kind of row, but for <see cref="ById"/> and <see cref="Naming"/>.</summary>
public enum RowKey
{
    /// <summary>Any row by its id, without what tells it from its rivals.</summary>
    ById,
    /// <summary>Any row by an entity that it speaks of.</summary>
    Naming,
    /// <summary>An entity by its id.</summary>
    Entity,
    /// <summary>Entities by one of their ids elsewhere, in lower case.</summary>
    Identified,
    /// <summary>Entities by the state where they are.</summary>
    EntitiesIn,
    /// <summary>Entities by the top of their group.</summary>
    EntitiesUnder,
    /// <summary>Entities by any of their names as <c>Records.EntityNames</c> compares them.</summary>
    Named,
    /// <summary>Entities by any of their names and ids as <c>Records.NameKey</c> compares them.</summary>
    NameKey,
    /// <summary>Entities by the first letters of any word of their names.</summary>
    NameWord,
    /// <summary>Entities by the words of any of their names, as a text is searched for them.</summary>
    Written,
    /// <summary>Whether any name begins with a word, as a text is searched for it.</summary>
    WrittenFirst,
    /// <summary>Stakes by what they are in.</summary>
    StakesIn,
    /// <summary>Stakes by their owner.</summary>
    StakesOf,
    /// <summary>Other interests by what they are in.</summary>
    InterestsIn,
    /// <summary>Other interests by their holder.</summary>
    InterestsOf,
    /// <summary>Exceptions by their subject.</summary>
    Exceptions,
    /// <summary>Domiciles by the firm.</summary>
    Domiciles,
    /// <summary>Operations by the asset.</summary>
    OperationsOn,
    /// <summary>Regimes by the asset.</summary>
    Regimes,
    /// <summary>Memberships by the body.</summary>
    MembersOf,
    /// <summary>Memberships by the member.</summary>
    BodiesOf,
    /// <summary>Positions by person and office.</summary>
    PositionsOf,
    /// <summary>Positions by office and whose it is.</summary>
    PositionsAt,
    /// <summary>Agreements by a party.</summary>
    AgreementsWith,
    /// <summary>An event by its id.</summary>
    Event,
    /// <summary>Events by who took part.</summary>
    EventsWith,
    /// <summary>Events by their kind.</summary>
    EventsOf,
    /// <summary>A proposition by its id.</summary>
    Proposition,
    /// <summary>Attributions by what is said.</summary>
    Attributions,
    /// <summary>Measures by subject and indicator.</summary>
    Measures,
    /// <summary>Measures by their indicator.</summary>
    MeasuresBy,
    /// <summary>Parts by whole and indicator.</summary>
    Parts,
    /// <summary>Rankings by their indicator.</summary>
    Rankings,
    /// <summary>Routes by origin and commodity.</summary>
    Routes,
    /// <summary>Routes by their origin.</summary>
    RoutesFrom,
    /// <summary>Completeness rows by table and subject.</summary>
    Completeness,
    /// <summary>Links by the entity that is linked.</summary>
    Links,
}
