using System.Collections.Immutable;

namespace Assay.Linking;

/// <summary>How two names stand to one another, from the least to the most.</summary>
public enum NameGrade
{
    /// <summary>They are names of two.</summary>
    Apart,
    /// <summary>One is within the other, or they share most of their words.</summary>
    Partly,
    /// <summary>They are alike but for a slip or a spelling that is not certain.</summary>
    Alike,
    /// <summary>They are one name, spelt, ordered or shortened in another way.</summary>
    Spelling,
    /// <summary>They have the same words.</summary>
    Same,
}

/// <summary>What was found of two names.</summary>
/// <param name="Grade">How they stand to one another.</param>
/// <param name="Likeness">How like they are, 0 to 1.</param>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Reasons">Why; none where nobody asked.</param>
public sealed record NameComparison(NameGrade Grade, double Likeness, LinkedName Left, LinkedName Right, ImmutableArray<LinkReason> Reasons)
{
    /// <summary>Whether one is, in part or whole, the first letters of the other.</summary>
    public bool IsInitials { get; init; }

    /// <summary>What makes them doubtful though their words are in pairs; null: nothing does.</summary>
    public LinkReason? Doubt { get; init; }

    /// <summary>Whether only one of them has further words, and those are places alone.</summary>
    public bool IsPlaceInOne { get; init; }

    /// <summary>Whether their legal forms are of classes that no law renders by one another.</summary>
    public bool FormsDiffer { get; init; }

    /// <summary>Places in one of the names alone; where they are the country of the other's subject they tell nothing apart.</summary>
    public ImmutableArray<string> PlacesOfLeft { get; init; } = [];

    /// <summary>As <see cref="PlacesOfLeft"/>, of the other name.</summary>
    public ImmutableArray<string> PlacesOfRight { get; init; } = [];

    /// <summary>Whether they differ by a slip in the one word that names, with no other such word to bear it out.</summary>
    public bool IsLoneSlip { get; init; }

    /// <summary>Whether the names have a word by which alone a subject can be known, and share it; "Ministry of Finance" has none.</summary>
    public bool SharesNaming { get; init; } = true;
}
