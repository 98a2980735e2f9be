using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Assay.Mentions;

/// <summary>Words in which disputes are told: data of <c>rules/en/disputes.yaml</c>.</summary>
public sealed record Disputes
{
    /// <summary>Verbs that lay what happened at somebody's door: plan, organise.</summary>
    public required FrozenSet<string> Blame { get; init; }

    /// <summary>By a word for what happened ("coup"), the kinds of event that it may stand for.</summary>
    public required FrozenDictionary<string, ImmutableArray<string>> Happenings { get; init; }

    /// <summary>Verbs by which a speaker stands for what is said: say, claim.</summary>
    public required FrozenSet<string> Asserting { get; init; }

    /// <summary>Verbs by which a speaker stands against it: deny.</summary>
    public required FrozenSet<string> Denying { get; init; }
}
