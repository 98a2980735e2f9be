using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Claims.Corrections;

/// <summary>What a role of a form is filled with.</summary>
public enum RoleTakes
{
    /// <summary>An entity of the record, by id or by any of its names.</summary>
    Entity,
    /// <summary>Goods, by their key in the lexicon or by any word for them.</summary>
    Goods,
    /// <summary>One of fixed words: <see cref="FormRole.Choices"/>, or those that <see cref="ClaimFormReader.ChoicesOf"/> gives.</summary>
    Choice,
    /// <summary>A figure with its hedge: "about 25 %".</summary>
    Figure,
    /// <summary>A date: 2024, 2024-06, 2024-06-30.</summary>
    Date,
    /// <summary>Words as one likes.</summary>
    Words,
}

/// <summary>Where the words come from among which a role's filling is chosen.</summary>
public enum ChoiceList
{
    /// <summary>They stand in <see cref="FormRole.Choices"/>.</summary>
    Fixed,
    /// <summary>The contract regimes of the rules.</summary>
    Regimes,
    /// <summary>The offices of the rules.</summary>
    Offices,
    /// <summary>The ids of the record's propositions.</summary>
    Propositions,
    /// <summary>The kinds of events that the record and the rules know.</summary>
    EventKinds,
    /// <summary>The kinds and topics of agreements that the record and the rules know.</summary>
    AgreementTopics,
    /// <summary>The words of owning that the rules tell apart.</summary>
    Relations,
}

/// <summary>One role of the form of a kind of claim: what a field of it is called and what may stand there.</summary>
/// <param name="Name">Its name, as the forms and their files write it: <c>owner</c>.</param>
/// <param name="Takes">What it is filled with.</param>
public sealed record FormRole(string Name, RoleTakes Takes)
{
    /// <summary>Whether a claim that is to be asked of the record must fill it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it may hold several, with semicolons between them.</summary>
    public bool IsSeveral { get; init; }

    /// <summary>The kinds of entities that it takes; empty: any.</summary>
    public ImmutableArray<EntityKind> Kinds { get; init; } = [];

    /// <summary>The words to choose from, where the list is fixed.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Where the words to choose from come from.</summary>
    public ChoiceList List { get; init; } = ChoiceList.Fixed;

    /// <summary>What an empty choice means; empty: nothing is chosen.</summary>
    public string Default { get; init; } = "";

    /// <summary>The key of its label: <c>form-role-owner</c>.</summary>
    public string LabelKey => $"form-role-{Name}";

    /// <summary>The key of the label of one of its fixed words: <c>form-choice-change-joined</c>.</summary>
    public string LabelKeyOf(string choice) => $"form-choice-{Name}-{choice}";
}
