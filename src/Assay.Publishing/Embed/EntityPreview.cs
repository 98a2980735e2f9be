using System.Collections.Immutable;

namespace Assay.Publishing.Embed;

/// <summary>An entity in a small frame, as tools for tables show it beside a name.</summary>
/// <param name="Name">Its usual name.</param>
/// <param name="Description">What it is.</param>
/// <param name="Address">Its page.</param>
/// <param name="Facts">What is known of it.</param>
public sealed record EntityPreview(string Name, string Description, string Address, ImmutableArray<(string Property, string Values)> Facts);
