using System.Collections.Immutable;

namespace Assay.Publishing.Site;

/// <summary>Something told to a visitor: what went wrong, where, and how to mend it.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Lines">The sentences.</param>
public sealed record Message(string Title, ImmutableArray<string> Lines);
