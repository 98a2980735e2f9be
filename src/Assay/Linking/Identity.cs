using System.Collections.Immutable;
using Assay.Evidence;

namespace Assay.Linking;

/// <summary>What the identifiers of two subjects say.</summary>
/// <param name="Outcome">Whether they are one; null: they say nothing.</param>
/// <param name="Basis">The scheme that says it; <c>name</c>: none does.</param>
/// <param name="IsGlobal">Whether one that is the same is unique in the world.</param>
internal readonly record struct Identity(LinkOutcome? Outcome, string Basis, bool IsGlobal)
{
    private const string ByName = "name";

    /// <summary>Compares the identifiers of two subjects; the reasons are told where somebody asks for them.</summary>
    public static Identity Of(PreparedSubject left, PreparedSubject right, ImmutableArray<LinkReason>.Builder? reasons)
    {
        string? same = null, differs = null;
        var isGlobal = false;
        if (left.Identifiers.IsEmpty || right.Identifiers.IsEmpty) return new(null, ByName, false);
        foreach (var scheme in left.Identifiers.Select(id => id.Scheme).Distinct())
        {
            var (mine, theirs) = (left.Identifiers.Where(id => id.Scheme == scheme).ToList(), right.Identifiers.Where(id => id.Scheme == scheme).ToList());
            if (theirs.Count == 0) continue;
            var use = mine[0].Use;
            if (mine.Intersect(theirs).Any())
            {
                var id = mine.Intersect(theirs).First();
                reasons?.Add(new(LinkSign.For, use == IdentifierUse.Hint ? "hint-agrees" : "identifier-agrees", $"both have {id}"));
                if (use == IdentifierUse.Hint) continue;
                same ??= scheme;
                isGlobal |= use == IdentifierUse.Global;
            }
            else if (use is IdentifierUse.One or IdentifierUse.Global)
            {
                reasons?.Add(new(LinkSign.Against, "identifiers-differ", $"{mine[0]} is not {theirs[0]}"));
                differs ??= scheme;
            }
        }
        return (same, differs) switch
        {
            (not null, not null) => new(LinkOutcome.Ask, same, isGlobal),
            (not null, null) => new(LinkOutcome.Same, same, isGlobal),
            (null, not null) => new(LinkOutcome.Different, differs, isGlobal),
            _ => new(null, ByName, false),
        };
    }
}
