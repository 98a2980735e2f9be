using Assay.Evidence;

namespace Assay.Mentions;

/// <summary>An entity that a name was taken for, how sure that is and why.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Score">How sure, 0 to 1: what its reason is worth.</param>
/// <param name="Reason">Why.</param>
/// <param name="Alias">The name of the entity that was matched; empty where a pronoun or description stands for it.</param>
public sealed record Link(Entity Entity, decimal Score, LinkReason Reason, string Alias);

/// <summary>An entity that a name might have meant and was not taken for.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Why">Why not.</param>
public sealed record RejectedLink(Entity Entity, LinkRejection Why);

/// <summary>Why a name was taken for an entity, the surest first.</summary>
public enum LinkReason
{
    /// <summary>It is its usual name.</summary>
    Name,
    /// <summary>It is another name of it that the record lists.</summary>
    Alias,
    /// <summary>The article itself says that these letters or words stand for it.</summary>
    Introduced,
    /// <summary>It is what its people and things are called.</summary>
    Demonym,
    /// <summary>It is a place that stands for it.</summary>
    Metonym,
    /// <summary>Several have the name; what stands beside it, or the article, speaks for this one.</summary>
    Context,
    /// <summary>Several have the name, of different kinds: which is meant the role decides.</summary>
    Shared,
    /// <summary>A pronoun stands for it.</summary>
    Pronoun,
    /// <summary>A description ("the company") stands for it.</summary>
    Description,
    /// <summary>Its name in another script, letter for letter.</summary>
    Transliteration,
}

/// <summary>Why a name was not taken for an entity.</summary>
public enum LinkRejection
{
    /// <summary>The name goes on: it is a part of a longer name that the record does not know.</summary>
    PartOfLongerName,
    /// <summary>Every state has one of that name, and the sentence does not name its state.</summary>
    StateNotNamed,
    /// <summary>Several have the name, and nothing tells which is meant.</summary>
    Ambiguous,
    /// <summary>Several have the name, and another is meant.</summary>
    AnotherMeant,
    /// <summary>Several entities of that kind are as salient.</summary>
    NoneSalient,
}
