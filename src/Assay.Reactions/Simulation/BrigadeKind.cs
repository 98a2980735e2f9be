namespace Assay.Reactions.Simulation;

/// <summary>
/// How the accounts of a brigade behave. All dislike the good findings and like the bad ones that they attack: those that speak for
/// the first camp, half of each.
/// </summary>
public enum BrigadeKind
{
    /// <summary>They react to all findings they attack and to nothing else.</summary>
    Plain,

    /// <summary>Each reacts to half of the findings they attack, drawn anew, and to nothing else.</summary>
    Varied,

    /// <summary>They pose as readers of the second camp: honest elsewhere, as often as an honest reader, and react to all they attack.</summary>
    Camouflaged,

    /// <summary>As camouflaged, but half of them pose as readers of the first camp, and each reacts to half of what they attack, drawn anew.</summary>
    Infiltrating,
}
