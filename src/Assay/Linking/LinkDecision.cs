using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Linking;

/// <summary>Which way a reason points.</summary>
public enum LinkSign
{
    /// <summary>Towards two.</summary>
    Against,
    /// <summary>Neither way; worth knowing.</summary>
    Neutral,
    /// <summary>Towards one.</summary>
    For,
}

/// <summary>One thing that speaks for or against two subjects being one.</summary>
/// <param name="Sign">Which way it points.</param>
/// <param name="Code">What it is, as <c>country-agrees</c>; listed in <c>docs/linking.md</c>.</param>
/// <param name="Text">It in words, for the person who decides.</param>
public readonly record struct LinkReason(LinkSign Sign, string Code, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Sign switch { LinkSign.For => "+", LinkSign.Against => "-", _ => " " }} {Text}";
}

/// <summary>What was found of two subjects, and why.</summary>
/// <param name="Outcome">Whether they are one.</param>
/// <param name="Likeness">How like their names are, 0 to 1; it orders what is asked and decides nothing.</param>
/// <param name="Basis">What decides, in a word: <c>lei</c>, <c>wikidata</c>, another scheme, <c>name</c>.</param>
/// <param name="Reasons">Everything that speaks for or against, the deciding first.</param>
public sealed record LinkJudgement(LinkOutcome Outcome, double Likeness, string Basis, ImmutableArray<LinkReason> Reasons)
{
    // Names may be of any length, and a row is for people.
    private const int Longest = 2000;

    /// <summary>The reasons on one line, as a row of links keeps them, cut where they are longer than anybody reads.</summary>
    public string Why
    {
        get
        {
            var all = string.Join("; ", Reasons.Select(reason => reason.Text));
            return all.Length <= Longest ? all : $"{all[..Longest]}…";
        }
    }
}

/// <summary>A subject set beside one that is known.</summary>
/// <param name="Subject">The one that is new.</param>
/// <param name="Known">The one that is known.</param>
/// <param name="Judgement">What was found.</param>
public sealed record LinkDecision(LinkedSubject Subject, LinkedSubject Known, LinkJudgement Judgement)
{
    /// <summary>Whether they are one.</summary>
    public LinkOutcome Outcome => Judgement.Outcome;

    /// <summary>It as one that a person has to take, for a reason that stands first.</summary>
    internal LinkDecision Asked(LinkReason reason) => this with { Judgement = Judgement with { Outcome = LinkOutcome.Ask, Reasons = [reason, .. Judgement.Reasons] } };
}
