using System.Collections.Frozen;
using System.Collections.Immutable;
using Assay.Questions;

namespace Assay.Claims;

/// <summary>
/// What words express a kind of claim, and which part of them fills which role (a frame in the sense of Fillmore 1982). Frames are data:
/// <c>rules/en/frames/*.yaml</c>.
/// </summary>
public sealed record Frame
{
    /// <summary>Its id, unique.</summary>
    public required string Id { get; init; }

    /// <summary>The kind of claim.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The patterns, any of which will do.</summary>
    public required ImmutableArray<Pattern> Patterns { get; init; }

    /// <summary>For memberships: in what way.</summary>
    public MembershipSense Membership { get; init; }

    /// <summary>For agreements: what is asked.</summary>
    public AgreementSense Agreement { get; init; }

    /// <summary>For agreements and events: kinds that the frame's own words express.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>For ownership without a figure: how much.</summary>
    public Quantifier Quantifier { get; init; } = Quantifier.Some;

    /// <summary>For ownership: which word it is, for the readings (<c>belong</c>, <c>own</c>, <c>hold</c>).</summary>
    public string Relation { get; init; } = "";

    /// <summary>For ranks: the place that the frame's own words express; 0: a role names it.</summary>
    public int Place { get; init; }

    /// <summary>For figures: what is counted (<c>production</c>, <c>exports</c>, <c>throughput</c>); for trade, which flow.</summary>
    public string Counts { get; init; } = "";
    /// <summary>What the words say has changed, where the clause names a time of its own: "joined … in 2015" is a question on two dates.</summary>
    public ChangeSense Change { get; init; }

    /// <summary>For control: in what way.</summary>
    public ControlSense Control { get; init; }

    /// <summary>The words themselves deny ("left", "don't mistake it for").</summary>
    public bool Denies { get; init; }

    /// <summary>The words deny whether or not they are negated themselves ("don't mistake it for").</summary>
    public bool AlwaysDenies { get; init; }

    /// <summary>Found, but of a sort that no question answers yet: a sale, a purchase.</summary>
    public bool IsOpen { get; init; }

    /// <summary>It names only part of a clause, so that the rest of it may be a claim of its own.</summary>
    public bool LeavesClause { get; init; }

    /// <summary>Every word that its patterns name literally.</summary>
    internal FrozenSet<string> Words => field ??= Patterns.SelectMany(pattern => pattern.Literals).ToFrozenSet();

    /// <summary>Whether its patterns name a word, by its text or its lemma.</summary>
    internal bool Says(Mentions.Element element) => Words.Contains(element.Text) || element.Own.Length > 0 && Words.Contains(element.Own);

    /// <summary>Every verb that its patterns name.</summary>
    internal FrozenSet<string> Lemmas => field ??= Patterns.SelectMany(pattern => pattern.VerbLemmas).ToFrozenSet();

    /// <summary>Sentences in which the frame must find a claim.</summary>
    public ImmutableArray<string> Matches { get; init; } = [];

    /// <summary>Sentences in which it must find none.</summary>
    public ImmutableArray<string> MatchesNot { get; init; } = [];
}
