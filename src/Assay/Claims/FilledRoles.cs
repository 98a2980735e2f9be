using System.Collections.Immutable;

namespace Assay.Claims;

/// <summary>
/// The roles filled on the way to a place in a pattern, the last first. Ways that part share what they have in common, so that a list of a
/// thousand names, which may end after each of them, costs a thousand of these and not a thousand lists. Null is none filled.
/// </summary>
internal sealed class FilledRoles(Filler last, FilledRoles? before)
{
    /// <summary>How many.</summary>
    public int Count { get; } = (before?.Count ?? 0) + 1;

    /// <summary>The filler of the last.</summary>
    public Filler Last { get; } = last;

    /// <summary>The fillers in the order of the text.</summary>
    public static ImmutableArray<Filler> ToArray(FilledRoles? filled)
    {
        var fillers = new Filler[filled?.Count ?? 0];
        for (var at = filled; at is not null; at = at.Before) fillers[at.Count - 1] = at.Last;
        return ImmutableArray.Create(fillers);
    }

    /// <summary>Those filled before it.</summary>
    private FilledRoles? Before { get; } = before;
}
