using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assay.Mentions;

/// <summary>The words of a language by which a name is told from a part of a longer one, and an entity from its namesakes.</summary>
public sealed record LinkingWords
{
    /// <summary>No words: every name is taken as it stands.</summary>
    public static readonly LinkingWords None = new();

    /// <summary>Given names of people: what follows one is a surname.</summary>
    public FrozenSet<string> GivenNames { get; init; } = [];

    /// <summary>Nouns that make a name of their own with "of": Bank of, University of.</summary>
    public FrozenSet<string> HeadsWithOf { get; init; } = [];

    /// <summary>The word for "of".</summary>
    public FrozenSet<string> Of { get; init; } = [];

    /// <summary>Words that may end a company's name without making it another: Group, Corporation.</summary>
    public FrozenSet<string> LegalForms { get; init; } = [];

    /// <summary>Endings of what people and things of a state are called.</summary>
    public ImmutableArray<string> DemonymEndings { get; init; } = [];

    /// <summary>Endings of the names of states that look like those.</summary>
    public ImmutableArray<string> NotDemonymEndings { get; init; } = [];

    /// <summary>Words that introduce a short form in brackets: hereafter.</summary>
    public FrozenSet<string> Introducing { get; init; } = [];

    /// <summary>Letters of another script, each with those it is written with in the first.</summary>
    public FrozenDictionary<char, string> Letters { get; init; } = FrozenDictionary<char, string>.Empty;

    /// <summary>Ways to spell one sound, each with the one that it is compared as.</summary>
    public ImmutableArray<KeyValuePair<string, string>> SpeltAlike { get; init; } = [];

    /// <summary>Names that something outside the record has too, with words that speak of that: Georgia beside Atlanta.</summary>
    public FrozenDictionary<string, FrozenSet<string>> Namesakes { get; init; } = FrozenDictionary<string, FrozenSet<string>>.Empty;
}
